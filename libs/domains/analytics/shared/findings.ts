/** Rules behind the titles of charts: each says only what its figures bear, or nothing. */

export interface NetworkFigures {
  network: string;
  /** Opened and nothing more: an intention. */
  opened: number;
  declared: number;
  /** Shown by a click. */
  measured: number;
}

export const sharesOf = ({ declared, measured }: NetworkFigures): number => declared + measured;

export type NetworksFinding =
  | { kind: 'NONE' }
  /** Too few shares to speak of parts. */
  | { kind: 'FEW'; total: number }
  /** All on one network. */
  | { kind: 'ALL'; network: string; total: number }
  /** `tenths` shares out of ten, when a whole number of tenths says it within two points of a hundred. */
  | { kind: 'TENTHS'; network: string; tenths: number; shares: number; total: number }
  | { kind: 'MOST'; network: string; shares: number; total: number }
  /** No network has half of the shares. */
  | { kind: 'SPREAD'; total: number };

/** Fewest shares to speak of a part of ten. */
const ENOUGH = 10;

export function networksFinding(rows: readonly NetworkFigures[]): NetworksFinding {
  const total = rows.reduce((sum, row) => sum + sharesOf(row), 0);
  if (total === 0) return { kind: 'NONE' };
  const first = [...rows].sort((a, b) => sharesOf(b) - sharesOf(a))[0]!;
  const { network } = first;
  const shares = sharesOf(first);
  if (total < ENOUGH) return { kind: 'FEW', total };
  if (shares === total) return { kind: 'ALL', network, total };
  const tenths = Math.round((shares / total) * 10);
  if (tenths >= 5 && tenths <= 9 && Math.abs(shares / total - tenths / 10) <= 0.02) return { kind: 'TENTHS', network, tenths, shares, total };
  return shares * 2 > total ? { kind: 'MOST', network, shares, total } : { kind: 'SPREAD', total };
}

export interface ClickFigures {
  raw: number;
  bots: number;
  duplicates: number;
  own: number;
  valid: number;
}

export type ClicksFinding =
  | { kind: 'NONE' }
  | { kind: 'ALL' }
  /** One raw click in `in` is a real one, within two points of a hundred. */
  | { kind: 'ONE_IN'; in: number }
  /** `percent` of raw clicks are real. */
  | { kind: 'PART'; percent: number };

export function clicksFinding({ raw, valid }: ClickFigures): ClicksFinding {
  if (raw === 0) return { kind: 'NONE' };
  if (valid === raw) return { kind: 'ALL' };
  const share = valid / raw;
  const nearest = valid ? Math.round(raw / valid) : 0;
  if (nearest >= 2 && nearest <= 5 && Math.abs(share - 1 / nearest) <= 0.02) return { kind: 'ONE_IN', in: nearest };
  return { kind: 'PART', percent: Math.round(share * 100) };
}

export type ChangeFinding =
  | { kind: 'NONE' }
  | { kind: 'NEW'; value: number }
  /** `percent` up or down; only from ten on, under which a percentage says nothing. */
  | { kind: 'PERCENT'; percent: number }
  | { kind: 'COUNT'; by: number }
  | { kind: 'SAME' };

/** How a count moved from one period to the next; null values (withheld, or nothing to compare with) say nothing. */
export function changeOf(value: number | null, previous: number | null): ChangeFinding {
  if (value === null || previous === null) return { kind: 'NONE' };
  if (value === previous) return { kind: 'SAME' };
  if (previous === 0) return { kind: 'NEW', value };
  if (previous < ENOUGH) return { kind: 'COUNT', by: value - previous };
  const percent = Math.round(((value - previous) / previous) * 100);
  return percent === 0 ? { kind: 'SAME' } : { kind: 'PERCENT', percent };
}

/**
 * The network that carries a growth: it alone makes at least half of what all networks that grew have won. Null when
 * the total did not grow.
 */
export function carrierOf(rows: readonly NetworkFigures[], before: readonly NetworkFigures[]): string | null {
  const gains = rows.map((row) => {
    const past = before.find(({ network }) => network === row.network);
    return { network: row.network, gain: sharesOf(row) - (past ? sharesOf(past) : 0) };
  });
  const total = (list: readonly NetworkFigures[]): number => list.reduce((sum, row) => sum + sharesOf(row), 0);
  if (total(rows) <= total(before)) return null;
  const won = gains.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain);
  const all = won.reduce((sum, { gain }) => sum + gain, 0);
  const [first, second] = won;
  return first && first.gain * 2 >= all && first.gain > (second?.gain ?? 0) ? first.network : null;
}
