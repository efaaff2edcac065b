import { suppress, THRESHOLD } from '@portevoix/identity/shared';

/**
 * Counts that add up to a known total, null where withheld: those of 1 to `threshold` - 1, and then the smallest
 * others until what is withheld amounts to `threshold` people, so that no subtraction gives a small figure.
 */
export function withholdSmall(counts: readonly number[], threshold = THRESHOLD): (number | null)[] {
  const shown: (number | null)[] = counts.map((count) => suppress(count, threshold));
  const withheld = (): number => counts.reduce((sum, count, index) => (shown[index] === null ? sum + count : sum), 0);
  while (withheld() > 0 && withheld() < threshold) {
    const [next] = shown.flatMap((count, index) => (count ? [{ count, index }] : [])).sort((a, b) => a.count - b.count);
    if (!next) break;
    shown[next.index] = null;
  }
  return shown;
}
