export enum ObjectiveProblem {
  METRIC_REQUIRED = 'METRIC_REQUIRED',
  UNIT_REQUIRED = 'UNIT_REQUIRED',
  BASELINE_REQUIRED = 'BASELINE_REQUIRED',
  TARGET_REQUIRED = 'TARGET_REQUIRED',
  /** Nothing to gain: the target is where things stand. */
  TARGET_IS_BASELINE = 'TARGET_IS_BASELINE',
  DEADLINE_REQUIRED = 'DEADLINE_REQUIRED',
  DEADLINE_PASSED = 'DEADLINE_PASSED',
  OWNER_REQUIRED = 'OWNER_REQUIRED',
}

export interface ObjectiveDraft {
  metricId?: string | null;
  unit?: string | null;
  baseline?: number | null;
  target?: number | null;
  /** ISO date. */
  deadline?: string | null;
  ownerId?: string | null;
}

/**
 * What an objective lacks to be precise and measurable; empty when it stands. Dates are ISO strings, `today` in the
 * organisation's time zone; a deadline today is still in time.
 */
export function checkObjective(draft: ObjectiveDraft, today: string): { field: keyof ObjectiveDraft; problem: ObjectiveProblem }[] {
  const problems: { field: keyof ObjectiveDraft; problem: ObjectiveProblem }[] = [];
  const refuse = (field: keyof ObjectiveDraft, problem: ObjectiveProblem): void => void problems.push({ field, problem });
  if (!draft.metricId?.trim()) refuse('metricId', ObjectiveProblem.METRIC_REQUIRED);
  if (!draft.unit?.trim()) refuse('unit', ObjectiveProblem.UNIT_REQUIRED);
  if (!Number.isFinite(draft.baseline)) refuse('baseline', ObjectiveProblem.BASELINE_REQUIRED);
  if (!Number.isFinite(draft.target)) refuse('target', ObjectiveProblem.TARGET_REQUIRED);
  else if (draft.target === draft.baseline) refuse('target', ObjectiveProblem.TARGET_IS_BASELINE);
  if (!draft.deadline) refuse('deadline', ObjectiveProblem.DEADLINE_REQUIRED);
  else if (draft.deadline < today) refuse('deadline', ObjectiveProblem.DEADLINE_PASSED);
  if (!draft.ownerId?.trim()) refuse('ownerId', ObjectiveProblem.OWNER_REQUIRED);
  return problems;
}

export interface ObjectiveProgress {
  /** Part of the way from the baseline to the target: negative when going backwards, over 1 when surpassed. */
  ratio: number;
  /** The same between 0 and 1, for a bar. */
  share: number;
  reached: boolean;
}

/** Progress towards a target above or below the baseline; null when the three numbers do not define one. */
export function progress(baseline: number, target: number, current: number): ObjectiveProgress | null {
  if (![baseline, target, current].every(Number.isFinite) || baseline === target) return null;
  // Halved, so that the span of two huge numbers stays finite.
  const ratio = (current / 2 - baseline / 2) / (target / 2 - baseline / 2);
  if (!Number.isFinite(ratio)) return null;
  const reached = target > baseline ? current >= target : current <= target;
  return { ratio, share: Math.min(1, Math.max(0, ratio)), reached };
}
