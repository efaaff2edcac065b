import { addDays, dayOf, daysBetween, startOfDay, weekOf } from '@portevoix/identity/shared';

export interface MonthDay {
  /** "2026-10-12". */
  date: string;
  inMonth: boolean;
  weekend: boolean;
}

/** First day of the month that holds `date`. */
export const firstOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** First day of the month `step` months away. */
export function monthAway(first: string, step: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const index = year * 12 + month - 1 + step;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** Whole weeks from Monday to Sunday that cover a month. */
export function weeksOf(first: string): { week: string; days: MonthDay[] }[] {
  const next = monthAway(first, 1);
  const weeks: { week: string; days: MonthDay[] }[] = [];
  for (let monday = weekOf(first).monday; monday < next; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index): MonthDay => {
      const date = addDays(monday, index);
      return { date, inMonth: date >= first && date < next, weekend: index > 4 };
    });
    weeks.push({ week: weekOf(monday).week, days });
  }
  return weeks;
}

/** The instants between which the weeks of a month lie, in a time zone. */
export function rangeOf(first: string, zone: string): { from: Date; to: Date } {
  const weeks = weeksOf(first);
  return { from: startOfDay(zone, weeks[0]!.days[0]!.date), to: startOfDay(zone, addDays(weeks.at(-1)!.days[6]!.date, 1)) };
}

/** Working days in a row of the month, from `today` on, on which nothing comes out: three or more. */
export function gapsOf(first: string, today: string, busy: ReadonlySet<string>, shortest = 3): { from: string; to: string }[] {
  const gaps: { from: string; to: string; days: number }[] = [];
  let open: { from: string; to: string; days: number } | null = null;
  for (const { date, inMonth, weekend } of weeksOf(first).flatMap(({ days }) => days)) {
    if (weekend) continue;
    if (!inMonth || date < today || busy.has(date)) open = null;
    else if (open && daysBetween(open.to, date) <= 3) Object.assign(open, { to: date, days: open.days + 1 });
    else gaps.push((open = { from: date, to: date, days: 1 }));
  }
  return gaps.filter(({ days }) => days >= shortest).map(({ from, to }) => ({ from, to }));
}

/** Things by the day on which they come out, in the zone. */
export function byDay<T>(items: readonly T[], whenOf: (item: T) => string | null | undefined, zone: string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const when = whenOf(item);
    if (!when) continue;
    const day = dayOf(new Date(when), zone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}
