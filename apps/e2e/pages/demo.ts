import type { Browser } from 'playwright-core';
import { DESK, PHONE, Visitor } from '../browser';

const PASSWORD = 'portevoix-demo';

interface Edges {
  edges: { node: { id: string } }[];
}

/** The demo organisation, as three people see it: full screens, with real figures. */
export class Demo {
  private constructor(
    readonly pilot: Visitor,
    readonly member: Visitor,
    /** Not a member: a call is open to them, and an invitation waits. */
    readonly candidate: Visitor,
    /** A value for each parameter of the routes. */
    readonly examples: Readonly<Record<string, string>>,
  ) {}

  static async open(browser: Browser): Promise<Demo> {
    const [pilot, member, candidate] = await Promise.all([signedIn(browser, 'pilote', DESK), signedIn(browser, 'ambassadeur', PHONE), signedIn(browser, 'editrice', PHONE)]);
    const own = await member.gql<{ feed: Edges; contests: { id: string }[]; openCalls: { id: string }[] }>('{ feed(first: 1, filter: SHAREABLE) { edges { node { id } } } contests { id } openCalls { id } }');
    const { cohorts } = await pilot.gql<{ cohorts: { id: string }[] }>('{ cohorts { id } }');
    const cohortId = cohorts[0]!.id;
    const examples = { publicationId: own.feed.edges[0]!.node.id, contestId: own.contests[0]!.id, callId: own.openCalls[0]!.id, cohortId, invitationId: await invited(pilot, candidate, cohortId) };
    return new Demo(pilot, member, candidate, examples);
  }

  async close(): Promise<void> {
    await Promise.all([this.pilot.close(), this.member.close(), this.candidate.close()]);
  }
}

async function signedIn(browser: Browser, name: string, viewport: { width: number; height: number }): Promise<Visitor> {
  const visitor = await Visitor.open(browser, viewport);
  await visitor.signIn(`${name}@demo.test`, PASSWORD);
  return visitor;
}

async function invited(pilot: Visitor, candidate: Visitor, cohortId: string): Promise<string> {
  const { viewer } = await candidate.gql<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }');
  const input = { cohortId, origin: 'REFERRAL', personIds: [viewer.person.id], rationale: 'Elle raconte bien.' };
  await pilot.gql('mutation ($input: InvitePeopleInput!) { invite(input: $input) }', { input });
  const { myInvitations } = await candidate.gql<{ myInvitations: { id: string }[] }>('{ myInvitations { id } }');
  return myInvitations[0]!.id;
}
