export { CollectiveGoal, ContestHero, Leaderboard, PointsLedger } from './Contest';
export type { CollectiveGoalProps, ContestHeroProps, LeaderboardPlace, LeaderboardProps, LedgerEntry, PointsLedgerProps } from './Contest';
