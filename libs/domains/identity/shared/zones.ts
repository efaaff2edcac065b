import { Temporal } from 'temporal-polyfill';

/**
 * Days and weeks in a time zone. Dates are ISO strings ("2026-03-29"), instants are Date. The one rule for local
 * times around a change of clock: a time that does not exist moves forward by the gap (02:30 becomes 03:30), a time
 * that happens twice is the first one.
 */

/** Whether the name is an IANA time zone that this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
}

/** First instant of that day in the zone; RangeError for a date or a zone that does not exist. */
export function startOfDay(zone: string, date: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/** The day as the half-open interval [start, end): 23 hours long in spring, 25 in autumn. */
export function dayRange(zone: string, date: string): { start: Date; end: Date } {
  return { start: startOfDay(zone, date), end: startOfDay(zone, addDays(date, 1)) };
}

/** The instant of a local time ("09:00") on that day, by the rule above. */
export function instantAt(zone: string, date: string, time: string): Date {
  const local = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(local.epochMilliseconds);
}

/** The calendar day ("2026-03-29") that it is in the zone at that instant. */
export function dayOf(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The local time ("09:00") that it is in the zone at that instant, to the minute. */
export function timeOf(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

export interface IsoWeek {
  /** "2026-W13" (ISO 8601: weeks start on Monday, week 1 holds the first Thursday). */
  week: string;
  monday: string;
  sunday: string;
}

/** The ISO week of a date. */
export function weekOf(date: string): IsoWeek {
  const day = Temporal.PlainDate.from(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const number = String(day.weekOfYear ?? 0).padStart(2, '0');
  return { week: `${day.yearOfWeek ?? day.year}-W${number}`, monday: monday.toString(), sunday: monday.add({ days: 6 }).toString() };
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
