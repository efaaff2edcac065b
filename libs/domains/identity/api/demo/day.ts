import { Temporal } from 'temporal-polyfill';

/**
 * The instant of a demo event given as an offset in days from today (organisation's calendar) and a local time HH:MM.
 * Demo data is written relative to today, so an offset may fall on a weekend: the past and today move back to Friday,
 * the future on to Monday, so that nothing already published becomes future and nothing is published on a Sunday.
 * @param today ISO date in the organisation's time zone
 */
export function demoInstant(today: string, dayOffset: number, time = '09:00', timeZone = 'Europe/Paris'): Date {
  const day = Temporal.PlainDate.from(today).add({ days: dayOffset });
  const weekendDays = day.dayOfWeek - 5;
  const shift = weekendDays <= 0 ? 0 : dayOffset > 0 ? 3 - weekendDays : -weekendDays;
  const zoned = day.add({ days: shift }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

/** The ISO date of a demo offset, weekends included. */
export function demoDate(today: string, dayOffset: number): string {
  return Temporal.PlainDate.from(today).add({ days: dayOffset }).toString();
}
