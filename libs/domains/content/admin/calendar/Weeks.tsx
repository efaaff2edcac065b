import { VisuallyHidden } from '@mantine/core';
import { themeConcentration } from '@portevoix/content/shared';
import { Notice, UiLink } from '@portevoix/ui';
import { useFormat, useLanguageTag, useT } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useState, type CSSProperties } from 'react';
import { texts } from '../texts';
import css from './calendar.module.css';
import { Event, isMovable, type EventProps } from './Event';
import { hue } from './hues';
import { gapsIn, type MonthDay } from './month';
import type { Calendar, Item } from './useCalendar';

interface Props extends EventProps {
  calendar: Calendar;
}

/** Weeks as rows: what comes out each day, the mix of each week, and the days on which nothing does. */
export function Weeks({ calendar, ...event }: Props) {
  const t = useT(texts);
  const { weeks, view, days, today, items, gaps } = calendar;
  const weekday = new Intl.DateTimeFormat(useLanguageTag(), { weekday: 'short', timeZone: 'UTC' });
  const [over, setOver] = useState<string | null>(null);
  const drop = (id: string, date: string) => {
    setOver(null);
    const item = items.find((one) => one.id === id);
    if (item && isMovable(item)) event.move.toDay(item, date);
  };
  return (
    <table className={css.month} data-view={view} data-quiet-weekends={!weeks.some((week) => week.days.some(({ date, weekend }) => weekend && days.has(date))) || undefined}>
      <thead>
        <tr>
          <th scope="col" className={css.week}><VisuallyHidden>{t('calendar.weekColumn')}</VisuallyHidden></th>
          {weeks[0]!.days.map(({ date, weekend }) => <th key={date} scope="col" data-weekend={weekend || undefined}>{weekday.format(new Date(`${date}T00:00:00Z`))}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeks.map((row) => {
          const inWeek = row.days.flatMap(({ date }) => days.get(date) ?? []);
          const parts = gapsIn(gaps, row);
          const mono = row.days[6]!.date >= today ? themeConcentration(inWeek.map(({ themes }) => themes.map(({ id }) => id))) : null;
          return (
            <Fragment key={row.week}>
              <tr>
                <th scope="row" className={css.week}>
                  {t('calendar.weekShort', { number: Number(row.week.slice(-2)) })}
                  <Mix items={inWeek} themes={event.themes} />
                </th>
                {row.days.map((day) => {
                  const gap = parts.get(day.date);
                  return (
                    <td key={day.date} data-weekend={day.weekend || undefined} data-out={!day.inMonth || undefined} data-over={over === day.date || undefined} onDragOver={(drag) => (day.date >= today ? (drag.preventDefault(), setOver(day.date)) : setOver(null))} onDragLeave={() => setOver(null)} onDrop={(dropped) => drop(dropped.dataTransfer.getData('text/plain'), day.date)}>
                      <DayNumber day={day} today={today} />
                      {days.get(day.date)?.map((item) => <Event key={item.id} item={item} full={view === 'semaine'} {...event} />)}
                      {gap ? <GapNote {...gap} /> : null}
                    </td>
                  );
                })}
              </tr>
              {mono?.mono ? (
                <tr>
                  <td className={css.mono} colSpan={8}>
                    <Notice tone="warn" action={<UiLink className={css.link} href="/contenus">{t('mix.vary')}</UiLink>}>
                      {t('calendar.mono', { count: Math.round(mono.share * mono.items), total: mono.items, theme: inWeek.flatMap(({ themes }) => themes).find(({ id }) => id === mono.theme)?.name ?? '' })}
                    </Notice>
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function DayNumber({ day: { date }, today }: { day: MonthDay; today: string }) {
  const t = useT(texts);
  return (
    <time className={css.day} dateTime={date} data-today={date === today || undefined}>
      {Number(date.slice(8))}
      {date === today ? <VisuallyHidden>{t('calendar.now')}</VisuallyHidden> : null}
    </time>
  );
}

/** The part of each theme in a week. */
function Mix({ items, themes }: { items: readonly Item[]; themes: EventProps['themes'] }) {
  const counts = new Map<number | undefined, number>();
  for (const { themes: [main] } of items) {
    const index = main && themes.get(main.id)?.index;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return <span className={css.mix} aria-hidden>{[...counts].map(([index, count]) => <i key={index ?? 'none'} style={{ ...hue(index), flex: count }} />)}</span>;
}

export function GapNote({ from, to, days }: { from: string; to: string; days: number }) {
  const t = useT(texts);
  const format = useFormat();
  const words = from === to ? t('calendar.gapDay', { day: format.dayMonth(from) }) : t('calendar.gap', { from: format.dayMonth(from), to: format.dayMonth(to) });
  return (
    <UiLink className={css.gap} style={{ '--days': days } as CSSProperties} href="/contenus">
      <IconPlus size={14} aria-hidden />
      <span>{words}{days > 1 ? ` · ${t('calendar.gapAction')}` : ''}</span>
    </UiLink>
  );
}
