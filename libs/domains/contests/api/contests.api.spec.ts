import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory, Cohorts } from '@portevoix/cohorts/api';
import { contentFactory } from '@portevoix/content/api';
import { Awards, contestsFactory, type Contest } from './index';
import { PointSource } from '@portevoix/contests/shared';
import type { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { sharingFactory } from '@portevoix/sharing/api';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';

// Sockets are watched for some seconds.

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const NOW = '2026-11-18T10:00:00Z';
const AT = new Date('2026-10-01T08:00:00Z');
const CREATE = 'mutation ($input: CreateContestInput!) { createContest(input: $input) { id templateId state publishedAt viewerCanEdit rules { perDeclaredShare caps { perDay sharesPerDay } } tieRule daysLeft } }';
const UPDATE = 'mutation ($input: UpdateContestInput!) { updateContest(input: $input) { name firstDay } }';
const PUBLISH = 'mutation ($id: ID!) { publishContest(id: $id) { publishedAt state } }';
const REMOVE = 'mutation ($id: ID!) { removeContest(id: $id) }';
const AGAIN = 'mutation ($input: ContestFromTemplateInput!) { contestFromTemplate(input: $input) { id templateId name firstDay lastDay cohortId rules { perDeclaredShare } } }';
const COMPARE = 'query ($id: ID!) { compareContests(templateId: $id) { contest { name } sameRules days totals { activeMembers members points shares clicks sharesPerActiveMember } } }';
const BOARD = 'query ($id: ID!) { contest(id: $id) { myPoints myRank rankedPeople cohortSize myRanking { alias } leaderboard(first: 10) { rank position name points isMe } } }';
const JOIN = 'mutation ($input: JoinRankingInput!) { joinRanking(input: $input) { rankedPeople } }';
const LEAVE = 'mutation ($id: ID!) { leaveRanking(contestId: $id) { rankedPeople } }';
const LIST = '{ contests { name state } }';
const ALL = '{ allContests { name state publishedAt } }';

interface Stage {
  organisation: TestOrganisation;
  programmeId: string;
  cohortId: string;
  members: Person[];
  clients: Client[];
  manager: Client;
  outsider: Client;
  publicationId: string;
  contest(values?: Partial<Contest>): Promise<Contest>;
  give(person: Person, points: number, at?: string): Promise<void>;
  /** The manager and the first member, signed in again at another time. */
  later(at: string): Promise<[Client, Client]>;
}

async function stage(count = 2): Promise<Stage> {
  api.clock.set(NOW);
  const organisation = await api.organisation();
  const pilot = await organisation.person(Role.PILOT);
  const members = await organisation.people(count, Role.AMBASSADOR);
  const made = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, AT);
    const cohort = await cohortsFactory.cohort(api.db, AT, { programmeId: programme.id, referentId: pilot.id });
    await cohortsFactory.members(api.db, cohort.id, members.map(({ id }) => ({ personId: id, since: AT })));
    const publication = await contentFactory.publication(api.db, { at: AT, authorId: pilot.id, programmeId: programme.id });
    return { programmeId: programme.id, cohortId: cohort.id, publicationId: publication.id };
  });
  const { programmeId, cohortId, publicationId } = made;
  const contest = (values: Partial<Contest> = {}) => organisation.write(() => contestsFactory.contest(api.db, AT, { programmeId, cohortId, firstDay: '2026-11-16', lastDay: '2026-11-22', rules: { perDeclaredShare: 10, perValidClick: 1, perRead: 1, caps: {} }, ...values }));
  /** One point for each click. */
  const give = (person: Person, points: number, at = NOW) =>
    organisation.write(async () => {
      for (let index = 0; index < points; index += 1) await api.app.get(Awards).award({ source: PointSource.VALID_CLICK, sourceId: newId(), shareId: null, personId: person.id, publicationId, network: null, at: new Date(at) });
    });
  const clients = await Promise.all(members.map((member) => api.as(member)));
  const manager = await organisation.person(Role.COMMUNITY_MANAGER);
  const later = async (at: string): Promise<[Client, Client]> => {
    api.clock.set(at);
    return [await api.as(manager), await api.as(members[0]!)];
  };
  return { organisation, ...made, later, members, clients, manager: await api.as(manager), outsider: await organisation.client(Role.AMBASSADOR), contest, give };
}

const wanted = (cohortId: string, values: Record<string, unknown> = {}) => ({
  cohortId, name: 'Premiers pas', firstDay: '2026-11-20', lastDay: '2026-11-30', prize: 'Une journée sur un chantier.',
  rules: { perDeclaredShare: 10, perValidClick: 1, perRead: 0, caps: { perDay: 40, sharesPerDay: 5 } },
  collectiveGoal: { metric: 'DECLARED_SHARES', target: 50, reward: 'Une visite.' }, ...values,
});

