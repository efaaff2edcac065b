import { Slot, useOutbox, usePageFrame, useT } from '@portevoix/web';
import { useShareSheet } from '@portevoix/content/ambassador';
import { Chips } from '@portevoix/ui/ambassador';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { MySharesList } from './MySharesList';
import { ReadyList } from './ReadyList';
import { isWaitingShare, WaitingList } from './WaitingList';

const VIEWS = ['idees', 'partages', 'attente'] as const;
type View = (typeof VIEWS)[number];

/** What is ready to be shared, what I shared, what waits for the network. */
export function SharePage() {
  const t = useT(texts);
  usePageFrame({ title: t('page.title') });
  const navigate = useNavigate();
  const { vue } = useSearch({ strict: false }) as { vue?: unknown };
  const waiting = useOutbox().entries.filter(isWaitingShare);
  const view = VIEWS.find((name) => name === vue) ?? 'idees';
  const sheet = useShareSheet();
  const client = useQueryClient();
  // What waited and has left is now among my shares.
  const waited = useRef(0);
  useEffect(() => {
    if (waiting.length < waited.current) void client.invalidateQueries({ queryKey: ['MyShares'] });
    waited.current = waiting.length;
  }, [client, waiting.length]);
  const show = (next: View) => void navigate({ to: '.', search: ({ vue: _vue, ...rest }: { vue?: unknown }) => ({ ...rest, ...(next !== 'idees' && { vue: next }) }), replace: true, resetScroll: false });
  const options = [
    { id: 'idees' as View, label: t('page.ready') },
    { id: 'partages' as View, label: t('page.mine') },
    ...(waiting.length || view === 'attente' ? [{ id: 'attente' as View, label: waiting.length ? t('page.waitingCount', { count: waiting.length }) : t('page.waiting') }] : []),
  ];
  return (
    <div className={css.page}>
      <Chips label={t('page.views')} options={options} chosen={[view]} onPick={show} />
      {view === 'idees' ? <ReadyList onShare={sheet.open} /> : null}
      {view === 'partages' ? <MySharesList onShare={sheet.open} onIdeas={() => show('idees')} /> : null}
      {view === 'attente' ? <WaitingList onShare={sheet.open} onIdeas={() => show('idees')} /> : null}
      {sheet.publicationId && sheet.open ? <Slot name="publication.share" publicationId={sheet.publicationId} onClose={sheet.close} /> : null}
    </div>
  );
}
