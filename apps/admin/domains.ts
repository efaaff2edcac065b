import { analyticsAdmin } from '@portevoix/analytics/admin';
import type { Domain } from '@portevoix/web';
import { cohortsAdmin } from '@portevoix/cohorts/admin';
import { contentAdmin } from '@portevoix/content/admin';
import { contestsAdmin } from '@portevoix/contests/admin';
import { feedbackAdmin } from '@portevoix/feedback/admin';
import { identityAdmin } from '@portevoix/identity/admin';
import { integrationsAdmin } from '@portevoix/integrations/admin';
import { programmesAdmin } from '@portevoix/programmes/admin';
import { recruitmentAdmin } from '@portevoix/recruitment/admin';
import { home } from './home';

/** The domains whose screens this app shows; one line for each. */
export const domains: readonly Domain[] = [home, identityAdmin, programmesAdmin, cohortsAdmin, recruitmentAdmin, contentAdmin, contestsAdmin, analyticsAdmin, feedbackAdmin, integrationsAdmin];
