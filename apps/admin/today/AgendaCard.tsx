import { Card, EmptyState, SkeletonRows, UiLink } from '@portevoix/ui';
import { AgendaList } from '@portevoix/ui/admin';
import { Failure, soonest, useAgenda, useFormat, useLanguageTag, useT, type Day } from '@portevoix/web';
import { texts } from '../texts';

const ROWS = 7;
const WEEK_MS = 7 * 86_400_000;

/** What is to come in every domain, soonest first. */
export function AgendaCard({ day }: { readonly day: Day }) {
  const t = useT(texts);
  const format = useFormat();
  const locale = useLanguageTag();
  const { rows, pending, error } = useAgenda(day);
  const part = (on: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(on));
  const items = soonest(rows, day.today, ROWS).map(({ key, on, at, to, title, meta }) => {
    const isNear = Date.parse(on) - Date.parse(day.today) < WEEK_MS;
    const hour = at && format.time(at, day.timeZone);
    return {
      id: key,
      day: part(on, { day: 'numeric' }),
      under: part(on, isNear ? { weekday: 'short' } : { month: 'short' }),
      date: format.date(on, 'full'),
      title: <UiLink href={to}>{title}</UiLink>,
      meta: [hour, meta].filter(Boolean).join(', '),
    };
  });
  return (
    <Card title={t('today.next')}>
      {error ? <Failure error={error} /> : null}
      {items.length ? <AgendaList label={t('today.next')} items={items} /> : null}
      {pending && !items.length ? <SkeletonRows rows={2} /> : null}
      {!pending && !error && !items.length ? <EmptyState title={t('today.nextTitle')} reason={t('today.nextReason')} /> : null}
    </Card>
  );
}
