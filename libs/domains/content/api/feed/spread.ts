/**
 * When one theme has this share of a page of at least `page` items, others among the next `lookAhead` take up to `part`
 * of its places; at most `held` of them are ahead of their turn at a time.
 */
export const RELIEF = { page: 5, share: 0.8, part: 0.25, lookAhead: 200, held: 8 } as const;

/** How many places of a page may go to other themes, when earlier pages have brought up `held` that are still to come. */
export const reliefFor = (places: number, held: number): number => (places < RELIEF.page ? 0 : Math.max(0, Math.min(Math.ceil(places * RELIEF.part), RELIEF.held - held)));

/**
 * The same items, reordered so that two neighbours share a group only when nothing else is left: each time the first
 * remaining item of another group than the last one, so that the order moves as little as possible. O(n²) for a page.
 */
export function spread<T>(items: readonly T[], groupOf: (item: T) => string | null): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length) {
    const last = result.at(-1);
    const other = last === undefined ? 0 : left.findIndex((item) => groupOf(item) === null || groupOf(item) !== groupOf(last));
    result.push(...left.splice(Math.max(other, 0), 1));
  }
  return result;
}
