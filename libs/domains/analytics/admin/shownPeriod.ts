import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { addDays, daysBetween } from '@portevoix/identity/shared';

export interface ShownPeriod {
  from: string;
  to: string;
  compareFrom: string;
  compareTo: string;
  /** A cohort, or an origin, never both. */
  cohortId: string | null;
  origin: RecruitmentOrigin | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Three weeks, today included. */
const DEFAULT_DAYS = 21;

/** The days shown before: as many, ending on the eve. */
export function periodBefore(from: string, to: string): { compareFrom: string; compareTo: string } {
  return { compareFrom: addDays(from, -daysBetween(from, to) - 1), compareTo: addDays(from, -1) };
}

const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));

/** `?du=…&au=…&compareDu=…&compareAu=…&cohorte=…` or `&origine=…`; what is missing or makes no sense takes its usual value. */
export function periodOf(search: Record<string, unknown>, today: string): ShownPeriod {
  const { du, au, compareDu, compareAu, cohorte, origine } = search;
  const given = isDay(du) && isDay(au) && du <= au;
  const [from, to] = given ? [du, au] : [addDays(today, 1 - DEFAULT_DAYS), today];
  const before = isDay(compareDu) && isDay(compareAu) && compareDu <= compareAu ? { compareFrom: compareDu, compareTo: compareAu } : periodBefore(from, to);
  const cohortId = typeof cohorte === 'string' && cohorte ? cohorte : null;
  const origin = cohortId ? undefined : Object.values(RecruitmentOrigin).find((value) => value === origine);
  return { from, to, ...before, cohortId, origin: origin ?? null };
}
