import type { TodayObjectivesQuery } from '@portevoix/graphql';

type Objective = TodayObjectivesQuery['objectives'][number];

export interface MeasuredObjective {
  name: string;
  metricId: string;
  target: number;
  /** ISO day. */
  deadline: string;
  current: number;
  /** 0 to 1, of the way from its baseline. */
  share: number;
  reached: boolean;
}

/** The one to look at this morning among those that are measured: the next deadline, else the last one passed; null without any. */
export function nextObjective(objectives: readonly Objective[], today: string): MeasuredObjective | null {
  const measured = objectives.flatMap(({ name, metricId, target, deadline, current, progress }) => (typeof current === 'number' && progress ? [{ name, metricId, target, deadline, current, share: progress.share, reached: progress.reached }] : []));
  const ordered = measured.sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  return ordered.find(({ deadline }) => deadline >= today) ?? ordered.at(-1) ?? null;
}
