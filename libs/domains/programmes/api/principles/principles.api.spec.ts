import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { programmesFactory } from '../programmes.factory';

let api: TestApi;
let organisation: TestOrganisation;
let pilot: Client;
let programmeId: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.set('2026-11-24T09:00:00Z');
  organisation = await api.organisation();
  pilot = await organisation.client(Role.PILOT);
  programmeId = (await organisation.write(() => programmesFactory.programme(api.db, api.clock.now()))).id;
});
afterAll(() => api.close());

const STATEMENT = 'mutation ($input: PublishStatementInput!) { publishStatement(input: $input) { n text author { displayName } } }';
const CHARTER = 'mutation ($input: PublishCharterInput!) { publishCharter(input: $input) { n articles { title text } } }';
const ACCEPT = 'mutation ($input: AcceptVersionInput!) { acceptStatement(input: $input) { principle version at } }';
const ACCEPT_CHARTER = 'mutation ($input: AcceptVersionInput!) { acceptCharter(input: $input) { version } }';
const PENDING = '{ myPendingAcceptances { programmeId isAgain statement { n text } charter { n articles { title } } } }';
const VERSIONS = 'query ($id: ID!) { statementVersions(programmeId: $id) { n changeNote acceptances { accepted ambassadors } } }';
const publish = (text: string, changeNote?: string) => pilot.ok(STATEMENT, { input: { programmeId, text, changeNote } });

