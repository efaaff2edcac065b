import type { Locale } from './instance';
import { onceEach } from './once';

/** A date as the API gives it (ISO 8601), a Date, or milliseconds. */
export type When = string | number | Date;
export type DateStyle = 'full' | 'long' | 'medium' | 'short';

export interface Format {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 12 400 -> « 12 k » */
  compact(value: number): string;
  /** `ratio` from 0 to 1. */
  percent(ratio: number, digits?: number): string;
  /** Amount in the currency's main unit. */
  currency(amount: number, code?: string): string;
  /** Day of an instant, in the reader's zone; a plain `2026-10-25` stays that day everywhere. */
  date(when: When, style?: DateStyle): string;
  dayMonth(when: When): string;
  /** `zone`: an IANA name; the zone is written when it isn't the reader's. */
  time(when: When, zone?: string): string;
  dateTime(when: When, zone?: string, style?: DateStyle): string;
  dateRange(from: When, to: When, style?: DateStyle): string;
  /** « il y a 3 jours », « dans 2 heures », from now. */
  relative(when: When, now?: When): string;
  /** « 3 j 4 h »: the two largest units. */
  duration(milliseconds: number): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /** Order of texts as a reader of the language expects: accents and case ignored first. */
  compare(a: string, b: string): number;
}

/** English as in Britain: the day before the month, the week from Monday, 24 hours. */
const TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Tag of a language for `Intl` (BCP 47). */
export const languageTag = (locale: Locale): string => TAGS[locale];

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

const isDay = (when: When): when is string => typeof when === 'string' && DAY_ONLY.test(when);
const toDate = (when: When) => (isDay(when) ? new Date(`${when}T00:00:00Z`) : new Date(when));

/** Whether both languages write a number as its digits: it then needs no formatter, the first of which costs a phone tens of milliseconds. */
export const isWrittenAlike = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 1000;

/** The two largest units of a length of time; whole minutes, at least one. */
export function durationParts(milliseconds: number): { days?: number; hours?: number; minutes?: number } {
  const total = Math.max(1, Math.round(Math.abs(milliseconds) / MINUTE));
  const days = Math.floor(total / 1440);
  const hours = Math.floor((total % 1440) / 60);
  const minutes = total % 60;
  if (days > 0) return hours > 0 ? { days, hours } : { days };
  if (hours > 0) return minutes > 0 ? { hours, minutes } : { hours };
  return { minutes };
}

/**
 * @param language language of the interface
 * @param home the reader's own zone (IANA), the device's when left out
 * @param clock the moment (ms) that ages are counted to
 */
export function createFormat(language: Locale, home?: string, clock: () => number = Date.now): Format {
  const locale = languageTag(language);
  const number = onceEach((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const plain = { format: (value: number) => (isWrittenAlike(value) ? String(value) : number({}).format(value)) };
  const date = onceEach((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
  const collator = onceEach((options: Intl.CollatorOptions) => new Intl.Collator(locale, options));
  const dates = (when: When, options: Intl.DateTimeFormatOptions, zone = home) => date({ ...options, timeZone: isDay(when) ? 'UTC' : zone });
  const zoneName = (zone: string | undefined): Intl.DateTimeFormatOptions => (zone && zone !== (home ?? date({}).resolvedOptions().timeZone) ? { timeZoneName: 'short' } : {});
  const DATE_PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
    full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    medium: { day: 'numeric', month: 'short', year: 'numeric' },
    short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  };
  const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

  return {
    number: (value, options) => (options ? number(options) : plain).format(value),
    compact: (value) => number({ notation: 'compact', maximumFractionDigits: 1 }).format(value),
    percent: (ratio, digits = 0) => number({ style: 'percent', maximumFractionDigits: digits }).format(ratio),
    currency: (amount, code = 'EUR') => number({ style: 'currency', currency: code, ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }) }).format(amount),
    date: (when, style = 'medium') => dates(when, DATE_PARTS[style]).format(toDate(when)),
    dayMonth: (when) => dates(when, { day: 'numeric', month: 'short' }).format(toDate(when)),
    time: (when, zone) => dates(when, { ...TIME, ...zoneName(zone) }, zone).format(toDate(when)),
    dateTime: (when, zone, style = 'medium') => dates(when, { ...DATE_PARTS[style], ...TIME, ...zoneName(zone) }, zone).format(toDate(when)),
    dateRange: (from, to, style = 'medium') => dates(from, DATE_PARTS[style]).formatRange(toDate(from), toDate(to)),
    relative: (when, now = clock()) => {
      const gap = toDate(when).getTime() - toDate(now).getTime();
      const [unit, size] = UNITS.find(([, length]) => Math.abs(gap) >= length) ?? ['minute', MINUTE];
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(gap / size), unit);
    },
    duration: (milliseconds) => new Intl.DurationFormat(locale, { style: 'short' }).format(durationParts(milliseconds)),
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale, { type }).format(items),
    compare: (a, b) => collator({ sensitivity: 'base', numeric: true }).compare(a, b),
  };
}
