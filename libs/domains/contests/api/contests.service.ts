import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { CONTEST_LIMITS, contestState, ContestState, type ContestFromTemplateInput, type CreateContestInput, type UpdateContestInput } from '@portevoix/contests/shared';
import { Organisations } from '@portevoix/identity/api';
import { addDays, daysBetween } from '@portevoix/identity/shared';
import { badInput, can, Clock, Db, DomainError, Events, notFound, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { In } from 'typeorm';
import { Contest } from './contest.entity';
import { contestPublished } from './contests.events';

type Written = Pick<Contest, 'cohortId' | 'programmeId' | 'name' | 'description' | 'rules' | 'firstDay' | 'lastDay' | 'prize' | 'collectiveGoal'>;

export const MANAGE = 'contests:manage';

@Injectable()
export class Contests {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly programmes: Programmes,
  ) {}

  /** NOT_FOUND for an unknown id. */
  async byId(id: string): Promise<Contest> {
    const contest = await this.db.of(Contest).findOneBy({ organisationId: this.db.organisationId, id });
    if (!contest) throw notFound();
    return contest;
  }

  /** As whoever runs contests, or as a member of its cohort once it is published; NOT_FOUND otherwise. */
  async visibleTo(viewer: Viewer, id: string): Promise<Contest> {
    const contest = await this.byId(id);
    if (can(viewer, MANAGE)) return contest;
    if (!contest.publishedAt || !(await this.cohorts.cohortIdsOf(viewer.personId)).includes(contest.cohortId)) throw notFound();
    return contest;
  }

  /** Published contests of the viewer's cohorts: running first, then those to come, then the finished ones, latest first. */
  async mine({ personId }: Viewer): Promise<Contest[]> {
    const cohortIds = await this.cohorts.cohortIdsOf(personId);
    if (!cohortIds.length) return [];
    const today = await this.organisations.today();
    const found = await this.db.of(Contest).find({ where: { organisationId: this.db.organisationId, cohortId: In(cohortIds) }, order: { lastDay: 'DESC', id: 'DESC' } });
    const order = [ContestState.RUNNING, ContestState.UPCOMING, ContestState.FINISHED];
    const place = (contest: Contest) => order.indexOf(contestState(contest, today));
    return found.filter(({ publishedAt }) => publishedAt).sort((a, b) => place(a) - place(b));
  }

  /** Drafts included, latest first. */
  all(filter: { cohortId?: string; templateId?: string } = {}): Promise<Contest[]> {
    return this.db.of(Contest).find({ where: { organisationId: this.db.organisationId, ...filter }, order: { firstDay: 'DESC', id: 'DESC' } });
  }

  async state(contest: Contest): Promise<ContestState> {
    return contestState(contest, await this.organisations.today());
  }

  /** A draft: members see it once it is published. */
  async create(input: CreateContestInput): Promise<Contest> {
    return this.insert(await this.checked(input), null);
  }

  /** The same contest for another cohort: same rules, same length, same template, as a draft. */
  async fromTemplate({ contestId, cohortId, firstDay, name }: ContestFromTemplateInput): Promise<Contest> {
    const model = await this.byId(contestId);
    const lastDay = addDays(firstDay, daysBetween(model.firstDay, model.lastDay));
    return this.insert(await this.checked({ ...model, cohortId, firstDay, lastDay, name: name ?? model.name }), model.templateId);
  }

  /** CONTEST_STARTED once a published contest has begun: its rules are frozen. */
  async update({ id, ...input }: UpdateContestInput): Promise<Contest> {
    const contest = await this.changeable(id);
    const changes = await this.checked(input);
    await this.db.of(Contest).update({ organisationId: contest.organisationId, id }, changes);
    return Object.assign(contest, changes);
  }

  /** Opens it to its cohort; twice is once. A contest whose first day has passed is refused: no point is given backwards; PROGRAMME_PAUSED in a pause. */
  async publish(id: string): Promise<Contest> {
    const contest = await this.locked(id);
    if (contest.publishedAt) return contest;
    await this.programmes.mustNotBeHeld(contest.programmeId);
    if (contest.firstDay < (await this.organisations.today())) throw badInput('firstDay', 'isNotPast');
    contest.publishedAt = this.clock.now();
    await this.db.of(Contest).update({ organisationId: contest.organisationId, id }, { publishedAt: contest.publishedAt });
    await this.events.publish(contestPublished, { contestId: id, cohortId: contest.cohortId });
    return contest;
  }

  /** Only before it starts: afterwards it holds people's points. */
  async remove(id: string): Promise<void> {
    const { organisationId } = await this.changeable(id);
    await this.db.of(Contest).delete({ organisationId, id });
  }

  private async insert(values: Written, templateId: string | null): Promise<Contest> {
    const key = this.db.key();
    const contest = this.db.of(Contest).create({ ...key, ...values, templateId: templateId ?? key.id, publishedAt: null, createdAt: this.clock.now() });
    await this.db.of(Contest).insert(contest);
    return contest;
  }

  private async checked(input: CreateContestInput): Promise<Written> {
    const { cohortId, name, description, rules, firstDay, lastDay, prize, collectiveGoal } = input;
    const { programmeId } = await this.cohorts.byId(cohortId);
    if (firstDay < (await this.organisations.today())) throw badInput('firstDay', 'isNotPast');
    if (lastDay < firstDay) throw badInput('lastDay', 'isNotBeforeFirstDay');
    if (daysBetween(firstDay, lastDay) >= CONTEST_LIMITS.days) throw badInput('lastDay', 'isWithinDays', { limit: CONTEST_LIMITS.days });
    if (rules.perDeclaredShare + rules.perValidClick + rules.perRead === 0) throw badInput('rules.perDeclaredShare', 'givesPoints');
    const { perDay = null, sharesPerDay = null, readsPerDay = null, clicksPerShare = null } = rules.caps;
    return {
      cohortId, programmeId, firstDay, lastDay,
      name: name.trim(), description: description?.trim() ?? '', prize: prize.trim(),
      rules: { perDeclaredShare: rules.perDeclaredShare, perValidClick: rules.perValidClick, perRead: rules.perRead, caps: { perDay, sharesPerDay, readsPerDay, clicksPerShare } },
      collectiveGoal: { metric: collectiveGoal.metric, target: collectiveGoal.target, reward: collectiveGoal.reward.trim() },
    };
  }

  private async changeable(id: string): Promise<Contest> {
    const contest = await this.locked(id);
    if (contest.publishedAt && contest.firstDay <= (await this.organisations.today())) throw new DomainError('CONTEST_STARTED');
    return contest;
  }

  private async locked(id: string): Promise<Contest> {
    await this.db.query('select 1 from contest where organisation_id = $1 and id = $2 for update', [this.db.organisationId, id]);
    return this.byId(id);
  }
}
