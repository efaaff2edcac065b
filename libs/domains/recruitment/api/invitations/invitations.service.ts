import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { checkOrigin, OriginRefusal, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Organisations, Person } from '@portevoix/identity/api';
import { addDays, dayOf, startOfDay } from '@portevoix/identity/shared';
import { badInput, Clock, Db, DomainError, Events, notFound, type Viewer } from '@portevoix/platform';
import { Principle, Principles, Programmes } from '@portevoix/programmes/api';
import { ProgrammeState } from '@portevoix/programmes/shared';
import { Actor, INVITATION_DAYS, MembershipAction, MembershipState, moveMembership, type AcceptInvitationInput, type InvitePeopleInput } from '@portevoix/recruitment/shared';
import { In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { invitationAccepted, sendInvitation } from '../recruitment.events';
import { Invitation } from './invitation.entity';

export interface InviteOptions {
  /** Now when it is not given. */
  mailAt?: Date;
  /** These people have applied: an earlier refusal of theirs stands no more. */
  afresh?: boolean;
}

/** Asking people to join, and their own answers. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly principles: Principles,
    private readonly programmes: Programmes,
  ) {}

  /**
   * Invites those who are neither members nor asked already; how many that is. Somebody who refused counts as asked
   * until the invitation ends, so that asking again tells nothing and bothers nobody.
   */
  async invite(viewer: Viewer, { cohortId, personIds, origin, rationale, contractBasis }: InvitePeopleInput, { mailAt, afresh = false }: InviteOptions = {}): Promise<number> {
    const refusal = checkOrigin(origin, { rationale, contractBasis });
    if (refusal) throw badInput(refusal === OriginRefusal.RATIONALE_REQUIRED ? 'rationale' : 'contractBasis', 'isNotEmpty');
    const cohort = await this.cohorts.byId(cohortId);
    await this.programmes.mustNotBeHeld(cohort.programmeId);
    const { organisationId } = this.db;
    const known = await this.db.of(Person).findBy({ organisationId, id: In(personIds), deactivatedAt: IsNull() });
    const unknown = personIds.findIndex((id) => !known.some((person) => person.id === id));
    if (unknown >= 0) throw badInput(`personIds.${unknown}`, 'isKnown');
    const now = this.clock.now();
    const over = { organisationId, cohortId, personId: In(personIds) };
    await this.db.of(Invitation).delete({ ...over, state: Not(MembershipState.ACTIVE), expiresAt: LessThanOrEqual(now) });
    if (afresh) await this.db.of(Invitation).delete({ ...over, state: MembershipState.DECLINED });
    const members = new Set(await this.cohorts.memberIds(cohortId));
    const values = { cohortId, invitedById: viewer.personId, origin, rationale: rationale?.trim() || null, contractBasis: contractBasis?.trim() || null, state: MembershipState.INVITED, expiresAt: await this.endOf(now), createdAt: now };
    const rows = personIds.filter((id) => !members.has(id)).map((personId) => ({ ...this.db.key(), personId, ...values }));
    if (!rows.length) return 0;
    // Two invitations at once: the first one stands.
    const { raw } = await this.db.of(Invitation).createQueryBuilder().insert().values(rows).orIgnore().returning('id').execute();
    const invited = (raw as { id: string }[]).map(({ id }) => ({ invitationId: id }));
    await this.events.sendAll(sendInvitation, invited, { at: mailAt });
    return invited.length;
  }

  /** The viewer's own, that can still be answered, newest first. */
  async mine({ organisationId, personId }: Viewer): Promise<Invitation[]> {
    return this.db.of(Invitation).find({ where: { organisationId, personId, state: MembershipState.INVITED, expiresAt: MoreThan(this.clock.now()) }, order: { id: 'DESC' }, take: 20 });
  }

  /**
   * The person's own act, with the versions of the raison d'être and of the charter that they read: from then on they
   * are a member and may share. Twice is once. INVITATION_OVER when it has ended or was refused.
   */
  async accept(viewer: Viewer, { id, acceptStatementVersion, acceptCharterVersion }: AcceptInvitationInput): Promise<Invitation> {
    const invitation = await this.own(viewer, id);
    const { organisationId, cohortId, personId, origin, rationale, contractBasis } = invitation;
    if (invitation.state === MembershipState.ACTIVE) return invitation;
    const moved = moveMembership(invitation.state, MembershipAction.ACCEPT, Actor.SELF);
    if (!moved.ok || invitation.expiresAt <= this.clock.now()) throw new DomainError('INVITATION_OVER');
    const { programmeId } = await this.cohorts.byId(cohortId);
    if ((await this.programmes.byId(programmeId)).state === ProgrammeState.CLOSED) throw new DomainError('INVITATION_OVER');
    await this.acceptPrinciple(viewer, programmeId, Principle.STATEMENT, acceptStatementVersion);
    await this.acceptPrinciple(viewer, programmeId, Principle.CHARTER, acceptCharterVersion);
    await this.db.of(Invitation).update({ organisationId, id }, { state: moved.state });
    await this.cohorts.addMember({ cohortId, personId, origin, rationale: origin === RecruitmentOrigin.CONTRACTUAL ? contractBasis : rationale });
    await this.events.publish(invitationAccepted, { invitationId: id, cohortId, personId });
    return Object.assign(invitation, { state: moved.state });
  }

  /** Tells nobody: no event, no date, no name. */
  async decline(viewer: Viewer, id: string): Promise<void> {
    const { organisationId, state } = await this.own(viewer, id);
    if (state === MembershipState.DECLINED) return;
    const moved = moveMembership(state, MembershipAction.DECLINE, Actor.SELF);
    if (!moved.ok) throw new DomainError('INVITATION_OVER');
    await this.db.of(Invitation).update({ organisationId, id }, { state: moved.state });
  }

  /** Takes an invitation back, whatever its answer; false when the person is a member by it. */
  async takeBack(cohortId: string, personId: string, since: Date): Promise<boolean> {
    const { organisationId } = this.db;
    await this.db.of(Invitation).delete({ organisationId, cohortId, personId, state: Not(MembershipState.ACTIVE), createdAt: MoreThanOrEqual(since) });
    return !(await this.db.of(Invitation).existsBy({ organisationId, cohortId, personId, state: MembershipState.ACTIVE, createdAt: MoreThanOrEqual(since) }));
  }

  /** By cohort: people asked and not members, for the time that an invitation lasts. A refusal counts as a silence. */
  get openCounts() {
    return this.db.loader<string, number>('recruitment.open-invitations', async (ids) => {
      const rows = await this.db.query<{ id: string; open: number }>(
        `select cohort_id as id, count(*)::int as open from invitation
          where organisation_id = $1 and cohort_id = any($2) and state <> 'ACTIVE' and expires_at > $3 group by 1`,
        [this.db.organisationId, [...ids], this.clock.now()],
      );
      const byId = new Map(rows.map(({ id, open }) => [id, open]));
      return ids.map((id) => byId.get(id) ?? 0);
    });
  }

  /** Nothing is left of what was refused or not answered. */
  async forget(): Promise<void> {
    await this.db.of(Invitation).delete({ organisationId: this.db.organisationId, state: Not(MembershipState.ACTIVE), expiresAt: LessThanOrEqual(this.clock.now()) });
  }

  private async acceptPrinciple(viewer: Viewer, programmeId: string, principle: Principle, version: number | undefined): Promise<void> {
    const isStatement = principle === Principle.STATEMENT;
    const field = isStatement ? 'acceptStatementVersion' : 'acceptCharterVersion';
    const inForce = isStatement ? await this.principles.statement(programmeId) : await this.principles.charter(programmeId);
    if (!inForce && version === undefined) return;
    if (!inForce || inForce.n !== version) throw badInput(field, 'isInForce', { version: inForce?.n ?? null });
    await this.principles.accept(viewer, principle, { programmeId, version: inForce.n });
  }

  /** Until the end of the last day, in the organisation's time zone. */
  private async endOf(now: Date): Promise<Date> {
    const { timeZone } = await this.organisations.current();
    return startOfDay(timeZone, addDays(dayOf(now, timeZone), INVITATION_DAYS + 1));
  }

  /** The viewer's own, kept to this unit; NOT_FOUND otherwise. */
  private async own({ organisationId, personId }: Viewer, id: string): Promise<Invitation> {
    await this.db.query('select 1 from invitation where organisation_id = $1 and id = $2 for update', [organisationId, id]);
    const invitation = await this.db.of(Invitation).findOneBy({ organisationId, id, personId });
    if (!invitation) throw notFound();
    return invitation;
  }
}
