import { Button } from '@mantine/core';
import type { PulsesQuery } from '@portevoix/graphql';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { EmptyState, PageHeader, PageTabs, showUndo, SkeletonRows, Stack } from '@portevoix/ui/admin';
import { Failure, FailurePage, queryOf, useCan, useFormat, useMutationOf, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ClosePulseDocument, OpenPulseDocument, PulsesDocument } from './listening.graphql';
import { PulseResultCards } from './PulseResultCards';
import { texts } from './texts';

export type Pulse = PulsesQuery['pulses']['edges'][number]['node'];

/** Days that a pulse asked from here stays open: a working week. */
const OPEN_DAYS = 5;

/** What people say works and does not, without anybody in it. */
export function ListeningPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const { barometre } = useSearch({ strict: false }) as { barometre?: unknown };
  const { data, error, refetch } = useQuery(queryOf(PulsesDocument, {}));
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  const pulses = data?.pulses.edges.map(({ node }) => node);
  const shown = pulses?.find(({ id }) => id === barometre) ?? pulses?.[0];
  const hasOpen = pulses?.some(({ scope, isOpen }) => scope === 'PROGRAMME' && isOpen) ?? true;
  return (
    <>
      <PageHeader eyebrow={t('nav.listening')} title={t('title')} subtitle={t('subtitle')} actions={shown?.isOpen ? <CloseButton pulse={shown} /> : hasOpen || !shown ? undefined : <AskButton />} />
      {!pulses ? <SkeletonRows /> : null}
      {pulses && !shown ? <EmptyState title={t('empty.title')} reason={t('empty.reason')} action={<AskButton />} /> : null}
      {pulses && shown ? (
        <Stack>
          <PulseTabs pulses={pulses} active={shown.id} onChange={(id) => void navigate({ to: '.', replace: true, resetScroll: false, search: { barometre: id } as never })} />
          <PulseResultCards key={shown.id} pulse={shown} />
        </Stack>
      ) : null}
    </>
  );
}

function PulseTabs({ pulses, active, onChange }: { readonly pulses: readonly Pulse[]; readonly active: string; readonly onChange: (id: string) => void }) {
  const t = useT(texts);
  const nameOf = usePulseName();
  return <PageTabs label={t('tabs')} active={active} onChange={onChange} tabs={pulses.map((pulse) => ({ id: pulse.id, label: nameOf(pulse) }))} />;
}

/** « Baromètre du 16 nov. », or the publication's title. */
export function usePulseName() {
  const t = useT(texts);
  const format = useFormat();
  return ({ publicationTitle, opensOn }: Pulse): string => publicationTitle ?? t('pulseOf', { day: format.dayMonth(opensOn) });
}

/** Asks for a working week from today on. */
function AskButton() {
  const t = useT(texts);
  const canAsk = useCan('feedback:answer');
  const { organisation } = useViewer();
  const open = useMutationOf(OpenPulseDocument, { refresh: [PulsesDocument] });
  if (!canAsk) return null;
  const today = dayOf(new Date(), organisation.timeZone);
  return (
    <div>
      <Button loading={open.isPending} onClick={() => open.mutate({ input: { scope: 'PROGRAMME', opensOn: today, closesOn: addDays(today, OPEN_DAYS - 1) } })}>
        {t('ask', { count: OPEN_DAYS })}
      </Button>
      {open.error ? <Failure error={open.error} /> : null}
    </div>
  );
}

/** Closing cannot be taken back: it is done once the time to think again is over. */
function CloseButton({ pulse: { id } }: { readonly pulse: Pulse }) {
  const t = useT(texts);
  const canClose = useCan('feedback:answer');
  const [closing, setClosing] = useState(false);
  const close = useMutationOf(ClosePulseDocument, { refresh: [PulsesDocument], onSettled: () => setClosing(false) });
  if (!canClose) return null;
  const ask = () => {
    setClosing(true);
    showUndo({ message: t('closing'), detail: t('closingDetail'), onUndo: () => setClosing(false), onExpire: () => close.mutate({ id }) });
  };
  return (
    <div>
      <Button variant="default" disabled={closing} loading={close.isPending} onClick={ask}>
        {t('close')}
      </Button>
      {close.error ? <Failure error={close.error} /> : null}
    </div>
  );
}
