/** A balance changed: a ScoreChange. */
export const scoreChanged = 'contests.score-changed';
/** Somebody joined, renamed or left a ranking: a RankingChange. */
export const boardChanged = 'contests.board-changed';

export interface BoardChange {
  contestId: string;
  personId: string;
}

export interface RankingChange extends BoardChange {
  ranked: boolean;
}

/** The total, not the difference: a message that comes late or twice does no harm. */
export interface ScoreChange extends BoardChange {
  points: number;
  /** Milliseconds; null for somebody without points. */
  reachedAt: number | null;
  version: number;
}
