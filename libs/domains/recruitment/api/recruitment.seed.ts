import { demoMembers } from '@portevoix/cohorts/api';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { demoOrganisation } from '@portevoix/identity/api';
import { addDays, dayOf, startOfDay } from '@portevoix/identity/shared';
import { dayFromNow, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { ApplicationState, CallState, INVITATION_DAYS, MembershipState, SelfLevel } from '@portevoix/recruitment/shared';
import { type Call } from './calls/call.entity';
import { demoApplications, demoCalls, demoInvitations, type DemoApplication } from './demo/recruitment';
import { recruitmentFactory } from './recruitment.factory';

const PILOT = 'person:nolwenn-cadoret';

/** Leaves `call:<key>`. */
export const recruitmentSeed: DemoSeed = {
  name: 'recruitment',
  async run(context) {
    const { db, refs } = context;
    const dateOf = (day: number): string => dayOf(dayFromNow(context, day), demoOrganisation.timeZone);
    for (const { key, title, pitch, opensDay, closesDay, places, cohort } of demoCalls) {
      const call = await recruitmentFactory.call(db, dayFromNow(context, opensDay - 1), {
        programmeId: ref(context, 'programme:main'),
        cohortId: cohort && ref(context, `cohort:${cohort}`),
        title, pitch, places,
        opensOn: dateOf(opensDay),
        closesOn: dateOf(closesDay - 1),
        state: closesDay > 0 ? CallState.OPEN : CallState.CLOSED,
      });
      refs.set(`call:${key}`, call.id);
      const written = demoApplications.filter((application) => application.call === key);
      const answers = [...written, ...volunteersOf(key, cohort, closesDay, written)];
      await recruitmentFactory.applications(db, answers.map((answer) => applicationOf(context, call, answer)));
      await seedAccepted(context, call, answers);
    }
    await recruitmentFactory.invitations(db, demoInvitations.map(({ cohort, person, by, rationale, invitedDay }) => ({
      cohortId: ref(context, `cohort:${cohort}`),
      personId: ref(context, `person:${person}`),
      invitedById: ref(context, `person:${by}`),
      origin: RecruitmentOrigin.MISSION,
      rationale,
      createdAt: dayFromNow(context, invitedDay),
      expiresAt: endOf(dateOf(invitedDay)),
    })));
  },
};

/** Days before the close of a call on which the volunteers of its cohort applied, one after the other. */
const DAYS_OF_ANSWERS = 14;

/** The other volunteers of the cohort that a call filled: each of them applied to it, and was accepted before it closed. */
function volunteersOf(call: string, cohort: string | null, closesDay: number, written: readonly DemoApplication[]): DemoApplication[] {
  const others = demoMembers.filter((member) => member.cohort === cohort && member.origin === 'VOLUNTEER' && member.leftDay === null && !written.some(({ person }) => person === member.person));
  return others.map(({ person, skill, networks, motivation }, index) => {
    const appliedDay = closesDay - DAYS_OF_ANSWERS + (index % (DAYS_OF_ANSWERS - 4));
    return { call, person, state: 'ACCEPTED', skill, networks, motivation, appliedDay, decidedDay: appliedDay + 3 };
  });
}

const endOf = (asked: string): Date => startOfDay(demoOrganisation.timeZone, addDays(asked, INVITATION_DAYS + 1));

function applicationOf(context: SeedContext, call: Call, { person, state, skill, networks, motivation, appliedDay, decidedDay }: DemoApplication) {
  const decided = decidedDay === null ? null : dayFromNow(context, decidedDay, 10);
  return {
    callId: call.id,
    personId: ref(context, `person:${person}`),
    motivation,
    networks: [...networks],
    selfLevel: SelfLevel[skill],
    state: ApplicationState[state],
    createdAt: dayFromNow(context, appliedDay, 8),
    decidedFrom: decided && ApplicationState.SUBMITTED,
    decidedById: decided && ref(context, PILOT),
    decidedAt: decided,
  };
}

/** The accepted of a call that has its cohort have joined it since. */
async function seedAccepted(context: SeedContext, { cohortId }: Call, answers: readonly DemoApplication[]): Promise<void> {
  const accepted = cohortId ? answers.filter(({ state }) => state === 'ACCEPTED') : [];
  if (!cohortId || !accepted.length) return;
  await recruitmentFactory.invitations(context.db, accepted.map(({ person, decidedDay }) => {
    const createdAt = dayFromNow(context, decidedDay ?? 0, 10);
    return { cohortId, personId: ref(context, `person:${person}`), invitedById: ref(context, PILOT), state: MembershipState.ACTIVE, createdAt, expiresAt: endOf(dayOf(createdAt, demoOrganisation.timeZone)) };
  }));
}
