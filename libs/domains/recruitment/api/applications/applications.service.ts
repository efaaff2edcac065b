import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { Organisations } from '@portevoix/identity/api';
import { Clock, Db, DomainError, Events, isUniqueViolation, newId, notFound, pageById, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { Actor, ApplicationAction, ApplicationState, CallPhase, moveApplication, VISIBLE_APPLICATIONS, type ApplicationFilter, type ApplyToCallInput } from '@portevoix/recruitment/shared';
import { In, LessThan } from 'typeorm';
import { Calls } from '../calls/calls.service';
import { applicationReceived } from '../recruitment.events';
import { Application } from './application.entity';

/** Days after which a withdrawn application is erased. */
const KEPT_DAYS = 30;

/** Applying and withdrawing, by the person; reading, by the team. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly calls: Calls,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly programmes: Programmes,
  ) {}

  /** CALL_CLOSED with the dates outside of them; PROGRAMME_PAUSED; ALREADY_MEMBER; ALREADY_APPLIED. After a withdrawal it is a new one. */
  async apply(viewer: Viewer, { callId, motivation, selfLevel, networks }: ApplyToCallInput): Promise<Application> {
    const call = await this.calls.visibleTo(viewer, callId);
    if ((await this.calls.phaseOf(call)) !== CallPhase.OPEN) {
      const { timeZone } = await this.organisations.current();
      throw new DomainError('CALL_CLOSED', { opensOn: call.opensOn, closesOn: call.closesOn, zone: timeZone });
    }
    await this.programmes.mustNotBeHeld(call.programmeId);
    const { organisationId, personId } = viewer;
    if ((await this.cohorts.cohortIdsOf(personId)).length) throw new DomainError('ALREADY_MEMBER');
    const before = await this.mineOf(viewer, callId);
    if (before && !moveApplication(before.state, ApplicationAction.RESUBMIT, Actor.SELF).ok) throw new DomainError('ALREADY_APPLIED');
    const now = this.clock.now();
    const key = { organisationId, id: newId(now.getTime()), callId, personId, createdAt: now };
    const row = this.db.of(Application).create({ ...key, motivation: motivation.trim(), selfLevel, networks, state: ApplicationState.SUBMITTED, decidedFrom: null, decidedById: null, decidedAt: null });
    try {
      await this.db.attempt(async () => {
        if (before) await this.db.of(Application).delete({ organisationId, id: before.id });
        await this.db.of(Application).insert(row);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'application_once')) throw new DomainError('ALREADY_APPLIED');
      throw error;
    }
    await this.events.publish(applicationReceived, { applicationId: row.id, callId });
    return row;
  }

  /** The author's own, in one gesture; twice is once. APPLICATION_STATE once it was accepted: the invitation is then theirs to refuse. */
  async withdraw({ organisationId, personId }: Viewer, id: string): Promise<Application> {
    await this.db.query('select 1 from application where organisation_id = $1 and id = $2 for update', [organisationId, id]);
    const application = await this.db.of(Application).findOneBy({ organisationId, id, personId });
    if (!application) throw notFound();
    if (application.state === ApplicationState.WITHDRAWN) return application;
    const moved = moveApplication(application.state, ApplicationAction.WITHDRAW, Actor.SELF);
    if (!moved.ok) throw new DomainError('APPLICATION_STATE', { state: application.state });
    const change = { state: moved.state, decidedFrom: null, decidedById: null, decidedAt: null };
    await this.db.of(Application).update({ organisationId, id }, change);
    return Object.assign(application, change);
  }

  /** The viewer's own, newest first. */
  mine({ organisationId, personId }: Viewer): Promise<Application[]> {
    return this.db.of(Application).find({ where: { organisationId, personId }, order: { id: 'DESC' }, take: 50 });
  }

  mineOf({ organisationId, personId }: Viewer, callId: string): Promise<Application | null> {
    return this.db.of(Application).findOneBy({ organisationId, personId, callId });
  }

  /** What the team sees, newest first: never a withdrawn one. */
  async list(page: PageArgs, { callId, states, level, groupId, search }: ApplicationFilter): Promise<Connection<Application>> {
    if (callId) await this.calls.byId(callId);
    const query = this.db
      .of(Application)
      .createQueryBuilder('application')
      .where('application.organisationId = :organisation', { organisation: this.db.organisationId })
      .andWhere('application.state in (:...states)', { states: states?.length ? states : VISIBLE_APPLICATIONS });
    if (callId) query.andWhere('application.callId = :callId', { callId });
    if (level) query.andWhere('application.selfLevel = :level', { level });
    if (groupId) query.andWhere('exists (select 1 from group_membership m where m.organisation_id = application.organisation_id and m.person_id = application.person_id and m.group_id = :groupId and m.until is null)', { groupId });
    if (search?.trim()) {
      const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
      query.andWhere(`(application.motivation ilike :pattern or exists (select 1 from person p where p.organisation_id = application.organisation_id and p.id = application.person_id and (p.first_name || ' ' || p.last_name) ilike :pattern))`, { pattern });
    }
    return pageById(query, page);
  }

  /** Of one call, as the team sees them, oldest first. */
  ofCall(callId: string): Promise<Application[]> {
    return this.db.of(Application).find({ where: { organisationId: this.db.organisationId, callId, state: In([...VISIBLE_APPLICATIONS]) }, order: { id: 'ASC' } });
  }

  /** Erases the applications withdrawn long ago. */
  async forget(): Promise<void> {
    const limit = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    await this.db.of(Application).delete({ organisationId: this.db.organisationId, state: ApplicationState.WITHDRAWN, createdAt: LessThan(limit) });
  }
}
