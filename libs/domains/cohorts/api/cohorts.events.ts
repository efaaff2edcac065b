import { type RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { defineEvent } from '@portevoix/platform';

/** A person joined a cohort by their own acceptance (or came back within the time to undo a departure). */
export const memberJoined = defineEvent<{ cohortId: string; personId: string; origin: RecruitmentOrigin }>('cohorts.member-joined');
export const memberLeft = defineEvent<{ cohortId: string; personId: string }>('cohorts.member-left');
export const cohortLaunched = defineEvent<{ cohortId: string }>('cohorts.cohort-launched');
