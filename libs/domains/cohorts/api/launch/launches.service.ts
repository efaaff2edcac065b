import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LaunchDecisionKind, LaunchItem, type DecideLaunchItemInput } from '@portevoix/cohorts/shared';
import { badInput, Clock, Db, DomainError, Events, type Viewer } from '@portevoix/platform';
import { Principles, Programmes } from '@portevoix/programmes/api';
import { Cohort } from '../cohort.entity';
import { cohortLaunched } from '../cohorts.events';
import { Cohorts } from '../cohorts.service';
import { LaunchChecks } from './launch-checks';
import { LaunchDecision } from './launch-decision.entity';

export interface LaunchPoint {
  item: LaunchItem;
  /** How many are ready; null when only a person can tell. */
  count: number | null;
  isReady: boolean;
  decision: LaunchDecision | null;
}

/** A first campaign prepared like a party: nothing starts before each point is ready, or left out in somebody's name. */
@Injectable()
export class Launches implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly checks: LaunchChecks,
    private readonly cohorts: Cohorts,
    private readonly programmes: Programmes,
    private readonly principles: Principles,
  ) {}

  onModuleInit(): void {
    this.checks.register(LaunchItem.WELCOME, ({ welcome }) => Promise.resolve(welcome.trim() ? 1 : 0));
    this.checks.register(LaunchItem.PRINCIPLES, async ({ programmeId }) => {
      const statement = await this.principles.statement(programmeId);
      return statement && (await this.principles.charter(programmeId)) ? 1 : 0;
    });
  }

  /** Every point, in the order in which they are prepared. */
  async points(cohort: Cohort): Promise<LaunchPoint[]> {
    const { organisationId, id: cohortId } = cohort;
    const decisions = await this.db.of(LaunchDecision).findBy({ organisationId, cohortId });
    const points: LaunchPoint[] = [];
    for (const item of Object.values(LaunchItem)) {
      const count = await this.checks.count(item, cohort);
      const decision = decisions.find((one) => one.item === item) ?? null;
      points.push({ item, count, decision, isReady: (count ?? 0) > 0 || decision !== null });
    }
    return points;
  }

  /** A new word on the same point replaces the one before. BAD_INPUT when what the platform sees itself is confirmed by hand. */
  async decide({ personId: byId }: Viewer, { cohortId, item, kind, reason }: DecideLaunchItemInput): Promise<Cohort> {
    const cohort = await this.preparing(cohortId);
    if (kind === LaunchDecisionKind.CONFIRMED && (await this.checks.count(item, cohort)) !== null) throw badInput('kind', 'isMeasured');
    await this.drop(cohort, item);
    await this.db.of(LaunchDecision).insert({ ...this.db.key(), cohortId, item, kind, reason: reason.trim(), byId, createdAt: this.clock.now() });
    return cohort;
  }

  async undecide(cohortId: string, item: LaunchItem): Promise<Cohort> {
    const cohort = await this.preparing(cohortId);
    await this.drop(cohort, item);
    return cohort;
  }

  /** Marks the start, once. LAUNCH_INCOMPLETE with the points that are missing; PROGRAMME_PAUSED while the programme steps back or is over. */
  async launch(id: string): Promise<Cohort> {
    const cohort = await this.preparing(id);
    await this.programmes.mustNotBeHeld(cohort.programmeId);
    const missing = (await this.points(cohort)).filter(({ isReady }) => !isReady);
    if (missing.length) throw new DomainError('LAUNCH_INCOMPLETE', { count: missing.length, items: missing.map(({ item }) => item).join(' ') });
    const launchedAt = this.clock.now();
    await this.db.of(Cohort).update({ organisationId: cohort.organisationId, id }, { launchedAt });
    await this.events.publish(cohortLaunched, { cohortId: id });
    return Object.assign(cohort, { launchedAt });
  }

  /** Kept to this unit; COHORT_STATE once launched. */
  private async preparing(id: string): Promise<Cohort> {
    const cohort = await this.cohorts.locked(id);
    if (cohort.launchedAt) throw new DomainError('COHORT_STATE', { state: 'LAUNCHED' });
    return cohort;
  }

  private async drop({ organisationId, id: cohortId }: Cohort, item: LaunchItem): Promise<void> {
    await this.db.of(LaunchDecision).delete({ organisationId, cohortId, item });
  }
}
