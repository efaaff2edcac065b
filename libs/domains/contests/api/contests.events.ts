import { defineEvent } from '@portevoix/platform';

/** A contest was opened to its cohort; once in its life. */
export const contestPublished = defineEvent<{ contestId: string; cohortId: string }>('contests.contest-published');
