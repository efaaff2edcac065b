import type { CreateContestInput, GoalMetric, PointRulesInput } from '@portevoix/contests/shared';

export type ContestValues = CreateContestInput;

/** What a contest starts from: shares and readings first, caps that reward regularity. */
export function newContest(today: string, lastDay: string): ContestValues {
  return {
    cohortId: '', name: '', description: '', firstDay: today, lastDay, prize: '',
    rules: { perDeclaredShare: 10, perValidClick: 1, perRead: 2, caps: { perDay: 40, sharesPerDay: 3, readsPerDay: 5, clicksPerShare: 25 } },
    collectiveGoal: { metric: 'DECLARED_SHARES' as GoalMetric, target: 50, reward: '' },
  };
}

interface Managed {
  cohortId: string;
  name: string;
  description: string;
  firstDay: string;
  lastDay: string;
  prize: string;
  rules: { perDeclaredShare: number; perValidClick: number; perRead: number; caps: { perDay?: number | null; sharesPerDay?: number | null; readsPerDay?: number | null; clicksPerShare?: number | null } };
  collectiveGoal: { metric: string; target: number; reward: string };
}

/** A contest as the form holds it, without the fields that only the server writes. */
export function valuesOf({ cohortId, name, description, firstDay, lastDay, prize, rules, collectiveGoal }: Managed): ContestValues {
  const { perDeclaredShare, perValidClick, perRead, caps } = rules;
  const bare: PointRulesInput = { perDeclaredShare, perValidClick, perRead, caps: { perDay: caps.perDay ?? null, sharesPerDay: caps.sharesPerDay ?? null, readsPerDay: caps.readsPerDay ?? null, clicksPerShare: caps.clicksPerShare ?? null } };
  return { cohortId, name, description, firstDay, lastDay, prize, rules: bare, collectiveGoal: { metric: collectiveGoal.metric as GoalMetric, target: collectiveGoal.target, reward: collectiveGoal.reward } };
}