/** Tries until it holds: changes reach other processes a moment after their commit. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      return await check();
    } catch (error) {
      if (!left) throw error;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
}

describe('a contest', () => {
  it('is a draft, then published to its cohort, then frozen once it has started', async () => {
    const { manager, clients, cohortId, later } = await stage();
    const { createContest: made } = await manager.ok(CREATE, { input: wanted(cohortId) });
    expect(made).toMatchObject({ state: 'UPCOMING', publishedAt: null, viewerCanEdit: true, templateId: made.id, tieRule: 'FIRST_TO_REACH', daysLeft: 11, rules: { caps: { perDay: 40, sharesPerDay: 5 } } });
    expect((await clients[0]!.ok(LIST)).contests).toEqual([]);
    expect(await clients[0]!.refused('query ($id: ID!) { contest(id: $id) { name } }', { id: made.id })).toBe('NOT_FOUND');
    await manager.ok(UPDATE, { input: { id: made.id, ...wanted(cohortId, { name: 'Autre nom' }) } });
    const { publishContest } = await manager.ok(PUBLISH, { id: made.id });
    expect((await manager.ok(PUBLISH, { id: made.id })).publishContest).toEqual(publishContest);
    expect((await clients[0]!.ok(LIST)).contests).toEqual([{ name: 'Autre nom', state: 'UPCOMING' }]);
    const [manager2, member2] = await later('2026-11-19T22:59:59Z');
    await manager2.ok(UPDATE, { input: { id: made.id, ...wanted(cohortId) } });
    api.clock.set('2026-11-19T23:00:00Z');
    expect(await manager2.refused(UPDATE, { input: { id: made.id, ...wanted(cohortId) } })).toBe('CONTEST_STARTED');
    expect(await manager2.refused(REMOVE, { id: made.id })).toBe('CONTEST_STARTED');
    expect((await member2.ok(LIST)).contests).toMatchObject([{ state: 'RUNNING' }]);
    const [, member3] = await later('2026-11-30T23:00:00Z');
    expect((await member3.ok(LIST)).contests).toMatchObject([{ state: 'FINISHED' }]);
  });

  it('names the field and the rule of what is wrong', async () => {
    const { manager, cohortId, later } = await stage(1);
    const problems = (values: Record<string, unknown>) => manager.problems(CREATE, { input: wanted(cohortId, values) });
    expect(await problems({ firstDay: '2026-11-17' })).toEqual(['firstDay:isNotPast']);
    expect(await problems({ lastDay: '2026-11-19' })).toEqual(['lastDay:isNotBeforeFirstDay']);
    expect(await problems({ lastDay: '2027-11-20' })).toEqual([]);
    expect(await problems({ lastDay: '2027-11-21' })).toEqual(['lastDay:isWithinDays']);
    expect(await problems({ firstDay: '2026-02-30' })).toEqual(['firstDay:isDateString']);
    expect(await problems({ rules: { perDeclaredShare: 0, perValidClick: 0, perRead: 0, caps: {} } })).toEqual(['rules.perDeclaredShare:givesPoints']);
    expect(await problems({ rules: { perDeclaredShare: -1, perValidClick: 0, perRead: 0, caps: { perDay: 0 } } })).toEqual(['rules.perDeclaredShare:min', 'rules.caps.perDay:min']);
    expect(await problems({ name: ' ', collectiveGoal: { metric: 'VALID_CLICKS', target: 0, reward: 'x' } })).toEqual(['name:matches', 'collectiveGoal.target:min']);
    const { createContest: late } = await manager.ok(CREATE, { input: wanted(cohortId) });
    const [manager2] = await later('2026-11-21T10:00:00Z');
    expect(await manager2.problems(PUBLISH, { id: late.id })).toEqual(['firstDay:isNotPast']);
    expect((await manager2.ok(REMOVE, { id: late.id })).removeContest).toBe(true);
    expect(await manager2.refused(REMOVE, { id: late.id })).toBe('NOT_FOUND');
  });

  it('is run by those who may, and unknown to other cohorts and organisations', async () => {
    const { manager, clients, outsider, cohortId, contest } = await stage();
    const { id } = await contest();
    const foreign = await stage();
    const pilotAbroad = await foreign.organisation.client(Role.PILOT);
    expect(await clients[0]!.refused(CREATE, { input: wanted(cohortId) })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(LIST)).toBe('UNAUTHENTICATED');
    expect(await clients[0]!.refused(ALL)).toBe('FORBIDDEN');
    expect(await pilotAbroad.refused(CREATE, { input: wanted(cohortId) })).toBe('NOT_FOUND');
    for (const client of [outsider, pilotAbroad]) for (const document of [BOARD, LEAVE]) expect(await client.refused(document, { id })).toBe('NOT_FOUND');
    for (const document of [PUBLISH, REMOVE, COMPARE]) expect(await pilotAbroad.refused(document, { id })).toBe('NOT_FOUND');
    expect((await outsider.ok(LIST)).contests).toEqual([]);
    expect((await manager.ok(ALL)).allContests).toHaveLength(1);
  });

  it('comes again for another cohort from its template, and the two compare', async () => {
    const { manager, organisation, contest, members, publicationId, programmeId, give } = await stage(6);
    const first = await contest({ name: 'Octobre' });
    const pilot = await organisation.person(Role.PILOT);
    const other = await organisation.write(() => cohortsFactory.cohort(api.db, AT, { programmeId, referentId: pilot.id }));
    const input = { contestId: first.id, cohortId: other.id, firstDay: '2026-12-01', name: 'Décembre' };
    const { contestFromTemplate: again } = await manager.ok(AGAIN, { input });
    expect(again).toMatchObject({ templateId: first.id, cohortId: other.id, firstDay: '2026-12-01', lastDay: '2026-12-07', name: 'Décembre', rules: { perDeclaredShare: 10 } });
    const share = (person: Person) => organisation.write(() => sharingFactory.share(api.db, new Date(NOW), { personId: person.id, publicationId }));
    for (const member of members.slice(0, 4)) await share(member);
    await give(members[0]!, 3);
    const compare = async () => (await manager.ok(COMPARE, { id: first.id })).compareContests;
    expect(await compare()).toMatchObject([{ contest: { name: 'Octobre' }, totals: null, sameRules: true, days: 7 }, { contest: { name: 'Décembre' }, totals: null, sameRules: true, days: 7 }]);
    await share(members[4]!);
    expect((await compare())[0].totals).toEqual({ activeMembers: 5, members: 6, points: 3, shares: 5, clicks: 0, sharesPerActiveMember: 1 });
  });
});

describe('the ranking', () => {
  it('shows only those who chose it, under the name they chose, and forgets who leaves', async () => {
    const { clients, members, contest, give, manager } = await stage(3);
    const { id } = await contest();
    await give(members[0]!, 4);
    await give(members[1]!, 6);
    await give(members[2]!, 6, '2026-11-18T09:00:00Z');
    const board = async (client: Client) => (await client.ok(BOARD, { id })).contest;
    expect(await board(clients[0]!)).toMatchObject({ myPoints: 4, myRank: null, rankedPeople: 0, leaderboard: [], cohortSize: 3, myRanking: null });
    await clients[0]!.ok(JOIN, { input: { contestId: id, alias: 'Colibri' } });
    await clients[2]!.ok(JOIN, { input: { contestId: id } });
    await eventually(async () => expect(await board(clients[0]!)).toMatchObject({ myRank: 2, rankedPeople: 2, myRanking: { alias: 'Colibri' } }));
    const name = `${members[2]!.firstName} ${members[2]!.lastName}`;
    expect((await board(clients[0]!)).leaderboard).toEqual([{ rank: 1, position: 1, name, points: 6, isMe: false }, { rank: 2, position: 2, name: 'Colibri', points: 4, isMe: true }]);
    await clients[1]!.ok(JOIN, { input: { contestId: id, alias: 'Mistral' } });
    expect((await board(manager)).leaderboard.map(({ rank, name: shown }: { rank: number; name: string }) => [rank, shown])).toEqual([[1, name], [1, 'Mistral'], [3, 'Colibri']]);
    await give(members[0]!, 9);
    await eventually(async () => expect(await board(clients[0]!)).toMatchObject({ myRank: 1, myPoints: 13 }));
    await clients[0]!.ok(LEAVE, { id });
    await clients[0]!.ok(LEAVE, { id });
    expect(await board(clients[0]!)).toMatchObject({ myPoints: 13, myRank: null, myRanking: null, rankedPeople: 2 });
    expect(JSON.stringify(await board(manager))).not.toContain('Colibri');
    await eventually(async () => expect((await board(clients[1]!)).myRank).toBe(1));
  });

  it('refuses an alias that is taken, or the name of somebody else', async () => {
    const { clients, members, contest, outsider, manager, later } = await stage(2);
    const { id } = await contest();
    await clients[0]!.ok(JOIN, { input: { contestId: id, alias: 'Éclair' } });
    const problems = (alias: string) => clients[1]!.problems(JOIN, { input: { contestId: id, alias } });
    expect(await problems('eclair')).toEqual(['alias:isUnique']);
    expect(await problems(`${members[0]!.firstName} ${members[0]!.lastName}`.toUpperCase())).toEqual(['alias:isOthersName']);
    expect(await problems('<b>')).toEqual(['alias:matches']);
    expect(await problems('a')).toEqual(['alias:minLength']);
    expect(await outsider.refused(JOIN, { input: { contestId: id } })).toBe('NOT_FOUND');
    expect(await manager.refused(JOIN, { input: { contestId: id } })).toBe('NOT_A_MEMBER');
    await Promise.all([clients[1]!.ok(JOIN, { input: { contestId: id, alias: 'Gouge' } }), clients[1]!.ok(JOIN, { input: { contestId: id, alias: 'Gouge' } })]);
    const [, member2] = await later('2026-11-22T23:00:00Z');
    expect(await member2.refused(JOIN, { input: { contestId: id, alias: 'Trop tard' } })).toBe('CONTEST_FINISHED');
  });

  it('loses somebody who leaves the cohort; their points stay theirs', async () => {
    const { clients, members, contest, organisation, cohortId, give } = await stage(2);
    const { id } = await contest();
    await give(members[0]!, 2);
    await clients[0]!.ok(JOIN, { input: { contestId: id, alias: 'Embrun' } });
    await organisation.write(() => api.app.get(Cohorts).endMembership({ cohortId, personId: members[0]!.id }));
    await api.drain();
    expect((await clients[1]!.ok(BOARD, { id })).contest.rankedPeople).toBe(0);
    expect(await clients[0]!.refused(BOARD, { id })).toBe('NOT_FOUND');
  });
});

describe('over a socket', () => {
  const WATCH = 'subscription ($id: ID!) { leaderboardChanged(contestId: $id) { id myPoints rankedPeople leaderboard(first: 5) { name points isMe } } }';

  /** A client as a browser has it, with its cookie's session in the handshake. */
  const socket = (client: Client): SocketClient => {
    class Authorised extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: client.token ? { authorization: `Bearer ${client.token}` } : {} });
      }
    }
    return createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: Authorised, retryAttempts: 0 });
  };

  interface Push {
    at: number;
    contest: { myPoints: number; rankedPeople: number; leaderboard: { name: string; points: number; isMe: boolean }[] };
  }

  /** What a client hears of a contest, and the codes of its refusals. */
  function watch(client: Client, id: string): { pushes: Push[]; refusals: string[]; stop(): void } {
    const connection = socket(client);
    const pushes: Push[] = [];
    const refusals: string[] = [];
    const refuse = (errors: unknown) => refusals.push(...(Array.isArray(errors) ? errors : [errors]).map((error) => String((error as { extensions?: { code?: string } }).extensions?.code ?? error)));
    connection.subscribe<{ leaderboardChanged: Push['contest'] }>(
      { query: WATCH, variables: { id } },
      { next: ({ data, errors }) => (errors ? refuse(errors) : pushes.push({ at: Date.now(), contest: data!.leaderboardChanged })), error: refuse, complete: () => undefined },
    );
    return { pushes, refusals, stop: () => void connection.dispose() };
  }

  it('tells two members within a second, and at most once a second', async () => {
    const { clients, members, contest, give } = await stage(3);
    const { id } = await contest();
    await clients[0]!.ok(JOIN, { input: { contestId: id, alias: 'Mistral' } });
    const watchers = [watch(clients[1]!, id), watch(clients[2]!, id)];
    try {
      // A change each 50 ms until both hear: the subscriptions are then open.
      await eventually(async () => {
        await give(members[1]!, 1);
        for (const { pushes } of watchers) expect(pushes.length).toBeGreaterThan(0);
      });
      await new Promise((resolve) => setTimeout(resolve, 2100));
      const before = watchers.map(({ pushes }) => pushes.length);
      await give(members[0]!, 1);
      const committed = Date.now();
      for (let index = 0; index < 9; index += 1) await give(members[0]!, 1);
      await eventually(async () => watchers.forEach(({ pushes }) => expect(pushes.at(-1)!.contest.leaderboard).toEqual([{ name: 'Mistral', points: 10, isMe: false }])));
      watchers.forEach(({ pushes }, index) => {
        expect(pushes[before[index]!]!.at - committed).toBeLessThan(1000);
        // The first change at once, the others together.
        expect(pushes.length - before[index]!).toBeLessThanOrEqual(2 + Math.floor((Date.now() - committed) / 1000));
      });
      expect(watchers[0]!.pushes.at(-1)!.contest.myPoints).toBeGreaterThan(0);
      expect(watchers[1]!.pushes.at(-1)!.contest.myPoints).toBe(0);
    } finally {
      watchers.forEach(({ stop }) => stop());
    }
  });

  it('refuses other cohorts, other organisations and nobody in particular', async () => {
    const { contest, outsider } = await stage();
    const { id } = await contest();
    const abroad = await (await api.organisation()).client(Role.PILOT);
    const watchers = [watch(outsider, id), watch(abroad, id), watch(api.anonymous, id)];
    try {
      await eventually(async () => expect(watchers.map(({ refusals }) => refusals)).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['UNAUTHENTICATED']]));
    } finally {
      watchers.forEach(({ stop }) => stop());
    }
  });
});
