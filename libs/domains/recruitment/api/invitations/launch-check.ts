import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cohorts, LaunchChecks } from '@portevoix/cohorts/api';
import { LaunchItem } from '@portevoix/cohorts/shared';
import { Invitations } from './invitations.service';

/** A launch needs people: those who are in, and those who were asked. */
@Injectable()
export class InvitationsReady implements OnModuleInit {
  constructor(
    private readonly checks: LaunchChecks,
    private readonly cohorts: Cohorts,
    private readonly invitations: Invitations,
  ) {}

  onModuleInit(): void {
    this.checks.register(LaunchItem.INVITATIONS, async ({ id }) => (await this.cohorts.sizes.load(id)) + (await this.invitations.openCounts.load(id)));
  }
}
