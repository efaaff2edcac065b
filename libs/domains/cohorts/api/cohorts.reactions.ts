import { Injectable } from '@nestjs/common';
import { personDeactivated } from '@portevoix/identity/api';
import { Clock, Cron, Db, On, type Delivery } from '@portevoix/platform';
import { Cohort } from './cohort.entity';
import { CohortPlans } from './cohort-plans.service';
import { Cohorts } from './cohorts.service';
import { FollowUps } from './follow-ups/follow-ups.service';
import { RETURN_MS } from './members/departures.service';
import { firstPilot } from './referents';

@Injectable()
export class CohortsReactions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cohorts: Cohorts,
    private readonly followUps: FollowUps,
    private readonly plans: CohortPlans,
  ) {}

  /** Somebody without access is in no cohort any more, and no cohort stays without a referent. */
  @On(personDeactivated, 'cohorts.release-person')
  async releasePerson({ personId }: { personId: string }, _delivery: Delivery): Promise<void> {
    for (const cohortId of await this.cohorts.endAll(personId)) await this.followUps.forget(cohortId, personId);
    const pilot = await firstPilot(this.db);
    if (!pilot) return;
    const orphans = await this.db.of(Cohort).findBy({ organisationId: this.db.organisationId, referentId: personId });
    for (const { id } of orphans) await this.plans.setReferent(id, pilot.id);
  }

  /** Notes about people who left are kept for the time to undo it, no longer. */
  @Cron('cohorts.forget-follow-ups', '7,37 * * * *')
  async forgetLeavers(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - RETURN_MS);
    for (const organisationId of await this.db.organisationIds()) await this.db.run(organisationId, 'write', () => this.followUps.forgetLeavers(before));
  }
}
