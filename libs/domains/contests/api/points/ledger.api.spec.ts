import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PointSource, ReversalCause } from '@portevoix/contests/shared';
import { newId } from '@portevoix/platform';
import { startApi, type TestApi } from '@portevoix/testing';
import fc from 'fast-check';
import type { Contest } from '../contest.entity';
import { contestsFactory } from '../contests.factory';
import { Awards, sourceKey } from './awards.service';
import { LedgerEntry } from './ledger.entity';
import { balanced, FIRST, LAST, linesOf, NOW, share, stageOf } from './stage.testing';

// Many whole contests are played in one test.

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const stage = (values?: Partial<Contest>) => stageOf(api, values);

describe('the ledger of points', () => {
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
