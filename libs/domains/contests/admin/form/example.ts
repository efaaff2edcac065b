import { afterAward, awardFor, NOTHING_AWARDED, PointSource, type PointRules } from '@portevoix/contests/shared';

/** A zealous day: more of everything than a sensible cap lets through. */
export const EXAMPLE_DAY = [
  { source: PointSource.DECLARED_SHARE, count: 4 },
  { source: PointSource.VALID_CLICK, count: 30 },
  { source: PointSource.READ, count: 6 },
] as const;

export interface ExampleDay {
  /** Points of each part of the day, in the order of EXAMPLE_DAY. */
  given: number[];
  total: number;
  /** Whether some event gave less than its price. */
  capped: boolean;
}

/** The points of the example day, by the very function that gives the real ones. */
export function exampleDay(rules: PointRules): ExampleDay {
  let already = NOTHING_AWARDED;
  const given = EXAMPLE_DAY.map(({ source, count }) => {
    const before = already.points;
    for (let each = 0; each < count; each += 1) already = afterAward(source, awardFor(source, rules, already), already);
    return already.points - before;
  });
  const uncapped = 4 * rules.perDeclaredShare + 30 * rules.perValidClick + 6 * rules.perRead;
  return { given, total: already.points, capped: already.points < uncapped };
}
