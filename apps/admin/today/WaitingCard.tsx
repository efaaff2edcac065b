import { Button } from '@mantine/core';
import { Card, EmptyState, SkeletonRows, UiLink } from '@portevoix/ui';
import { QueueList } from '@portevoix/ui/admin';
import { Failure, LATE_MS, useFormat, useT, type useWaiting } from '@portevoix/web';
import { texts } from '../texts';

/** Everything that asks an answer, whatever the domain, in one list. */
export function WaitingCard({ waiting: { rows, pending, error } }: { readonly waiting: ReturnType<typeof useWaiting> }) {
  const t = useT(texts);
  const format = useFormat();
  const now = Date.now();
  const items = rows.map(({ key, entry: { icon: Icon, tone, domain, action }, title, meta, to, since, count }) => {
    const waited = since ? now - Date.parse(since) : 0;
    const label = domain.catalogue.text(action);
    return {
      id: key,
      icon: <Icon size={18} stroke={1.75} />,
      tone,
      title,
      meta,
      age: since ? t(count > 1 ? 'today.sinceOldest' : 'today.since', { duration: format.duration(waited) }) : undefined,
      ageTone: waited > LATE_MS ? ('warn' as const) : undefined,
      action: (
        <Button component={UiLink} href={to} variant="default" size="sm" aria-label={`${label}, ${title}`}>
          {label}
        </Button>
      ),
    };
  });
  return (
    <Card title={t('today.waiting')}>
      {error ? <Failure error={error} /> : null}
      {items.length ? <QueueList label={t('today.waiting')} items={items} /> : null}
      {pending && !items.length ? <SkeletonRows rows={3} /> : null}
      {!pending && !error && !items.length ? <EmptyState title={t('today.emptyTitle')} reason={t('today.emptyReason')} /> : null}
    </Card>
  );
}
