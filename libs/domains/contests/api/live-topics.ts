/** A balance changed: a ScoreChange. */
export const scoreChanged = 'contests.score-changed';
/** Somebody joined, renamed or left a ranking: a BoardChange. */
export const boardChanged = 'contests.board-changed';

export interface BoardChange {
  contestId: string;
}

/** The total, not the difference: a message that comes late or twice does no harm. */
export interface ScoreChange extends BoardChange {
  personId: string;
  points: number;
  version: number;
}
