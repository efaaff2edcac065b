import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { contentFactory, publicationRead, type Publication } from '@portevoix/content/api';
import { contestsFactory, LedgerEntry, type Contest } from '../index';
import { PointSource, ReversalCause } from '@portevoix/contests/shared';
import type { Organisation, Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Events, newId } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { ProgrammeState } from '@portevoix/programmes/shared';
import { clickCounted, shareDeclared } from '@portevoix/sharing/api';
import { ShareNetwork } from '@portevoix/sharing/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import fc from 'fast-check';
import { Awards, sourceKey } from './awards.service';

// Many whole contests are played in one test.

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const NOW = '2026-11-18T10:00:00Z';
const FIRST = '2026-11-16';
const LAST = '2026-11-22';

const MINE = `query ($id: ID!) { contest(id: $id) { myPoints collectiveProgress { done target } myLedger(first: 50) { edges { node {
  id source truth count points day publicationTitle network reversal { cause reason } } } } } }`;

interface Stage {
  organisation: TestOrganisation;
  pilot: Client;
  person: Person;
  client: Client;
  outsider: Person;
  contest: Contest;
  programmeId: string;
  cohortId: string;
  publish(): Promise<Publication>;
}

/** A running contest of one cohort with `members` people, without caps unless `values` says otherwise. */
async function stage(values: Partial<Contest> = {}, organisationValues: Partial<Organisation> = {}): Promise<Stage> {
  api.clock.set(NOW);
  const organisation = await api.organisation(organisationValues);
  const [pilot, person, outsider] = [await organisation.person(Role.PILOT), await organisation.person(Role.AMBASSADOR), await organisation.person(Role.AMBASSADOR)];
  const at = new Date('2026-10-01T08:00:00Z');
  const { contest, programmeId, cohortId } = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, at);
    const places = { programmeId: programme.id, referentId: pilot.id };
    const [cohort, other] = [await cohortsFactory.cohort(api.db, at, places), await cohortsFactory.cohort(api.db, at, places)];
    await cohortsFactory.members(api.db, cohort.id, [{ personId: person.id, since: at }]);
    await cohortsFactory.members(api.db, other.id, [{ personId: outsider.id, since: at }]);
    const made = await contestsFactory.contest(api.db, at, { programmeId: programme.id, cohortId: cohort.id, firstDay: FIRST, lastDay: LAST, ...values });
    return { contest: made, programmeId: programme.id, cohortId: cohort.id };
  });
  const publish = () => organisation.write(() => contentFactory.publication(api.db, { at, authorId: pilot.id, programmeId }));
  return { organisation, pilot: await api.as(pilot), person, client: await api.as(person), outsider, contest, programmeId, cohortId, publish };
}

const pointsOf = async ({ client, contest }: Stage) => (await client.ok(MINE, { id: contest.id })).contest.myPoints;
const linesOf = async ({ client, contest }: Stage) => (await client.ok(MINE, { id: contest.id })).contest.myLedger.edges.map(({ node }: { node: object }) => node);

/** A share opened and declared by the person, through the API. */
async function share({ publish }: Stage, client: Client, network = 'LINKEDIN'): Promise<string> {
  const { id } = await publish();
  const { openShare } = await client.ok('mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id } } }', { input: { publicationId: id, network, text: `Mes mots, ${newId().slice(-12)}.` } });
  await client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: openShare.share.id });
  return openShare.share.id;
}

const publish = (stage: Stage, name: 'click' | 'read', payloads: { at?: string; publicationId: string; shareId?: string; personId?: string; clickId?: string }[]) =>
  stage.organisation.write(async () => {
    const events = api.app.get(Events);
    const facts = payloads.map(({ at = NOW, shareId = newId(), clickId = newId(), personId = stage.person.id, publicationId }) => ({ clickId, shareId, personId, publicationId, at, network: ShareNetwork.LINKEDIN }));
    if (name === 'click') await events.publishAll(clickCounted, facts);
    else await events.publishAll(publicationRead, facts.map(({ publicationId, personId }) => ({ publicationId, personId })));
  });

