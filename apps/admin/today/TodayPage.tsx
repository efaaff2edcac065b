import { dayOf } from '@portevoix/identity/shared';
import { PageHeader, SkeletonFigures, SkeletonRows } from '@portevoix/ui';
import { findingOf, Slot, slotOf, useFormat, useShell, useT, useViewer, useWaiting, type Day } from '@portevoix/web';
import { texts } from '../texts';
import { AgendaCard } from './AgendaCard';
import css from './today.module.css';
import { WaitingCard } from './WaitingCard';

/** Who waits, what changed, what is next: each part comes from its domain. */
export function TodayPage() {
  const format = useFormat();
  const { domains, can } = useShell();
  const { timeZone } = useViewer().organisation;
  const day: Day = { today: dayOf(new Date(), timeZone), timeZone };
  const filled = (name: 'admin.today.top' | 'admin.today.gauges') => slotOf(domains, name, can).length > 0;
  const waiting = useWaiting(day);
  return (
    <>
      <PageHeader eyebrow={capital(format.date(day.today, 'full'))} title={useHeading(waiting)} actions={<Slot name="admin.today.fresh" />} />
      <div className={css.page}>
        {filled('admin.today.top') ? (
          <div className={css.top}>
            <Slot name="admin.today.top" pending={<SkeletonRows rows={1} />} />
          </div>
        ) : null}
        {filled('admin.today.gauges') ? (
          <div className={css.gauges}>
            <Slot name="admin.today.gauges" pending={<SkeletonFigures count={2} />} />
          </div>
        ) : null}
        <div className={css.main}>
          <WaitingCard waiting={waiting} />
          <Slot name="admin.today" pending={<SkeletonRows />} />
        </div>
        <div className={css.aside}>
          <AgendaCard day={day} />
        </div>
      </div>
    </>
  );
}

/** The greeting and the one finding; the greeting alone while something is not known. */
function useHeading({ rows, pending, error }: ReturnType<typeof useWaiting>): string {
  const t = useT(texts);
  const { firstName: name } = useViewer().person;
  if (pending || error) return t('today.hello', { name });
  const now = new Date();
  const found = findingOf(rows, now);
  if (!found) return t('today.finding', { name, finding: t(now.getHours() < 12 ? 'today.nothing' : 'today.nothingLater') });
  const words = found.entry.domain.catalogue.text(found.entry.finding, { count: found.count });
  return t('today.finding', { name, finding: found.late ? t('today.late', { finding: words }) : words });
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
