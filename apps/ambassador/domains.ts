import { cohortsAmbassador } from '@portevoix/cohorts/ambassador';
import { contentAmbassador } from '@portevoix/content/ambassador';
import { feedbackAmbassador } from '@portevoix/feedback/ambassador';
import { programmesAmbassador } from '@portevoix/programmes/ambassador';
import { recruitmentAmbassador } from '@portevoix/recruitment/ambassador';
import { contestsAmbassador } from '@portevoix/contests/ambassador';
import { sharingAmbassador } from '@portevoix/sharing/ambassador';
import type { Domain } from '@portevoix/web';
import { account } from './account';

/** The domains whose screens this app shows; one line for each. */
export const domains: readonly Domain[] = [account, programmesAmbassador, cohortsAmbassador, recruitmentAmbassador, contentAmbassador, sharingAmbassador, contestsAmbassador, feedbackAmbassador];
