import { Injectable } from '@nestjs/common';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { badInput, Clock, Db, DomainError, notFound, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { Actor, ApplicationAction, ApplicationState, DecisionAction, moveApplication, UNDO_SECONDS, VISIBLE_APPLICATIONS, type DecideApplicationsInput } from '@portevoix/recruitment/shared';
import { In } from 'typeorm';
import { type Call } from '../calls/call.entity';
import { Calls } from '../calls/calls.service';
import { Invitations } from '../invitations/invitations.service';
import { Application } from './application.entity';

const ACTIONS = { [DecisionAction.ACCEPT]: ApplicationAction.ACCEPT, [DecisionAction.QUEUE]: ApplicationAction.QUEUE };
const TARGETS = { [DecisionAction.ACCEPT]: ApplicationState.ACCEPTED, [DecisionAction.QUEUE]: ApplicationState.QUEUED };

/** The team's answers to applications. An accepted applicant is invited: they are a member when they say so. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calls: Calls,
    private readonly invitations: Invitations,
    private readonly programmes: Programmes,
  ) {}

  /**
   * Decides all or nothing. Those withdrawn meanwhile are left out without a word. PLACES_TAKEN when a call has fewer
   * places left than people accepted; APPLICATION_STATE when one of them cannot be decided so.
   */
  async decide(viewer: Viewer, { ids, action }: DecideApplicationsInput): Promise<Application[]> {
    const { applications, calls } = await this.locked(ids);
    const target = TARGETS[action];
    const changing = applications.filter(({ state }) => state !== target);
    for (const { id, state } of changing) {
      if (!moveApplication(state, ACTIONS[action], Actor.TEAM).ok) throw new DomainError('APPLICATION_STATE', { id, state });
    }
    const now = this.clock.now();
    for (const call of calls) {
      const chosen = changing.filter(({ callId }) => callId === call.id);
      if (chosen.length && action === DecisionAction.ACCEPT) await this.accept(viewer, call, chosen, now);
    }
    const { organisationId } = this.db;
    for (const application of changing) {
      const change = { state: target, decidedFrom: application.state, decidedById: viewer.personId, decidedAt: now };
      await this.db.of(Application).update({ organisationId, id: application.id }, change);
      Object.assign(application, change);
    }
    return applications;
  }

  /** Takes back decisions of the last minute, whose mails have not left. TOO_LATE after it, or when the person has joined. */
  async undo(viewer: Viewer, ids: string[]): Promise<Application[]> {
    const { applications, calls } = await this.locked(ids);
    const limit = this.clock.now().getTime() - UNDO_SECONDS * 1000;
    const { organisationId } = this.db;
    for (const application of applications) {
      const { id, callId, personId, decidedAt, decidedFrom, decidedById } = application;
      if (!decidedAt || !decidedFrom) continue;
      if (decidedAt.getTime() < limit || decidedById !== viewer.personId) throw new DomainError('TOO_LATE');
      const cohortId = calls.find((call) => call.id === callId)?.cohortId;
      if (cohortId && application.state === ApplicationState.ACCEPTED && !(await this.invitations.takeBack(cohortId, personId, decidedAt))) throw new DomainError('TOO_LATE');
      const change = { state: decidedFrom, decidedFrom: null, decidedById: null, decidedAt: null };
      await this.db.of(Application).update({ organisationId, id }, change);
      Object.assign(application, change);
    }
    return applications;
  }

  private async accept(viewer: Viewer, call: Call, chosen: Application[], now: Date): Promise<void> {
    await this.programmes.mustNotBeHeld(call.programmeId);
    const { accepted } = await this.calls.counts.load(call.id);
    if (call.places !== null && accepted + chosen.length > call.places) throw new DomainError('PLACES_TAKEN', { places: call.places, left: Math.max(0, call.places - accepted), asked: chosen.length });
    if (!call.cohortId) return;
    const mailAt = new Date(now.getTime() + UNDO_SECONDS * 1000);
    await this.invitations.invite(viewer, { cohortId: call.cohortId, personIds: chosen.map(({ personId }) => personId), origin: RecruitmentOrigin.VOLUNTEER }, { mailAt, afresh: true });
  }

  /** The applications that the team sees, and their calls, kept to this unit; NOT_FOUND when none is left. */
  private async locked(ids: string[]): Promise<{ applications: Application[]; calls: Call[] }> {
    const { organisationId } = this.db;
    const where = { organisationId, id: In(ids), state: In([...VISIBLE_APPLICATIONS]) };
    const callIds = [...new Set((await this.db.of(Application).findBy(where)).map(({ callId }) => callId))].sort();
    if (!callIds.length) throw notFound();
    if (callIds.length > 20) throw badInput('ids', 'arrayMaxSize', { max: 20 });
    const calls: Call[] = [];
    for (const id of callIds) calls.push(await this.calls.locked(id));
    await this.db.query('select 1 from application where organisation_id = $1 and id = any($2) order by id for update', [organisationId, ids]);
    const applications = await this.db.of(Application).find({ where, order: { id: 'ASC' } });
    if (!applications.length) throw notFound();
    return { applications, calls };
  }
}
