import { registerEnumType } from '@nestjs/graphql';
import { addDays } from '@portevoix/identity/shared';
import { isTooSmall } from './privacy';

/** Days looked back on. */
export const HISTORY_DAYS = 28;
/** Days of that history that must be known: with fewer, nothing is usual yet. */
export const MIN_HISTORY = 7;
/** Fewest raw clicks of a day that can stand out. */
export const MIN_CLICKS = 20;
/** Iglewicz & Hoaglin's limit. */
export const MAX_SCORE = 3.5;

/** In what a day stands out. */
export enum ClickSignal {
  /** A larger share of the clicks is set aside than usual. */
  SET_ASIDE_SHARE = 'SET_ASIDE_SHARE',
  /** More raw clicks than usual, valid or not. */
  RAW_COUNT = 'RAW_COUNT',
}
registerEnumType(ClickSignal, { name: 'ClickSignal' });

export interface ClickDayFacts {
  /** ISO date. */
  day: string;
  raw: number;
  valid: number;
  /** Whose links were followed. */
  people: number;
}

export interface ClickDayVerdict {
  day: string;
  /** Clicks of one to four people's links, or of nobody known. */
  withheld: boolean;
  /** Modified z-scores; null: withheld, without a click, or too short a history. */
  shareScore: number | null;
  rawScore: number | null;
  /** In what the day stands out; none: an ordinary day. */
  signals: ClickSignal[];
}

/** The middle value, or the mean of the middle two; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

/**
 * Modified z-score of a value against others: 0.6745 · (x − median) / MAD, which is (x − median) / (1.4826 · MAD)
 * (Iglewicz & Hoaglin, 1993, How to Detect and Handle Outliers, ASQC). The MAD is 0 as soon as half of the values are
 * the same: the spread is then `chance`, and never less, so that a flat history neither divides by zero nor makes an
 * outlier of one click more. Null without values. RangeError unless chance > 0.
 */
export function modifiedZScore(value: number, others: readonly number[], chance: number): number | null {
  if (!(chance > 0)) throw new RangeError('chance must be above 0');
  const middle = median(others);
  if (middle === null) return null;
  const deviation = median(others.map((other) => Math.abs(other - middle))) ?? 0;
  return (value - middle) / Math.max(1.4826 * deviation, chance);
}

/**
 * Each day from `from` on, in order, against the 28 days before it. Withheld days are in no history either, so that
 * nothing told of a day says anything of them; nor are days without a click. Only what is above the usual stands out.
 */
export function clickVerdicts(facts: readonly ClickDayFacts[], from: string): ClickDayVerdict[] {
  const known = facts.filter(({ raw, people }) => raw > 0 && !isTooSmall(people));
  return facts
    .filter(({ day }) => day >= from)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map((facts) => {
      const oldest = addDays(facts.day, -HISTORY_DAYS);
      return verdictOn(facts, known.filter(({ day }) => day >= oldest && day < facts.day));
    });
}

const shareOf = ({ raw, valid }: ClickDayFacts): number => (raw - valid) / raw;

function verdictOn(facts: ClickDayFacts, history: readonly ClickDayFacts[]): ClickDayVerdict {
  const { day, raw, people } = facts;
  const withheld = raw > 0 && isTooSmall(people);
  if (withheld || raw === 0 || history.length < MIN_HISTORY) return { day, withheld, shareScore: null, rawScore: null, signals: [] };
  const shares = history.map(shareOf);
  const counts = history.map((other) => other.raw);
  const shareScore = modifiedZScore(shareOf(facts), shares, shareByChance(median(shares) ?? 0, raw));
  const rawScore = modifiedZScore(raw, counts, countByChance(median(counts) ?? 0));
  const standsOut = (score: number | null): boolean => raw >= MIN_CLICKS && score !== null && score > MAX_SCORE;
  const signals = [...(standsOut(shareScore) ? [ClickSignal.SET_ASIDE_SHARE] : []), ...(standsOut(rawScore) ? [ClickSignal.RAW_COUNT] : [])];
  return { day, withheld, shareScore, rawScore, signals };
}

/** Standard deviation of a count by chance alone (Poisson). */
const countByChance = (usual: number): number => Math.sqrt(Math.max(usual, 1));

/** Standard error of a proportion of n, with two successes and two failures added (Agresti & Coull, 1998, Am. Stat. 52). */
function shareByChance(usual: number, n: number): number {
  const rate = (usual * n + 2) / (n + 4);
  return Math.sqrt((rate * (1 - rate)) / (n + 4));
}
