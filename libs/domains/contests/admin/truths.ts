import type { Truth, TruthLabelProps } from '@portevoix/ui/admin';
import { useT } from '@portevoix/web';
import { texts } from './texts';

/** How each total is known, and its formula in terms of what members do; the number changes with the formula. */
const TOTALS = {
  activeMembers: { kind: 'measured', version: 1, formula: 'count(distinct person of SHARE_DECLARED, CLICK_VALID, READ), member of the cohort at that instant, inside the contest' },
  shares: { kind: 'declared', version: 1, formula: 'count(share declared and not taken back), by a member at that instant, inside the contest' },
  clicks: { kind: 'measured', version: 1, formula: 'count(CLICK_VALID), one per visitor, link and hour, on a member’s link, inside the contest' },
  points: { kind: 'measured', version: 1, formula: 'sum(ledger.points), reversals included' },
  progress: { kind: 'declared', version: 1, formula: 'count(share declared and not taken back) or count(CLICK_VALID), by members at that instant, inside the contest; caps limit points, not the goal' },
} as const satisfies Record<string, { kind: Truth; version: number; formula: string }>;

export type Total = keyof typeof TOTALS;

/** The label of a total, whose press opens what it means; `kind` where it is known in more than one way. */
export function useTotalTruths() {
  const t = useT(texts);
  return (id: Total, kind: Truth = TOTALS[id].kind): TruthLabelProps => ({
    kind,
    definition: { title: t(`definitions.${id}.name`), text: t(`definitions.${id}.text`), formula: TOTALS[id].formula, version: TOTALS[id].version, note: t('definitions.note') },
  });
}
