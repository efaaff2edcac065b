import { Injectable } from '@nestjs/common';
import { Organisations, People } from '@portevoix/identity/api';
import { Clock, Db, DomainError, notFound, type FieldProblem } from '@portevoix/platform';
import { checkObjective, OBJECTIVE_METRICS, ObjectiveProblem, progress, type CreateObjectiveInput, type ObjectiveProgress, type ObjectiveUnit, type UpdateObjectiveInput } from '@portevoix/programmes/shared';
import { Programmes } from '../programmes.service';
import { Objective } from './objective.entity';
import { ObjectiveMeters } from './objective-meters';

const RULES: Record<ObjectiveProblem, string> = {
  [ObjectiveProblem.METRIC_REQUIRED]: 'isNotEmpty',
  [ObjectiveProblem.UNIT_REQUIRED]: 'isNotEmpty',
  [ObjectiveProblem.BASELINE_REQUIRED]: 'isNumber',
  [ObjectiveProblem.TARGET_REQUIRED]: 'isNumber',
  [ObjectiveProblem.TARGET_IS_BASELINE]: 'differsFromBaseline',
  [ObjectiveProblem.DEADLINE_REQUIRED]: 'isNotEmpty',
  [ObjectiveProblem.DEADLINE_PASSED]: 'isNotPassed',
  [ObjectiveProblem.OWNER_REQUIRED]: 'isNotEmpty',
};

/** Precise and measurable, or refused; progress is computed, never typed. */
@Injectable()
export class Objectives {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly programmes: Programmes,
    private readonly meters: ObjectiveMeters,
  ) {}

  /** The nearest deadline first. */
  async of(programmeId: string): Promise<Objective[]> {
    await this.programmes.byId(programmeId);
    return this.db.of(Objective).find({ where: { organisationId: this.db.organisationId, programmeId }, order: { deadline: 'ASC', id: 'ASC' } });
  }

  async byId(id: string): Promise<Objective> {
    const objective = await this.db.of(Objective).findOneBy({ organisationId: this.db.organisationId, id });
    if (!objective) throw notFound();
    return objective;
  }

  async create(input: CreateObjectiveInput): Promise<Objective> {
    await this.programmes.byId(input.programmeId);
    const row = this.db.of(Objective).create({ ...this.db.key(), ...(await this.checked(input)), createdAt: this.clock.now() });
    await this.db.of(Objective).insert(row);
    return row;
  }

  async update({ id, ...input }: UpdateObjectiveInput): Promise<Objective> {
    const objective = await this.byId(id);
    const change = await this.checked({ ...input, programmeId: objective.programmeId }, objective.deadline);
    await this.db.of(Objective).update({ organisationId: objective.organisationId, id }, change);
    return Object.assign(objective, change);
  }

  async remove(id: string): Promise<void> {
    const { organisationId } = await this.byId(id);
    await this.db.of(Objective).delete({ organisationId, id });
  }

  /** Whether the platform measures what it aims at. */
  isMeasured({ metricId }: Objective): boolean {
    return this.meters.has(metricId);
  }

  /** Of the programme's members, each at the instant of the fact; null: not measured, or about fewer than five people. */
  current({ metricId, programmeId }: Objective): Promise<number | null> {
    return this.meters.value(metricId, programmeId);
  }

  async progress(objective: Objective): Promise<ObjectiveProgress | null> {
    const current = await this.current(objective);
    return current === null ? null : progress(objective.baseline, objective.target, current);
  }

  /** A deadline already set may stay when it has passed. */
  private async checked({ programmeId, name, metricId, baseline, target, deadline, ownerId, serves }: CreateObjectiveInput, kept?: string) {
    const unit: ObjectiveUnit | undefined = OBJECTIVE_METRICS[metricId];
    const today = await this.organisations.today();
    const problems = checkObjective({ metricId, unit, baseline, target, deadline, ownerId }, deadline === kept ? deadline : today);
    const fields = problems.map(({ field, problem }): FieldProblem => ({ path: field === 'unit' ? 'metricId' : field, rule: RULES[problem], params: {} }));
    if (!problems.some(({ field }) => field === 'ownerId') && !(await this.people.loader.load(ownerId))) fields.push({ path: 'ownerId', rule: 'isKnown', params: {} });
    if (fields.length || !unit) throw new DomainError('BAD_INPUT', {}, fields);
    return { programmeId, name: name.trim(), metricId, unit, baseline, target, deadline, ownerId, serves: serves?.trim() || null };
  }
}
