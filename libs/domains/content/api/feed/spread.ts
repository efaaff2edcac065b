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