const balanced = (stage: Stage) =>
  stage.organisation.write(async () => {
    const rows = await api.db.query<{ balance: number; total: number }>(
      `select s.points as balance, coalesce((select sum(points) from ledger_entry e where e.organisation_id = s.organisation_id and e.contest_id = s.contest_id and e.person_id = s.person_id), 0)::int as total from contest_score s`,
    );
    for (const { balance, total } of rows) expect(balance).toBe(total);
    return rows.map(({ balance }) => balance);
  });

describe('points', () => {
  it('come from a declared share, a click and a reading, each with its cause', async () => {
    const here = await stage();
    const shareId = await share(here, here.client);
    const { id: publicationId } = await here.publish();
    await publish(here, 'click', [{ publicationId, shareId }, { publicationId, shareId }]);
    await publish(here, 'read', [{ publicationId }]);
    await api.drain();
    const { contest } = await here.client.ok(MINE, { id: here.contest.id });
    expect(contest.myPoints).toBe(10 + 2 * 2 + 1);
    expect(contest.collectiveProgress).toEqual({ done: 1, target: 50 });
    const lines = await linesOf(here);
    expect(lines.map(({ source, truth, count, points }: Record<string, unknown>) => [source, truth, count, points])).toEqual(
      expect.arrayContaining([['DECLARED_SHARE', 'DECLARED', 1, 10], ['VALID_CLICK', 'MEASURED', 2, 4], ['READ', 'MEASURED', 1, 1]]),
    );
    expect(lines[0]).toMatchObject({ day: '2026-11-18', publicationTitle: 'Un préau levé en une matinée', reversal: null });
    expect(await balanced(here)).toEqual([15]);
  });

  it('are not given to somebody outside the cohort, nor before joining it or after leaving', async () => {
    const here = await stage();
    const { id: publicationId } = await here.publish();
    await publish(here, 'click', [{ publicationId, personId: here.outsider.id }]);
    await here.organisation.write(() => api.db.query('update cohort_membership set since = $1, until = $2 where person_id = $3', ['2026-11-17T00:00:00Z', '2026-11-19T00:00:00Z', here.person.id]));
    await publish(here, 'click', [{ publicationId, at: '2026-11-16T23:59:59.999Z' }, { publicationId, at: '2026-11-19T00:00:00Z' }, { publicationId, at: '2026-11-18T23:59:59.999Z' }]);
    await api.drain();
    expect(await balanced(here)).toEqual([2]);
  });

  it.each([
    ['Europe/Paris', '2026-11-15T22:59:59.999Z', 0],
    ['Europe/Paris', '2026-11-15T23:00:00Z', 2],
    ['Europe/Paris', '2026-11-22T22:59:59.999Z', 2],
    ['Europe/Paris', '2026-11-22T23:00:00Z', 0],
    ['America/Montreal', '2026-11-23T04:59:59.999Z', 2],
    ['America/Montreal', '2026-11-16T04:59:59.999Z', 0],
  ])('follow the midnights of %s: %s gives %i', async (timeZone, at, points) => {
    const here = await stage({}, { timeZone });
    await publish(here, 'click', [{ publicationId: (await here.publish()).id, at }]);
    await api.drain();
    expect(await pointsOf(here)).toBe(points);
  });

  it('follow the change of clocks: the day of 25 hours ends at its own midnight', async () => {
    const here = await stage({ firstDay: '2026-10-24', lastDay: '2026-10-25', rules: { perDeclaredShare: 0, perValidClick: 1, perRead: 0, caps: { perDay: 2 } } });
    const { id: publicationId } = await here.publish();
    const at = ['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T12:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'];
    await publish(here, 'click', at.map((instant) => ({ publicationId, at: instant })));
    await api.drain();
    expect(await pointsOf(here)).toBe(3);
  });

  it('wait while the programme is paused, and before the contest is published', async () => {
    const here = await stage();
    const { id: publicationId } = await here.publish();
    const state = (value: ProgrammeState) => here.organisation.write(() => api.db.query('update programme set state = $1', [value]));
    await state(ProgrammeState.PAUSED);
    await publish(here, 'click', [{ publicationId }]);
    await api.drain();
    await state(ProgrammeState.RELAUNCHED);
    await here.organisation.write(() => api.db.query('update contest set published_at = $1', ['2026-11-18T09:00:00Z']));
    await publish(here, 'click', [{ publicationId, at: '2026-11-18T08:59:59Z' }, { publicationId, at: '2026-11-18T09:00:00Z' }]);
    await api.drain();
    expect(await pointsOf(here)).toBe(2);
  });

  it('are given once for the same event, however often it comes', async () => {
    const here = await stage();
    const shareId = await share(here, here.client);
    const { id: publicationId } = await here.publish();
    const clickId = newId();
    await publish(here, 'click', [{ publicationId, shareId, clickId }, { publicationId, shareId, clickId }]);
    await publish(here, 'read', [{ publicationId }, { publicationId }]);
    await here.organisation.write(() => api.app.get(Events).publish(shareDeclared, { shareId, personId: here.person.id, publicationId, network: ShareNetwork.LINKEDIN }));
    await api.drain();
    expect(await pointsOf(here)).toBe(13);
  });

  it('are written once in the ledger even past the checks: the source’s key is unique in a contest', async () => {
    const here = await stage();
    const { id: publicationId } = await here.publish();
    const common = { source: PointSource.VALID_CLICK, sourceId: newId(), personId: here.person.id, publicationId, shareId: null, network: null, points: 2, day: '2026-11-18', at: new Date(NOW), reversesId: null, cause: null, reason: null, createdAt: new Date(NOW) };
    const write = (values: Partial<LedgerEntry>) => here.organisation.write(() => api.db.of(LedgerEntry).insert({ ...api.db.key(), contestId: here.contest.id, ...common, sourceKey: sourceKey(common), ...values }));
    await write({});
    await expect(write({})).rejects.toThrow(/ledger_source/);
    const [entry] = await here.organisation.write(() => api.db.of(LedgerEntry).findBy({ organisationId: here.organisation.id }));
    const reversal = { reversesId: entry!.id, points: -2, cause: ReversalCause.CORRECTED };
    await write({ ...reversal, sourceKey: 'REVERSAL:1' });
    await expect(write({ ...reversal, sourceKey: 'REVERSAL:2' })).rejects.toThrow(/ledger_reversed_once/);
  });

  it('come from other people’s clicks alone: not from one’s own, a robot’s, a check, or the same visitor’s within the hour', async () => {
    const here = await stage();
    const { id } = await here.publish();
    const { openShare } = await here.client.ok('mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id link { shortUrl } } } }', { input: { publicationId: id, network: 'LINKEDIN', text: 'Mes mots à moi.' } });
    const address = `${api.url}${new URL(openShare.share.link.shortUrl).pathname}`;
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
    const visit = (headers: Record<string, string> = {}, method = 'GET') => fetch(address, { method, redirect: 'manual', headers: { 'user-agent': firefox, ...headers } });
    // Whoever shares carries the mark of it from then on.
    const sharer = await here.client.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'mutation ($input: OpenShareInput!) { openShare(input: $input) { share { id } } }', variables: { input: { publicationId: id, network: 'LINKEDIN', text: 'Mes mots à moi.' } } }) });
    const mark = sharer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!).find((cookie) => cookie.startsWith('portevoix_own='))!;
    for (let i = 0; i < 10; i += 1) await visit({ cookie: mark });
    for (let i = 0; i < 10; i += 1) await visit({}, 'HEAD');
    await visit({ 'user-agent': 'LinkedInBot/1.0' });
    await visit({ 'sec-purpose': 'prefetch' });
    const counted = async () => {
      await api.worker.runCron('sharing.count-clicks');
      await api.drain();
      return pointsOf(here);
    };
    expect(await counted()).toBe(0);
    for (let i = 0; i < 50; i += 1) await visit();
    expect(await counted()).toBe(2);
  });

  it('never exceed the day’s caps under fifty events at once', async () => {
    const here = await stage({ rules: { perDeclaredShare: 10, perValidClick: 7, perRead: 1, caps: { perDay: 100, clicksPerShare: 12, readsPerDay: 3 } } });
    const { id: publicationId } = await here.publish();
    const [first, second] = [newId(), newId()];
    const award = (source: PointSource, shareId: string | null, sourceId = newId()) =>
      here.organisation.write(() => api.app.get(Awards).award({ source, sourceId, shareId, personId: here.person.id, publicationId, network: null, at: new Date(NOW) }));
    await Promise.all(Array.from({ length: 50 }, (_, index) => award(PointSource.VALID_CLICK, index % 2 ? first : second)));
    expect(await balanced(here)).toEqual([100]);
    const same = newId();
    const other = await stage({ rules: { perDeclaredShare: 10, perValidClick: 7, perRead: 1, caps: { clicksPerShare: 12 } } });
    const page = await other.publish();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => other.organisation.write(() => api.app.get(Awards).award({ source: PointSource.VALID_CLICK, sourceId: index < 10 ? same : newId(), shareId: first, personId: other.person.id, publicationId: page.id, network: null, at: new Date(NOW) }))),
    );
    expect(await balanced(other)).toEqual([84]);
  });

  it('go when the share is taken back, by a reversal, and come again when it is declared again', async () => {
    const here = await stage();
    const shareId = await share(here, here.client);
    await api.drain();
    await here.client.ok('mutation ($id: ID!) { retractShare(id: $id) { state } }', { id: shareId });
    await api.drain();
    expect(await linesOf(here)).toMatchObject([{ points: 0, reversal: { cause: 'RETRACTED', reason: null } }]);
    await here.client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: shareId });
    await here.client.ok('mutation ($id: ID!) { retractShare(id: $id) { state } }', { id: shareId });
    await here.client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: shareId });
    await api.drain();
    expect(await balanced(here)).toEqual([10]);
  });

  it('are no more for a share declared and taken back twenty times, nor for colleagues who click each other’s links all day', async () => {
    const here = await stage({ rules: { perDeclaredShare: 10, perValidClick: 2, perRead: 0, caps: { perDay: 26, clicksPerShare: 5, sharesPerDay: 2 } } });
    const shareId = await share(here, here.client);
    await api.drain();
    for (let i = 0; i < 20; i += 1) {
      await here.client.ok('mutation ($id: ID!) { retractShare(id: $id) { state } }', { id: shareId });
      if (i % 2) await api.drain();
      await here.client.ok('mutation ($id: ID!) { declareShare(id: $id) { state } }', { id: shareId });
      if (i % 3) await api.drain();
    }
    await api.drain();
    expect(await balanced(here)).toEqual([10]);
    await share(here, here.client);
    await share(here, here.client);
    await api.drain();
    expect(await balanced(here)).toEqual([20]);
    const { id: publicationId } = await here.publish();
    const clicks = async (day: string) => {
      await publish(here, 'click', Array.from({ length: 40 }, () => ({ publicationId, shareId, at: `2026-11-${day}T10:00:00Z` })));
      await api.drain();
      return balanced(here);
    };
    // Up to the day's cap, then to the five clicks that a share may give, then no more.
    expect(await clicks('18')).toEqual([26]);
    expect(await clicks('19')).toEqual([30]);
    expect(await clicks('20')).toEqual([30]);
  });

  it('stay equal to the sum of the ledger whatever happens', async () => {
    const step = fc.record({ kind: fc.constantFrom('SHARE', 'CLICK', 'READ', 'RETRACT', 'CORRECT'), which: fc.nat(3), minute: fc.nat(3 * 1440) });
    const here = await stage();
    const pages = [await here.publish(), await here.publish(), await here.publish(), await here.publish()];
    const awards = api.app.get(Awards);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.integer({ min: 1, max: 40 }), async (steps, perDay) => {
        const contest = await here.organisation.write(() => contestsFactory.contest(api.db, new Date('2026-10-01T08:00:00Z'), { programmeId: here.programmeId, cohortId: here.cohortId, firstDay: FIRST, lastDay: LAST, rules: { perDeclaredShare: 10, perValidClick: 3, perRead: 1, caps: { perDay, sharesPerDay: 2 } } }));
        const shares = [newId(), newId(), newId(), newId()];
        for (const { kind, which, minute } of steps) {
          const at = new Date(Date.parse('2026-11-16T08:00:00Z') + minute * 60_000);
          const common = { personId: here.person.id, publicationId: pages[which]!.id, network: null, at };
          await here.organisation.write(async () => {
            if (kind === 'RETRACT') return awards.takeBackShare(shares[which]!);
            if (kind === 'SHARE') return awards.award({ ...common, source: PointSource.DECLARED_SHARE, sourceId: shares[which]!, shareId: shares[which]! });
            if (kind === 'CLICK') return awards.award({ ...common, source: PointSource.VALID_CLICK, sourceId: newId(), shareId: shares[which]! });
            if (kind === 'READ') return awards.award({ ...common, source: PointSource.READ, sourceId: pages[which]!.id, shareId: null });
            const entry = await api.db.of(LedgerEntry).findOneBy({ organisationId: here.organisation.id, contestId: contest.id });
            if (entry && !entry.reversesId) await awards.takeBack([entry], 'CORRECTED' as never, 'Vérifié avec vous.');
          });
        }
        for (const balance of await balanced(here)) expect(balance).toBeGreaterThanOrEqual(0);
        const days = await here.organisation.write(() => api.db.query<{ total: number }>('select sum(points)::int as total from ledger_entry where contest_id = $1 group by person_id, day', [contest.id]));
        for (const { total } of days) expect(total).toBeLessThanOrEqual(perDay);
      }),
      { numRuns: 8 },
    );
  });

  it('cannot be changed or deleted in the ledger by the application', async () => {
    const here = await stage();
    await share(here, here.client);
    await api.drain();
    for (const statement of ['update ledger_entry set points = 1000', 'delete from ledger_entry'])
      await expect(here.organisation.write(() => api.db.query(statement))).rejects.toThrow(/permission denied/);
  });
});

