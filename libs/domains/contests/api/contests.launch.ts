import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LaunchChecks } from '@portevoix/cohorts/api';
import { LaunchItem } from '@portevoix/cohorts/shared';
import { Db } from '@portevoix/platform';
import { IsNull, Not } from 'typeorm';
import { Contest } from './contest.entity';

/** A cohort's first campaign has a contest, open to it. */
@Injectable()
export class ContestReady implements OnModuleInit {
  constructor(
    private readonly checks: LaunchChecks,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.checks.register(LaunchItem.CONTEST, ({ organisationId, id: cohortId }) => this.db.of(Contest).countBy({ organisationId, cohortId, publishedAt: Not(IsNull()) }));
  }
}
