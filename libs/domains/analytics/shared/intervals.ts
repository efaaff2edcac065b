export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson score interval of a proportion (Wilson, 1927, JASA 22): where the true rate lies, at the confidence of z
 * (1.96: 95 %). Null without observations. RangeError unless 0 <= successes <= n.
 */
export function wilson(successes: number, n: number, z = 1.96): Interval | null {
  if (!(successes >= 0 && successes <= n)) throw new RangeError('successes must lie between 0 and n');
  if (n === 0) return null;
  const rate = successes / n;
  const z2 = z * z;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return { low: successes === 0 ? 0 : Math.max(0, centre - half), high: successes === n ? 1 : Math.min(1, centre + half) };
}
