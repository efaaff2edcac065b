import { Global, Module } from '@nestjs/common';
import { CohortPlans } from './cohort-plans.service';
import { CohortsReactions } from './cohorts.reactions';
import { CohortsResolver } from './cohorts.resolver';
import { Cohorts } from './cohorts.service';
import { Departures } from './members/departures.service';
import { FollowUpsResolver } from './follow-ups/follow-ups.resolver';
import { FollowUps } from './follow-ups/follow-ups.service';
import { LaunchChecks } from './launch/launch-checks';
import { LaunchDecisionResolver, LaunchResolver } from './launch/launch.resolver';
import { Launches } from './launch/launches.service';
import { MemberList } from './members/member-list';
import { MyCohortResolver } from './members/my-cohort.resolver';

@Global()
@Module({
  providers: [CohortPlans, Cohorts, CohortsReactions, CohortsResolver, Departures, FollowUps, FollowUpsResolver, LaunchChecks, LaunchDecisionResolver, Launches, LaunchResolver, MemberList, MyCohortResolver],
  exports: [CohortPlans, Cohorts, Departures, FollowUps, LaunchChecks],
})
export class CohortsModule {}
