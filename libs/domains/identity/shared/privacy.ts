/** Fewest people behind any figure shown: under it, the figure is withheld. */
export const THRESHOLD = 5;

/**
 * A count of people, or null when it must be withheld: 1 to threshold - 1. Zero concerns nobody and is shown; ask
 * `isTooSmall` whether the group itself is large enough to be looked at.
 */
export function suppress(count: number, threshold = THRESHOLD): number | null {
  return count > 0 && count < threshold ? null : count;
}

/**
 * A count of people, or of what people did, in whole groups of the threshold: what a part of the organisation did, over
 * periods that anybody may choose. Two such counts differ by nothing or by a whole group, whatever the periods.
 */
export function inWholeGroups(count: number, threshold = THRESHOLD): number {
  return count - (count % threshold);
}

/** Whether a filtered group is too small for any figure about it (« effectif trop faible »): a group of 0 included. */
export function isTooSmall(people: number, threshold = THRESHOLD): boolean {
  return people < threshold;
}

/** Whether showing two groups, one inside the other, would isolate the few people between them (5 and 5 minus 1). */
export function isolates(outer: number, inner: number, threshold = THRESHOLD): boolean {
  const between = Math.abs(outer - inner);
  return between > 0 && between < threshold;
}

/**
 * People of a group who did something, as a proportion that can be shown: null when the group is too small, or when
 * fewer than the threshold did, or did not (which tells as much).
 */
export function suppressShare(did: number, people: number, threshold = THRESHOLD): { did: number; people: number; share: number } | null {
  if (isTooSmall(people, threshold) || suppress(did, threshold) === null || suppress(people - did, threshold) === null) return null;
  return { did, people, share: did / people };
}
