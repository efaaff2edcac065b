import { Button } from '@mantine/core';
import type { ProgrammeAction, ProgrammeQuery } from '@portevoix/graphql';
import { Card, Columns, ErrorState, PageHeader, Pill, SkeletonRows, Stack, UiLink, type Tone } from '@portevoix/ui';
import { errorText, queryOf, useFormat, useT } from '@portevoix/web';
import { IconCircleCheck, IconCircleDashed, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AxisCard } from './AxisCard';
import { CreateProgramme } from './CreateProgramme';
import { MoveModal } from './MoveModal';
import css from './programme.module.css';
import { ProgrammeDocument } from './programme.graphql';
import { texts } from './texts';
import { TrackCard } from './TrackCard';

type Programme = NonNullable<ProgrammeQuery['currentProgramme']>;

const LOOK: Record<Programme['state'], { tone: Tone; icon: ReactNode }> = {
  DRAFT: { tone: 'info', icon: <IconCircleDashed size={14} aria-hidden /> },
  LIVE: { tone: 'good', icon: <IconPlayerPlay size={14} aria-hidden /> },
  PAUSED: { tone: 'warn', icon: <IconPlayerPause size={14} aria-hidden /> },
  RELAUNCHED: { tone: 'good', icon: <IconRefresh size={14} aria-hidden /> },
  CLOSED: { tone: 'neutral', icon: <IconCircleCheck size={14} aria-hidden /> },
};

/** Where the programme is and where it goes: its state, its phases, its first axis. */
export function PlanPage() {
  const t = useT(texts);
  const { data, error, isPending, refetch } = useQuery(queryOf(ProgrammeDocument));
  if (error) return <ErrorState title={t('plan.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={6} />;
  return data.currentProgramme ? <Plan programme={data.currentProgramme} /> : <CreateProgramme />;
}

function Plan({ programme }: { programme: Programme }) {
  const t = useT(texts);
  const format = useFormat();
  const [action, setAction] = useState<ProgrammeAction | null>(null);
  const { name, state, startsOn, viewerCanManage, viewerActions, phases, transitions } = programme;
  const edit = viewerCanManage ? (
    <Button component={UiLink} href="/programme/phases" variant="default">
      {t(phases.length ? 'track.edit' : 'track.start')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={state === 'DRAFT' ? t('plan.draft') : t('plan.since', { date: format.date(startsOn, 'long') })}
        status={<Pill tone={LOOK[state].tone} icon={LOOK[state].icon}>{t(`states.${state}`)}</Pill>}
        actions={viewerActions.map((one, index) => (
          <Button key={one} variant={index === 0 && one !== 'PAUSE' ? 'filled' : one === 'CLOSE' ? 'subtle' : 'default'} onClick={() => setAction(one)}>
            {t(`actions.${one}`)}
          </Button>
        ))}
      />
      <Stack>
        <TrackCard aside={phases.length ? edit : undefined} action={edit} />
        <Columns layout="even">
          <AxisCard programme={programme} />
          {transitions.length ? <History transitions={transitions} /> : null}
        </Columns>
        <MoveModal programme={programme} action={action} onClose={() => setAction(null)} />
      </Stack>
    </>
  );
}

function History({ transitions }: { transitions: Programme['transitions'] }) {
  const t = useT(texts);
  const format = useFormat();
  return (
    <Card title={t('plan.history')}>
      <ol className={css.history}>
        {[...transitions].reverse().map(({ id, from, to, note, createdAt, by }) => (
          <li key={id}>
            <p><b>{t('plan.move', { from: t(`states.${from}`), to: t(`states.${to}`) })}</b></p>
            {note ? <p>{note}</p> : null}
            <p className={css.second}>{t('plan.by', { name: by.displayName, date: format.date(createdAt, 'long') })}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
