import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Organisations } from '@portevoix/identity/api';
import { badInput, can, Clock, Db, DomainError, Events, notFound, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { isHeld } from '@portevoix/programmes/shared';
import { ApplicationState, callPhase, CallPhase, CallState, WAITING_APPLICATIONS, type CreateCallInput, type UpdateCallInput } from '@portevoix/recruitment/shared';
import { In, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { Application } from '../applications/application.entity';
import { Invitations } from '../invitations/invitations.service';
import { callOpened } from '../recruitment.events';
import { Call } from './call.entity';

export interface CallCounts {
  waiting: number;
  queued: number;
  accepted: number;
}

/** Calls for volunteers. */
@Injectable()
export class Calls {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly programmes: Programmes,
    private readonly invitations: Invitations,
  ) {}

  /** NOT_FOUND for an unknown id. */
  async byId(id: string): Promise<Call> {
    const call = await this.loader.load(id);
    if (!call) throw notFound();
    return call;
  }

  /** As `byId`, but a draft only exists for those who prepare it. */
  async visibleTo(viewer: Viewer, id: string): Promise<Call> {
    const call = await this.byId(id);
    if (call.state === CallState.DRAFT && !can(viewer, 'recruitment:manage')) throw notFound();
    return call;
  }

  get loader() {
    return this.db.loader<string, Call | null>('recruitment.call', async (ids) => {
      const rows = await this.db.of(Call).findBy({ organisationId: this.db.organisationId, id: In([...ids]) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  /** Newest first. */
  list(): Promise<Call[]> {
    return this.db.of(Call).find({ where: { organisationId: this.db.organisationId }, order: { id: 'DESC' }, take: 100 });
  }

  /** Those that take applications today, the first to close first; none in a pause. */
  async open(): Promise<Call[]> {
    const today = await this.organisations.today();
    const held = (await this.programmes.list()).filter(({ state }) => isHeld(state)).map(({ id }) => id);
    return this.db.of(Call).find({ where: { organisationId: this.db.organisationId, programmeId: Not(In(held)), state: CallState.OPEN, opensOn: LessThanOrEqual(today), closesOn: MoreThanOrEqual(today) }, order: { closesOn: 'ASC', id: 'ASC' }, take: 20 });
  }

  async phaseOf(call: Call): Promise<CallPhase> {
    return callPhase(call, await this.organisations.today());
  }

  /** Applications that the team sees, by call, batched. */
  get counts() {
    return this.db.loader<string, CallCounts>('recruitment.call-counts', async (ids) => {
      const rows = await this.db.query<{ id: string; state: ApplicationState; count: number }>('select call_id as id, state, count(*)::int as count from application where organisation_id = $1 and call_id = any($2) group by 1, 2', [this.db.organisationId, [...ids]]);
      const of = (id: string, state: ApplicationState): number => rows.find((row) => row.id === id && row.state === state)?.count ?? 0;
      return ids.map((id) => ({ waiting: of(id, ApplicationState.SUBMITTED), queued: of(id, ApplicationState.QUEUED), accepted: of(id, ApplicationState.ACCEPTED) }));
    });
  }

  async create({ programmeId, cohortId = null, title, pitch, opensOn, closesOn, places = null }: CreateCallInput): Promise<Call> {
    const programme = programmeId ? await this.programmes.byId(programmeId) : await this.programmes.current();
    if (closesOn < opensOn) throw badInput('closesOn', 'isNotBefore', { date: opensOn });
    await this.checkCohort(programme.id, cohortId);
    const row = this.db.of(Call).create({ ...this.db.key(), programmeId: programme.id, cohortId, title: title.trim(), pitch: pitch.trim(), opensOn, closesOn, state: CallState.DRAFT, places, createdAt: this.clock.now() });
    await this.db.of(Call).insert(row);
    return row;
  }

  /** Choosing the cohort of a call invites those who were accepted before; with people in it, it stays. */
  async update(viewer: Viewer, { id, cohortId, title, pitch, opensOn, closesOn, places }: UpdateCallInput): Promise<Call> {
    const call = await this.locked(id);
    const next = {
      ...(cohortId !== undefined && { cohortId }),
      ...(title != null && { title: title.trim() }),
      ...(pitch != null && { pitch: pitch.trim() }),
      ...(opensOn != null && { opensOn }),
      ...(closesOn != null && { closesOn }),
      ...(places !== undefined && { places }),
    };
    const before = call.cohortId;
    Object.assign(call, next);
    if (call.closesOn < call.opensOn) throw badInput('closesOn', 'isNotBefore', { date: call.opensOn });
    if (cohortId) await this.checkCohort(call.programmeId, cohortId);
    const { accepted } = await this.counts.load(id);
    if (before && call.cohortId !== before && accepted > 0) throw badInput('cohortId', 'isFixed');
    if (call.places !== null && call.places < accepted) throw badInput('places', 'min', { min: accepted });
    if (Object.keys(next).length) await this.db.of(Call).update({ organisationId: call.organisationId, id }, next);
    if (call.cohortId && call.cohortId !== before) await this.inviteAccepted(viewer, call);
    return call;
  }

  /** CALL_ENDED when its last day is past: give it a later one first. PROGRAMME_PAUSED in a pause. */
  async openCall(id: string): Promise<Call> {
    const call = await this.locked(id);
    if (call.closesOn < (await this.organisations.today())) throw new DomainError('CALL_ENDED', { closesOn: call.closesOn });
    if (call.state === CallState.OPEN) return call;
    await this.programmes.mustNotBeHeld(call.programmeId);
    await this.db.of(Call).update({ organisationId: call.organisationId, id }, { state: CallState.OPEN });
    await this.events.publish(callOpened, { callId: id });
    return Object.assign(call, { state: CallState.OPEN });
  }

  /** CALL_STATE for a draft. */
  async close(id: string): Promise<Call> {
    const call = await this.locked(id);
    if (call.state === CallState.DRAFT) throw new DomainError('CALL_STATE', { state: call.state });
    await this.db.of(Call).update({ organisationId: call.organisationId, id }, { state: CallState.CLOSED });
    return Object.assign(call, { state: CallState.CLOSED });
  }

  /** Kept to this unit: two decisions about its places never cross. */
  async locked(id: string): Promise<Call> {
    await this.db.query('select 1 from "call" where organisation_id = $1 and id = $2 for update', [this.db.organisationId, id]);
    this.loader.clear(id);
    this.counts.clear(id);
    return this.byId(id);
  }

  /** Applications that nobody has answered yet. */
  waiting(): Promise<number> {
    return this.db.of(Application).countBy({ organisationId: this.db.organisationId, state: WAITING_APPLICATIONS[0] });
  }

  /** Instant of the oldest that nobody has answered; null without any. */
  async waitingSince(): Promise<Date | null> {
    const oldest = await this.db.of(Application).findOne({ where: { organisationId: this.db.organisationId, state: WAITING_APPLICATIONS[0] }, order: { createdAt: 'ASC' } });
    return oldest?.createdAt ?? null;
  }

  private async inviteAccepted(viewer: Viewer, { id, cohortId, organisationId }: Call): Promise<void> {
    const accepted = await this.db.of(Application).findBy({ organisationId, callId: id, state: ApplicationState.ACCEPTED });
    if (!accepted.length || !cohortId) return;
    await this.invitations.invite(viewer, { cohortId, personIds: accepted.map(({ personId }) => personId), origin: RecruitmentOrigin.VOLUNTEER }, { afresh: true });
  }

  private async checkCohort(programmeId: string, cohortId: string | null): Promise<void> {
    if (cohortId && (await this.cohorts.byId(cohortId)).programmeId !== programmeId) throw badInput('cohortId', 'isKnown');
  }
}
