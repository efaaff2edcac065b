import { READING_RULE } from '@portevoix/content/shared';

/** Whole minutes to read that many words at the speed of the published rule; 1 at least. */
export const minutesOf = (words: number): number => Math.max(1, Math.round(words / READING_RULE.wordsPerMinute));
