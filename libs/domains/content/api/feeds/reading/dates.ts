const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Feeds are written with the month names of their server: French, German, Spanish, Italian, Dutch, Portuguese.
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  janv: 1, fev: 2, fevr: 2, feb: 2, mars: 3, marz: 3, mrz: 3, maa: 3, avr: 4, abr: 4, mai: 5, mag: 5, mei: 5, juin: 6, juni: 6, giu: 6,
  juil: 7, juli: 7, lug: 7, aou: 8, aout: 8, ago: 8, set: 9, sept: 9, okt: 10, ott: 10, out: 10, dez: 12, dic: 12, ene: 1, gen: 1,
};
/** Hours east of UTC, of RFC 822 and of what servers write besides. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0, UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 1, BST: 1, CET: 1, MET: 1, CEST: 2, MEST: 2, EET: 2, EEST: 3, MSK: 3, IST: 5.5, JST: 9, AEST: 10, AEDT: 11,
  AST: -4, ADT: -3, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, HST: -10,
};

const TIME = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap]\.?m\.?))?`;
const ZONE = String.raw`(?:\s*\(?(Z|[A-Za-z]{1,5}))?(?:\s*([+\-\u2212]\d{1,2}:?(?:\d{2})?))?`;
const ISO = new RegExp(String.raw`^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T\s_]+${TIME}${ZONE})?`, 'i');
const ISO_BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)(?:,?[\sT]+(?:(?:at|à)\s+)?${TIME}${ZONE})?`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?:,?\s+(?:at\s+)?${TIME}(?:\s+(\d{4}))?${ZONE}(?:\s+(\d{4}))?)?`, 'iu');

interface Parts {
  year?: string;
  month: number;
  day?: string;
  time?: (string | undefined)[];
  zone?: string;
  offset?: string;
}

/**
 * Reads the dates that feeds hold: RFC 3339 and the shortened forms of ISO 8601, RFC 822 and 2822 with their
 * usual faults (no day name, one-digit day, two-digit year, zone names, long or foreign month names),
 * asctime and Java's Date, seconds since 1970. UTC when no zone is given.
 * Undefined for what cannot be read, for impossible days, and outside 1970 to 2199. Never throws.
 */
export function parseDate(raw: string | undefined): Date | undefined {
  const text = raw?.slice(0, 100).replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  if (/^\d{10}(\d{3})?$/.test(text)) return valid(new Date(Number(text) * (text.length === 10 ? 1_000 : 1)));
  // "mar. 5 janv." begins with a day, "mar. 5, 2026" with a month: the whole is tried first, then without its first word.
  const readings = [iso(text), named(text), named(text.replace(/^\p{L}{2,12}\.?,?\s*/u, ''))];
  return readings.map((parts) => parts && build(parts)).find((date) => date !== undefined);
}

function iso(text: string): Parts | undefined {
  const basic = ISO_BASIC.exec(text);
  if (basic) return { year: basic[1], month: Number(basic[2]), day: basic[3], time: [basic[4], basic[5], basic[6]], ...zoneOf(basic[7]) };
  const match = ISO.exec(text);
  if (!match || (match[2] === undefined && text.length > 4)) return undefined;
  return { year: match[1], month: Number(match[2] ?? 1), day: match[3], time: match.slice(4, 9), zone: match[9], offset: match[10] };
}

function zoneOf(text: string | undefined): Pick<Parts, 'zone' | 'offset'> {
  return text?.toUpperCase() === 'Z' ? { zone: 'Z' } : { offset: text };
}

function named(text: string): Parts | undefined {
  const day = DAY_FIRST.exec(text);
  if (day) return { day: day[1], month: monthOf(day[2]), year: day[3], time: day.slice(4, 9), zone: day[9], offset: day[10] };
  const month = MONTH_FIRST.exec(text);
  if (!month) return undefined;
  return { month: monthOf(month[1]), day: month[2], year: month[3] ?? month[9] ?? month[12], time: month.slice(4, 9), zone: month[10], offset: month[11] };
}

function monthOf(name = ''): number {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const exact = OTHER_MONTHS[plain] ?? OTHER_MONTHS[plain.slice(0, 4)];
  return exact ?? (MONTHS.indexOf(plain.slice(0, 3)) + 1 || OTHER_MONTHS[plain.slice(0, 3)] || 0);
}

function build({ year = '', month, day = '1', time = [], zone, offset }: Parts): Date | undefined {
  // RFC 2822 §4.3: 00 to 49 is 2000 to 2049.
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2_000 : 1_900) : Number(year);
  const [hourText = '0', minute = '0', second = '0', fraction = '', half] = time;
  const hour = half ? (Number(hourText) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hourText);
  if (month < 1 || month > 12 || hour > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const midnight = new Date(Date.UTC(fullYear, month - 1, Number(day)));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== Number(day)) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const east = (offset ? offsetMinutes(offset) : (ZONES[(zone ?? '').toUpperCase()] ?? 0) * 60) * 60_000;
  return valid(new Date(midnight.getTime() + ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1_000 + milliseconds - east));
}

function offsetMinutes(offset: string): number {
  const digits = offset.slice(1).replace(':', '');
  const [hours, minutes] = digits.length <= 2 ? [Number(digits), 0] : [Number(digits.slice(0, -2)), Number(digits.slice(-2))];
  const total = hours * 60 + minutes;
  return total > 14 * 60 ? 0 : offset.startsWith('+') ? total : -total;
}

function valid(date: Date): Date | undefined {
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 2200 ? date : undefined;
}
