import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LaunchChecks } from '@portevoix/cohorts/api';
import { LaunchItem } from '@portevoix/cohorts/shared';
import { Clock, Db } from '@portevoix/platform';

/** A cohort's first day needs something to read: published or on its way, for everybody or for this cohort. */
@Injectable()
export class ContentReady implements OnModuleInit {
  constructor(
    private readonly checks: LaunchChecks,
    private readonly clock: Clock,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.checks.register(LaunchItem.CONTENT, async ({ organisationId, programmeId, id }) => {
      const [row] = await this.db.query<{ count: number }>(
        `select count(*)::int as count from publication p
          where p.organisation_id = $1 and p.programme_id = $2 and p.status in ('PUBLISHED', 'SCHEDULED') and (p.expires_at is null or p.expires_at > $4)
            and (exists (select 1 from publication_target t where t.organisation_id = p.organisation_id and t.publication_id = p.id and t.cohort_id = $3)
              or not exists (select 1 from publication_target t where t.organisation_id = p.organisation_id and t.publication_id = p.id))`,
        [organisationId, programmeId, id, this.clock.now()],
      );
      return row?.count ?? 0;
    });
  }
}