describe('the raison d’être and the charter', () => {
  it('are returned to a new member’s first session, until accepted, with the instant', async () => {
    await publish('Raconter son métier avec ses mots.');
    await pilot.ok(CHARTER, { input: { programmeId, articles: [{ title: 'Liberté', text: 'Chaque texte se retouche.' }] } });
    const member = await organisation.client(Role.AMBASSADOR);
    expect((await member.ok(PENDING)).myPendingAcceptances).toEqual({ programmeId, isAgain: false, statement: { n: 1, text: 'Raconter son métier avec ses mots.' }, charter: { n: 1, articles: [{ title: 'Liberté' }] } });
    api.clock.set('2026-11-24T09:30:00Z');
    const again = await Promise.all([1, 2].map(() => member.ok(ACCEPT, { input: { programmeId, version: 1 } })));
    expect(again.map(({ acceptStatement }) => acceptStatement)).toEqual(Array.from({ length: 2 }, () => ({ principle: 'STATEMENT', version: 1, at: '2026-11-24T09:30:00.000Z' })));
    expect((await member.ok(PENDING)).myPendingAcceptances).toMatchObject({ statement: null, charter: { n: 1 } });
    await member.ok(ACCEPT_CHARTER, { input: { programmeId, version: 1 } });
    expect((await member.ok(PENDING)).myPendingAcceptances).toBeNull();
    expect((await member.ok('query ($id: ID!) { myAcceptances(programmeId: $id) { principle version } }', { id: programmeId })).myAcceptances).toHaveLength(2);
  });

  it('ask again when a new version is published, and not for the same text', async () => {
    await publish('Première version.');
    const member = await organisation.client(Role.AMBASSADOR);
    await member.ok(ACCEPT, { input: { programmeId, version: 1 } });
    expect((await publish(' Première version. ')).publishStatement.n).toBe(1);
    expect((await member.ok(PENDING)).myPendingAcceptances).toBeNull();
    expect((await publish('Deuxième version.', 'Trop affiche')).publishStatement.n).toBe(2);
    expect((await member.ok(PENDING)).myPendingAcceptances).toMatchObject({ isAgain: true, statement: { n: 2 } });
    expect(await member.problems(ACCEPT, { input: { programmeId, version: 1 } })).toEqual(['version:isInForce']);
    expect((await pilot.ok(VERSIONS, { id: programmeId })).statementVersions).toMatchObject([{ n: 2, changeNote: 'Trop affiche' }, { n: 1, changeNote: null }]);
  });

  it('recall the raison d’être once at each relaunch, and the charter not', async () => {
    const MOVE = 'mutation ($input: MoveProgrammeInput!) { moveProgramme(input: $input) { state } }';
    const RECALL = '{ myPendingAcceptances { isRecalled statement { n } charter { n } } }';
    await publish('Raconter.');
    await pilot.ok(CHARTER, { input: { programmeId, articles: [{ title: 'Liberté', text: 'Chaque texte se retouche.' }] } });
    const [member, ...others] = await Promise.all((await organisation.people(5, Role.AMBASSADOR)).map((person) => api.as(person)));
    await Promise.all([member!, ...others].map((client) => client.ok(ACCEPT, { input: { programmeId, version: 1 } })));
    await member!.ok(ACCEPT_CHARTER, { input: { programmeId, version: 1 } });
    for (const round of [1, 2]) {
      api.clock.set(`2026-11-24T1${round}:00:00Z`);
      await pilot.ok(MOVE, { input: { id: programmeId, action: 'PAUSE' } });
      await pilot.ok(MOVE, { input: { id: programmeId, action: 'RELAUNCH', phaseName: `Rentrée ${round}` } });
      expect((await member!.ok(RECALL)).myPendingAcceptances).toEqual({ isRecalled: true, statement: { n: 1 }, charter: null });
      await Promise.all([1, 2].map(() => member!.ok(ACCEPT, { input: { programmeId, version: 1 } })));
      expect((await member!.ok(RECALL)).myPendingAcceptances).toBeNull();
    }
    expect((await pilot.ok(VERSIONS, { id: programmeId })).statementVersions[0].acceptances).toEqual({ accepted: 5, ambassadors: 5 });
  });

  it('get consecutive versions when two publish together', async () => {
    const published = await Promise.all(['Un.', 'Deux.', 'Trois.'].map((text) => publish(text)));
    expect(published.map(({ publishStatement }) => publishStatement.n).sort()).toEqual([1, 2, 3]);
  });

  it('ask nobody but ambassadors, and nobody in a pause', async () => {
    await publish('Raconter.');
    const [reader, member] = [await organisation.client(), await organisation.client(Role.AMBASSADOR)];
    expect((await reader.ok(PENDING)).myPendingAcceptances).toBeNull();
    await pilot.ok('mutation ($input: MoveProgrammeInput!) { moveProgramme(input: $input) { state } }', { input: { id: programmeId, action: 'PAUSE' } });
    expect((await member.ok(PENDING)).myPendingAcceptances).toBeNull();
  });

  it('count acceptances without telling of fewer than five people', async () => {
    await publish('Raconter.');
    const members = await Promise.all((await organisation.people(10, Role.AMBASSADOR)).map((person) => api.as(person)));
    const counted = async () => (await pilot.ok(VERSIONS, { id: programmeId })).statementVersions[0].acceptances;
    expect(await counted()).toEqual({ accepted: 0, ambassadors: 10 });
    for (const [index, expected] of [[4, null], [5, { accepted: 5, ambassadors: 10 }], [6, null], [10, { accepted: 10, ambassadors: 10 }]] as const) {
      await Promise.all(members.slice(0, index).map((member) => member.ok(ACCEPT, { input: { programmeId, version: 1 } })));
      expect(await counted()).toEqual(expected);
    }
    const member = members[0]!;
    expect((await member.ok('{ currentProgramme { statement { n acceptances { accepted } } } }')).currentProgramme.statement).toEqual({ n: 1, acceptances: null });
    expect(await member.refused(VERSIONS, { id: programmeId })).toBe('FORBIDDEN');
  });

  it('refuse empty texts by field, and strangers', async () => {
    expect(await pilot.problems(STATEMENT, { input: { programmeId, text: '' } })).toEqual(['text:isNotEmpty']);
    expect(await pilot.problems(CHARTER, { input: { programmeId, articles: [] } })).toEqual(['articles:arrayMinSize']);
    expect(await pilot.problems(CHARTER, { input: { programmeId, articles: [{ title: 'Liberté', text: '' }] } })).toEqual(['articles.0.text:isNotEmpty']);
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect(await stranger.refused(STATEMENT, { input: { programmeId, text: 'Ailleurs.' } })).toBe('NOT_FOUND');
    expect(await stranger.refused(ACCEPT, { input: { programmeId, version: 1 } })).toBe('NOT_FOUND');
    expect(await (await organisation.client(Role.EDITOR)).refused(STATEMENT, { input: { programmeId, text: 'Moi.' } })).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(PENDING)).toBe('UNAUTHENTICATED');
  });
});
