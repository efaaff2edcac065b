/** The first of 1, 2, 4, 6, 8 times a power of ten, whose half reads well too, that is not under `value`; 1 for zero and less. */
export function niceMax(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  for (const factor of [1, 2, 4, 6, 8, 10]) if (factor * power >= value) return factor * power;
  return 10 * power;
}

/**
 * Positions (px) near the wished ones, in the same order as given, at least `gap` apart when the room allows it,
 * all between `low` and `high`.
 */
export function placeLabels(wished: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wished.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  const space = order.length > 1 ? Math.min(gap, (high - low) / (order.length - 1)) : gap;
  let floor = low;
  for (const one of order) {
    one.y = Math.max(one.y, floor);
    floor = one.y + space;
  }
  let ceiling = high;
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, ceiling);
    ceiling = one.y - space;
  }
  const result = new Array<number>(wished.length).fill(0);
  for (const one of order) result[one.i] = one.y;
  return result;
}
