import { dayOf } from '@portevoix/identity/shared';

/** What a contest may give points for. */
export enum PointSource {
  /** A share that the member declares posted. */
  DECLARED_SHARE = 'DECLARED_SHARE',
  /** A valid click on the member's own link. */
  VALID_CLICK = 'VALID_CLICK',
  /** A content really read. */
  READ = 'READ',
}

export interface PointCaps {
  /** Points that one day can give. */
  perDay?: number | null;
  /** Shares that count in one day: what is posted beyond gives nothing. */
  sharesPerDay?: number | null;
  readsPerDay?: number | null;
  /** Clicks that count on one share, over the whole contest. */
  clicksPerShare?: number | null;
}

export interface PointRules {
  perDeclaredShare: number;
  perValidClick: number;
  perRead: number;
  /** An absent or null cap does not limit. */
  caps: PointCaps;
}

/** What the member has been given so far, in the day of the event (organisation's time zone) and for the share clicked. */
export interface Awarded {
  points: number;
  shares: number;
  reads: number;
  /** Clicks already rewarded on the share concerned. */
  clicksOfShare: number;
}

export const NOTHING_AWARDED: Awarded = { points: 0, shares: 0, reads: 0, clicksOfShare: 0 };

/**
 * Points that one event gives: a whole number, 0 when a cap is reached, less than its price when the day's cap is
 * near. Never negative, whatever the rules say. Reversals are ledger entries, not awards.
 */
export function awardFor(source: PointSource, rules: PointRules, already: Awarded): number {
  const { price, counted, cap } = tariff(source, rules, already);
  if (cap !== null && counted >= cap) return 0;
  const left = rules.caps.perDay == null ? Infinity : Math.max(0, rules.caps.perDay - already.points);
  return Math.floor(Math.max(0, Math.min(price, left))) || 0;
}

function tariff(source: PointSource, rules: PointRules, already: Awarded): { price: number; counted: number; cap: number | null } {
  switch (source) {
    case PointSource.DECLARED_SHARE:
      return { price: rules.perDeclaredShare, counted: already.shares, cap: rules.caps.sharesPerDay ?? null };
    case PointSource.VALID_CLICK:
      return { price: rules.perValidClick, counted: already.clicksOfShare, cap: rules.caps.clicksPerShare ?? null };
    case PointSource.READ:
      return { price: rules.perRead, counted: already.reads, cap: rules.caps.readsPerDay ?? null };
  }
}

/** What has been awarded once an event has been counted (whether or not it gave points). */
export function afterAward(source: PointSource, points: number, already: Awarded): Awarded {
  return {
    points: already.points + points,
    shares: already.shares + (source === PointSource.DECLARED_SHARE ? 1 : 0),
    reads: already.reads + (source === PointSource.READ ? 1 : 0),
    clicksOfShare: already.clicksOfShare + (source === PointSource.VALID_CLICK ? 1 : 0),
  };
}

export interface ContestWindow {
  /** First and last day, both included ("2026-09-01"), lived in the organisation's time zone. */
  firstDay: string;
  lastDay: string;
  zone: string;
}

/** Whether an instant falls inside the contest: its first day from midnight, its last day to the end, on the clocks of the zone. */
export function isInsideWindow(at: Date, window: ContestWindow): boolean {
  const day = dayOf(at, window.zone);
  return window.firstDay <= day && day <= window.lastDay;
}

export interface Score {
  id: string;
  points: number;
  /** When the last point that counts was won; null for somebody without points. */
  reachedAt: Date | null;
}

export type Ranked<Entry extends Score> = Entry & {
  /** Competition rank: equal points, equal rank, and the next ones skipped (1, 2, 2, 4). */
  rank: number;
  /** Place in the final order, 1 to n, without ties: who gets the prize. */
  position: number;
};

/**
 * Orders a leaderboard. Tie rule, published: more points first; on equal points, who reached them first; then the id,
 * so that the order never depends on chance.
 */
export function rank<Entry extends Score>(entries: readonly Entry[]): Ranked<Entry>[] {
  const ordered = [...entries].sort((a, b) => b.points - a.points || instantOf(a) - instantOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let current = 0;
  let previous: number | null = null;
  return ordered.map((entry, index) => {
    if (entry.points !== previous) current = index + 1;
    previous = entry.points;
    return { ...entry, rank: current, position: index + 1 };
  });
}

function instantOf(entry: Score): number {
  return entry.reachedAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
