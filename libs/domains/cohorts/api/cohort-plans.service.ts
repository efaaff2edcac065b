import { Injectable } from '@nestjs/common';
import { adviseSize, LaunchPlan, type ApplySizingInput, type CreateCohortInput, type MoveMembersInput, type UpdateCohortInput } from '@portevoix/cohorts/shared';
import { badInput, Clock, Db, DomainError } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { Cohort } from './cohort.entity';
import { Cohorts } from './cohorts.service';
import { FollowUps } from './follow-ups/follow-ups.service';
import { isReferent } from './referents';

/** Cohorts made and changed by those who pilot. */
@Injectable()
export class CohortPlans {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cohorts: Cohorts,
    private readonly followUps: FollowUps,
    private readonly programmes: Programmes,
  ) {}

  /** A cohort of the current programme unless another is named; with `people` and `plan`, its other waves too. */
  async create({ people, plan, programmeId, ...input }: CreateCohortInput): Promise<Cohort> {
    const programme = programmeId ? await this.programmes.byId(programmeId) : await this.programmes.current();
    await isReferent(this.db, input.referentId, 'referentId');
    const { name, strategy, founding, startsOn, referentId } = input;
    const cohort = this.db.of(Cohort).create({
      ...this.db.key(), programmeId: programme.id, name: name.trim(), strategy, founding, startsOn, referentId,
      description: input.description?.trim() ?? '', welcome: input.welcome?.trim() ?? '',
      launchedAt: null, plan: null, plannedSize: people ?? null, wave: null, firstWaveId: null, createdAt: this.clock.now(),
    });
    await this.db.of(Cohort).insert(cohort);
    if (plan && !people) throw badInput('people', 'isNotEmpty');
    return plan && people ? this.applySizing({ cohortId: cohort.id, people, choice: plan }, 'plan') : cohort;
  }

  async update({ id, ...input }: UpdateCohortInput): Promise<Cohort> {
    const cohort = await this.cohorts.byId(id);
    const change = {
      name: input.name?.trim() ?? cohort.name,
      description: input.description?.trim() ?? cohort.description,
      welcome: input.welcome?.trim() ?? cohort.welcome,
      strategy: input.strategy ?? cohort.strategy,
      startsOn: input.startsOn ?? cohort.startsOn,
    };
    return this.save(cohort, change);
  }

  /** The new referent takes over the open follow-up cards of the one before. */
  async setReferent(id: string, personId: string): Promise<Cohort> {
    const cohort = await this.cohorts.byId(id);
    await isReferent(this.db, personId, 'personId');
    await this.followUps.handOver(id, cohort.referentId, personId);
    return this.save(cohort, { referentId: personId });
  }

  /**
   * Keeps how the cohort will be launched: everybody together, a follow-up card each; or in waves, of which it becomes
   * the first and the others are made as empty cohorts. Can be chosen again until the launch. BAD_INPUT when the choice
   * is not one of those advised for that number of people, or when members are more than the people announced.
   */
  async applySizing({ cohortId, people, choice }: ApplySizingInput, choicePath = 'choice'): Promise<Cohort> {
    const cohort = await this.cohorts.locked(cohortId);
    if (cohort.launchedAt || (cohort.wave ?? 1) > 1) throw new DomainError('COHORT_STATE', { state: cohort.launchedAt ? 'LAUNCHED' : 'LATER_WAVE' });
    const option = adviseSize(people).options.find(({ plan }) => plan === choice);
    if (!option) throw badInput(choicePath, 'isAdvised', { people });
    const members = await this.cohorts.memberIds(cohortId);
    if (members.length > people) throw badInput('people', 'coversMembers', { count: members.length });
    await this.dropWaves(cohort);
    const inWaves = choice === LaunchPlan.WAVES;
    await this.save(cohort, { plan: choice, plannedSize: option.waves[0] ?? people, wave: inWaves ? 1 : null });
    if (inWaves) await this.makeWaves(cohort, option.waves);
    await this.followUps.open(cohort, members);
    return cohort;
  }

  /** Members who start in another wave or cohort; the origin of each goes with them. */
  async moveMembers({ fromCohortId, toCohortId, personIds }: MoveMembersInput): Promise<Cohort> {
    const [from, to] = [await this.cohorts.byId(fromCohortId), await this.cohorts.byId(toCohortId)];
    if (from.id === to.id) throw badInput('toCohortId', 'isAnother');
    await this.cohorts.transfer(from, to, personIds);
    return to;
  }

  private async makeWaves(first: Cohort, sizes: readonly number[]): Promise<void> {
    const { organisationId, programmeId, name, description, welcome, strategy, startsOn, referentId } = first;
    const rows = sizes.slice(1).map((plannedSize, index) => ({
      ...this.db.key(), organisationId, programmeId, description, welcome, strategy, startsOn, referentId, plannedSize,
      name: `${name} ${index + 2}`, founding: false, launchedAt: null, plan: LaunchPlan.WAVES, wave: index + 2, firstWaveId: first.id, createdAt: this.clock.now(),
    }));
    await this.db.of(Cohort).insert(rows);
  }

  /** The later waves of an earlier choice go, unless somebody is or was in one. */
  private async dropWaves({ id }: Cohort): Promise<void> {
    const { organisationId } = this.db;
    const [used] = await this.db.query('select 1 from cohort c join cohort_membership m on m.organisation_id = c.organisation_id and m.cohort_id = c.id where c.organisation_id = $1 and c.first_wave_id = $2 limit 1', [organisationId, id]);
    if (used) throw new DomainError('COHORT_STATE', { state: 'WAVES_IN_USE' });
    await this.db.of(Cohort).delete({ organisationId, firstWaveId: id });
  }

  private async save(cohort: Cohort, change: Partial<Cohort>): Promise<Cohort> {
    await this.db.of(Cohort).update({ organisationId: cohort.organisationId, id: cohort.id }, change);
    return Object.assign(cohort, change);
  }
}
