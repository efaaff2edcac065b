export { demoMembers } from './demo/cohorts';
export { Cohort, CohortMembership } from './cohort.entity';
export { cohortLaunched, memberJoined, memberLeft } from './cohorts.events';
export { cohortsFactory } from './cohorts.factory';
export { CohortsModule } from './cohorts.module';
export { cohortsSeed } from './cohorts.seed';
export { Cohorts, type NewMember } from './cohorts.service';
export { FollowUp } from './follow-ups/follow-up.entity';
