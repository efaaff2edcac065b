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

/** The one week that holds `date`, as a row of the month. */
export const weekAround = (date: string) => {
  const { week, monday } = weekOf(date);
  return { week, days: Array.from({ length: 7 }, (_, index): MonthDay => ({ date: addDays(monday, index), inMonth: true, weekend: index > 4 })) };
};

/** The instants between which whole weeks lie, in a time zone. */
export function rangeOf(weeks: readonly { days: MonthDay[] }[], zone: string): { from: Date; to: Date } {
  return { from: startOfDay(zone, weeks[0]!.days[0]!.date), to: startOfDay(zone, addDays(weeks.at(-1)!.days[6]!.date, 1)) };
}

export interface Gap {
  from: string;
  to: string;
}

/** Working days in a row of these weeks, from `today` on, on which nothing comes out: three or more. Days of another month do not count. */
export function gapsOf(weeks: readonly { days: MonthDay[] }[], today: string, busy: ReadonlySet<string>, shortest = 3): Gap[] {
  const gaps: (Gap & { days: number })[] = [];
  let open: (Gap & { days: number }) | null = null;
  for (const { date, inMonth, weekend } of weeks.flatMap(({ days }) => days)) {
    if (weekend) continue;
    if (!inMonth || date < today || busy.has(date)) open = null;
    else if (open && daysBetween(open.to, date) <= 3) Object.assign(open, { to: date, days: open.days + 1 });
    else gaps.push((open = { from: date, to: date, days: 1 }));
  }
  return gaps.filter(({ days }) => days >= shortest).map(({ from, to }) => ({ from, to }));
}

/** The parts of gaps that lie in one week, by their first day; each from Monday to Friday at most. */
export function gapsIn(gaps: readonly Gap[], { days }: { days: readonly MonthDay[] }): Map<string, Gap & { days: number }> {
  const working = days.filter(({ weekend }) => !weekend).map(({ date }) => date);
  const parts = gaps.flatMap(({ from, to }) => {
    const inside = working.filter((date) => date >= from && date <= to);
    return inside.length ? [[inside[0]!, { from: inside[0]!, to: inside.at(-1)!, days: inside.length }] as const] : [];
  });
  return new Map(parts);
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
