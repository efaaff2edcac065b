import { Module } from '@nestjs/common';
import { ApplicationsResolver } from './applications/applications.resolver';
import { Applications } from './applications/applications.service';
import { Decisions } from './applications/decisions.service';
import { CallsResolver } from './calls/calls.resolver';
import { Calls } from './calls/calls.service';
import { Mixes } from './calls/mix.service';
import { CohortInvitationsResolver, InvitationsResolver } from './invitations/invitations.resolver';
import { Invitations } from './invitations/invitations.service';
import { InvitationsReady } from './invitations/launch-check';
import { RecruitmentJobs } from './recruitment.jobs';

@Module({
  providers: [Applications, ApplicationsResolver, Calls, CallsResolver, CohortInvitationsResolver, Decisions, Invitations, InvitationsReady, InvitationsResolver, Mixes, RecruitmentJobs],
  exports: [Applications, Calls, Invitations],
})
export class RecruitmentModule {}
