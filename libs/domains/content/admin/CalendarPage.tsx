import { ActionIcon, Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ContentCalendarQuery } from '@portevoix/graphql';
import { dayOf } from '@portevoix/identity/shared';
import { Card, EmptyState, ErrorState, Notice, PageHeader, SkeletonRows, Stack, UiLink } from '@portevoix/ui';
import { errorText, queryOf, useFormat, useLocale, useT, useViewer } from '@portevoix/web';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type CSSProperties } from 'react';
import { CalendarDocument } from './content.graphql';
import css from './content.module.css';
import { byDay, firstOf, gapsOf, monthAway, rangeOf, weeksOf } from './month';
import { ScheduleAt } from './studio/StudioActions';
import { texts } from './texts';

type Item = ContentCalendarQuery['publicationCalendar'][number];
const whenOf = ({ publishAt, publishedAt }: Item) => publishAt ?? publishedAt;
const HUES = 5;

/** What comes out in a month and where nothing does; whatever is scheduled can be moved, by keyboard too. */
export function CalendarPage() {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const locale = useLocale();
  const { timeZone } = useViewer().organisation;
  const today = dayOf(new Date(), timeZone);
  const { mois } = useSearch({ strict: false }) as { mois?: string };
  const first = mois && /^\d{4}-(0[1-9]|1[0-2])$/.test(mois) ? `${mois}-01` : firstOf(today);
  const show = (month: string) => void navigate({ to: '.', search: { mois: month.slice(0, 7) } as never, replace: true });
  const { from, to } = rangeOf(first, timeZone);
  const { data, error, isPending, refetch } = useQuery(queryOf(CalendarDocument, { from: from.toISOString(), to: to.toISOString() }));
  const [moved, setMoved] = useState<Item | null>(null);
  const items = data?.publicationCalendar ?? [];
  const days = byDay(items, whenOf, timeZone);
  const themes = [...new Map(items.flatMap(({ themes: [main] }) => (main ? [[main.id, main.name] as const] : []))).entries()];
  const hueOf = ({ themes: [main] }: Item): CSSProperties => hue(themes.findIndex(([id]) => id === main?.id));
  const title = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`));
  const gaps = gapsOf(first, today, new Set(days.keys()));

  return (
    <Stack>
      <PageHeader
        title={title.charAt(0).toLocaleUpperCase() + title.slice(1)}
        actions={
          <>
            <ActionIcon variant="default" aria-label={t('calendar.previous')} onClick={() => show(monthAway(first, -1))}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
            <Button variant="default" onClick={() => show(today)}>{t('calendar.today')}</Button>
            <ActionIcon variant="default" aria-label={t('calendar.next')} onClick={() => show(monthAway(first, 1))}><IconChevronRight size={18} aria-hidden /></ActionIcon>
          </>
        }
      />
      {error ? <ErrorState title={t('calendar.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={6} /> : null}
      {data && gaps.length ? gaps.map((gap) => (
        <Notice key={gap.from} icon={<IconPlus size={18} aria-hidden />} action={<UiLink className={css.link} href="/contenus">{t('calendar.gapAction')}</UiLink>}>
          {t('calendar.gap', { from: format.dayMonth(gap.from), to: format.dayMonth(gap.to) })}
        </Notice>
      )) : null}
      {data ? (
        <Card padding="none" aria-label={title}>
          <div className={css.wide}><Month first={first} today={today} days={days} hueOf={hueOf} onMove={setMoved} /></div>
          <div className={css.narrow}><Days days={new Map([...days].filter(([date]) => date.slice(0, 7) === first.slice(0, 7)))} today={today} hueOf={hueOf} onMove={setMoved} /></div>
        </Card>
      ) : null}
      {themes.length ? (
        <p className={css.legend}>
          {themes.map(([id, name], index) => <span key={id}><i style={hue(index)} />{name}</span>)}
        </p>
      ) : null}
      <Modal opened={moved !== null} onClose={() => setMoved(null)} title={t('calendar.moveTitle', { title: moved?.title ?? '' })}>
        {moved ? (
          <ScheduleAt
            id={moved.id}
            at={moved.publishAt ?? null}
            onDone={({ publishAt }) => {
              setMoved(null);
              notifications.show({ message: t('calendar.moved', { date: publishAt ? format.dateTime(publishAt) : '' }) });
              void client.invalidateQueries({ queryKey: ['ContentCalendar'] });
            }}
          />
        ) : null}
      </Modal>
    </Stack>
  );
}

const hue = (index: number) => ({ '--hue': index < 0 ? 'var(--ink-3)' : `var(--chart-${(index % HUES) + 1})` }) as CSSProperties;

interface MonthProps {
  days: ReadonlyMap<string, Item[]>;
  hueOf: (item: Item) => CSSProperties;
  onMove: (item: Item) => void;
}

function Event({ item, hueOf, onMove }: Omit<MonthProps, 'days'> & { item: Item }) {
  const t = useT(texts);
  const format = useFormat();
  const when = whenOf(item);
  return (
    <div>
      <UiLink className={css.event} title={item.title} style={hueOf(item)} href={`/contenus/publications/${item.id}`}>
        <span>{when ? format.time(when) : ''} {item.title}{item.audience === 'SHAREABLE' ? '' : ` (${t('calendar.internal')})`}</span>
      </UiLink>
      {item.status === 'SCHEDULED' && item.viewerCanApprove ? (
        <button type="button" className={css.move} onClick={() => onMove(item)} aria-label={t('calendar.moveTitle', { title: item.title })}>
          {t('calendar.move')}
        </button>
      ) : null}
    </div>
  );
}

function Month({ first, today, days, ...event }: MonthProps & { first: string; today: string }) {
  const locale = useLocale();
  const weeks = weeksOf(first);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <table className={css.month}>
      <thead>
        <tr>{weeks[0]!.days.map(({ date }) => <th key={date} scope="col">{weekday.format(new Date(`${date}T00:00:00Z`))}</th>)}</tr>
      </thead>
      <tbody>
        {weeks.map(({ week, days: row }) => (
          <tr key={week}>
            {row.map(({ date, inMonth, weekend }) => (
              <td key={date} data-weekend={weekend || undefined} data-out={!inMonth || undefined}>
                <time className={css.day} dateTime={date} data-today={date === today || undefined}>{Number(date.slice(8))}</time>
                {days.get(date)?.map((item) => <Event key={item.id} item={item} {...event} />)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Days({ days, today, ...event }: MonthProps & { today: string }) {
  const t = useT(texts);
  const dayName = new Intl.DateTimeFormat(useLocale(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (!days.size) return <EmptyState title={t('calendar.empty')} reason={t('calendar.emptyReason')} />;
  return (
    <ul className={css.days} style={{ padding: '1rem' }}>
      {[...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, items]) => (
        <li key={date}>
          <h2>{dayName.format(new Date(`${date}T00:00:00Z`))}{date === today ? ` · ${t('calendar.now')}` : ''}</h2>
          {items.map((item) => <Event key={item.id} item={item} {...event} />)}
        </li>
      ))}
    </ul>
  );
}
