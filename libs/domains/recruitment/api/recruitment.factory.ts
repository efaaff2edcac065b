import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { newId, type Db } from '@portevoix/platform';
import { ApplicationState, CallState, MembershipState, SelfLevel } from '@portevoix/recruitment/shared';
import { Application } from './applications/application.entity';
import { Call } from './calls/call.entity';
import { Invitation } from './invitations/invitation.entity';

/** Rows for the seed and for tests; inside a write unit. No event, no mail, no membership. */
export const recruitmentFactory = {
  async call(db: Db, createdAt: Date, values: Partial<Call> & { programmeId: string; opensOn: string; closesOn: string }): Promise<Call> {
    const row: Call = { organisationId: db.organisationId, id: newId(createdAt.getTime()), cohortId: null, title: 'Appel à volontaires', pitch: 'Dix minutes par semaine.', state: CallState.OPEN, places: null, createdAt, ...values };
    await db.of(Call).insert(row);
    return row;
  },

  async applications(db: Db, rows: (Partial<Application> & { callId: string; personId: string; createdAt: Date })[]): Promise<Application[]> {
    const blank = { motivation: 'Raconter mon métier.', selfLevel: SelfLevel.BEGINNER, networks: ['LINKEDIN'], state: ApplicationState.SUBMITTED, decidedFrom: null, decidedById: null, decidedAt: null };
    const all: Application[] = rows.map((row) => ({ organisationId: db.organisationId, id: newId(row.createdAt.getTime()), ...blank, ...row }));
    await db.of(Application).insert(all);
    return all;
  },

  async invitations(db: Db, rows: (Partial<Invitation> & { cohortId: string; personId: string; invitedById: string; createdAt: Date; expiresAt: Date })[]): Promise<Invitation[]> {
    const blank = { origin: RecruitmentOrigin.VOLUNTEER, rationale: null, contractBasis: null, state: MembershipState.INVITED };
    const all: Invitation[] = rows.map((row) => ({ organisationId: db.organisationId, id: newId(row.createdAt.getTime()), ...blank, ...row }));
    await db.of(Invitation).insert(all);
    return all;
  },
};
