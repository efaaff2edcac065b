import type { ContentCalendarQuery } from '@portevoix/graphql';
import { addDays, dayOf, weekOf } from '@portevoix/identity/shared';
import { queryOf, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarDocument } from '../content.graphql';
import { byDay, firstOf, gapsOf, monthAway, rangeOf, weekAround, weeksOf } from './month';

export type Item = ContentCalendarQuery['publicationCalendar'][number];
export const VIEWS = ['mois', 'semaine', 'liste'] as const;
export type View = (typeof VIEWS)[number];

export const whenOf = ({ publishAt, publishedAt }: Item): string | null | undefined => publishAt ?? publishedAt;

interface Search {
  vue?: string;
  /** Any day of what is shown; today when it is left out. */
  jour?: string;
  cohorte?: string;
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address says to show, and what comes out in it. */
export function useCalendar() {
  const navigate = useNavigate();
  const { timeZone } = useViewer().organisation;
  const search = useSearch({ strict: false }) as Search;
  const today = dayOf(new Date(), timeZone);
  const day = isDay(search.jour) ? search.jour : today;
  const view: View = VIEWS.find((one) => one === search.vue) ?? 'mois';
  const first = firstOf(day);
  const weeks = view === 'semaine' ? [weekAround(day)] : weeksOf(first);
  const cohortId = search.cohorte || undefined;
  const { from, to } = rangeOf(weeks, timeZone);
  const query = useQuery(queryOf(CalendarDocument, { from: from.toISOString(), to: to.toISOString(), cohortId: cohortId ?? null }));
  const items = query.data?.publicationCalendar ?? [];
  const days = byDay(items, whenOf, timeZone);
  const go = (next: Search) => void navigate({ to: '.', search: { ...search, ...next } as never, replace: true });
  const inPeriod = (date: string) => view === 'semaine' || firstOf(date) === first;
  return {
    ...query, items, days, weeks, view, first, today, timeZone, cohortId, inPeriod,
    monday: weekOf(day).monday,
    gaps: gapsOf(weeks, today, new Set(days.keys())),
    setView: (vue: View) => go({ vue: vue === 'mois' ? undefined : vue }),
    setCohort: (id: string | null) => go({ cohorte: id ?? undefined }),
    showToday: () => go({ jour: undefined }),
    step: (by: 1 | -1) => go({ jour: view === 'semaine' ? addDays(day, 7 * by) : monthAway(first, by) }),
  };
}

export type Calendar = ReturnType<typeof useCalendar>;
