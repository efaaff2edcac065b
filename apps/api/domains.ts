import { AnalyticsModule, analyticsSeed } from '@portevoix/analytics/api';
import { CohortsModule, cohortsSeed } from '@portevoix/cohorts/api';
import { ContentModule, contentSeed } from '@portevoix/content/api';
import { ContestsModule, contestsSeed } from '@portevoix/contests/api';
import { FeedbackModule, feedbackSeed } from '@portevoix/feedback/api';
import { IdentityModule, identitySeed } from '@portevoix/identity/api';
import { IntegrationsModule } from '@portevoix/integrations/api';
import type { DemoSeed } from '@portevoix/platform';
import { ProgrammesModule, programmesSeed } from '@portevoix/programmes/api';
import { RecruitmentModule, recruitmentSeed } from '@portevoix/recruitment/api';
import { SharingModule, sharingSeed } from '@portevoix/sharing/api';

/** Every domain, from the bottom up (docs/architecture.md). */
export const domainModules = [IdentityModule, ProgrammesModule, CohortsModule, RecruitmentModule, ContentModule, SharingModule, ContestsModule, FeedbackModule, AnalyticsModule, IntegrationsModule];

/** What each domain puts into the demo organisation, in the same order. */
export const demoSeeds: DemoSeed[] = [identitySeed, programmesSeed, cohortsSeed, recruitmentSeed, contentSeed, sharingSeed, contestsSeed, feedbackSeed, analyticsSeed];
