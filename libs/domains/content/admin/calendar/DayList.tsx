import { useLanguageTag, useT } from '@portevoix/web';
import { texts } from '../texts';
import css from './calendar.module.css';
import { NothingPlanned } from './CalendarPage';
import { Event, type EventProps } from './Event';
import type { Calendar, Item } from './useCalendar';
import { GapNote } from './Weeks';

interface Props extends EventProps {
  calendar: Calendar;
  days: ReadonlyMap<string, readonly Item[]>;
}

/** Day after day, with the gaps in their place. */
export function DayList({ calendar: { today, gaps }, days, ...event }: Props) {
  const t = useT(texts);
  const dayName = new Intl.DateTimeFormat(useLanguageTag(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (!days.size && !gaps.length) return <NothingPlanned />;
  const rows = [
    ...[...days].map(([date, items]) => ({ date, content: (
      <>
        <h2>{dayName.format(new Date(`${date}T00:00:00Z`))}{date === today ? ` · ${t('calendar.now')}` : ''}</h2>
        {items.map((item) => <Event key={item.id} item={item} full {...event} />)}
      </>
    ) })),
    ...gaps.map((gap) => ({ date: gap.from, content: <GapNote {...gap} days={2} /> })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  const past = rows.filter(({ date }) => date < today);
  const next = rows.filter(({ date }) => date >= today);
  const list = (some: typeof rows) => some.map(({ date, content }) => <li key={date}>{content}</li>);
  // A month that is over, or one to come, has no past to put aside.
  if (!past.length || !next.length) return <ul className={css.days}>{list(rows)}</ul>;
  const count = past.reduce((sum, { date }) => sum + (days.get(date)?.length ?? 0), 0);
  return (
    <ul className={css.days}>
      <li>
        <details className={css.past}>
          <summary>{t('calendar.past', { count })}</summary>
          <ul className={css.days}>{list(past)}</ul>
        </details>
      </li>
      {list(next)}
    </ul>
  );
}