describe('a question about points', () => {
  const ASK = 'mutation ($input: DisputeEntryInput!) { disputeEntry(input: $input) { id message answer line { points } } }';
  const WAITING = 'query ($id: ID!) { contest(id: $id) { disputes { dispute { id message answeredAt line { id points } } person { displayName } } } }';
  const CORRECT = 'mutation ($input: CorrectPointsInput!) { correctPoints(input: $input) { id } }';

  it('is answered, and its points corrected by a reversal whose reason the member reads', async () => {
    const here = await stage();
    await share(here, here.client);
    await api.drain();
    const [line] = await linesOf(here);
    const input = { contestId: here.contest.id, entryId: line.id, message: 'Ce partage n’est pas de moi.' };
    expect((await here.client.ok(ASK, { input })).disputeEntry).toMatchObject({ message: input.message, line: { points: 10 } });
    expect(await here.client.refused(ASK, { input })).toBe('ALREADY_ASKED');
    const { contest } = await here.pilot.ok(WAITING, { id: here.contest.id });
    expect(contest.disputes).toMatchObject([{ dispute: { message: input.message, answeredAt: null, line: { id: line.id } }, person: { displayName: `${here.person.firstName} ${here.person.lastName}` } }]);
    const correction = { input: { entryId: line.id, reason: 'Ce partage était celui d’un collègue.' } };
    await here.pilot.ok(CORRECT, correction);
    expect(await here.pilot.refused(CORRECT, correction)).toBe('ALREADY_REVERSED');
    await here.pilot.ok('mutation ($input: AnswerDisputeInput!) { answerDispute(input: $input) { answer } }', { input: { id: contest.disputes[0].dispute.id, answer: 'C’est corrigé.' } });
    expect(await linesOf(here)).toMatchObject([{ points: 0, reversal: { cause: 'CORRECTED', reason: 'Ce partage était celui d’un collègue.' } }]);
    expect((await here.client.ok(WAITING, { id: here.contest.id })).contest.disputes).toEqual([]);
    expect(await here.client.refused(CORRECT, correction)).toBe('FORBIDDEN');
  });

  it('cannot be about somebody else’s points', async () => {
    const [here, there] = [await stage(), await stage()];
    await share(there, there.client);
    await api.drain();
    const [line] = await linesOf(there);
    expect(await here.client.refused(ASK, { input: { contestId: here.contest.id, entryId: line.id, message: 'À qui sont-ils ?' } })).toBe('NOT_FOUND');
    expect(await here.client.problems(ASK, { input: { contestId: here.contest.id, message: '  ' } })).toEqual(['message:matches']);
    expect(await here.pilot.refused(CORRECT, { input: { entryId: line.id, reason: 'Non.' } })).toBe('NOT_FOUND');
  });
});
