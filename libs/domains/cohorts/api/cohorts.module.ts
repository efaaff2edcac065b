import { Global, Module } from '@nestjs/common';
import { CohortPlans } from './cohort-plans.service';
import { CohortsReactions } from './cohorts.reactions';
import { CohortsResolver } from './cohorts.resolver';
import { Cohorts } from './cohorts.service';
import { Departures } from './members/departures.service';
import { FollowUpsResolver } from './follow-ups/follow-ups.resolver';
import { FollowUps } from './follow-ups/follow-ups.service';
import { MemberList } from './members/member-list';
import { MyCohortResolver } from './members/my-cohort.resolver';

@Global()
@Module({
  providers: [CohortPlans, Cohorts, CohortsReactions, CohortsResolver, Departures, FollowUps, FollowUpsResolver, MemberList, MyCohortResolver],
  exports: [CohortPlans, Cohorts, Departures, FollowUps],
})
export class CohortsModule {}
