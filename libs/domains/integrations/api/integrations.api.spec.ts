import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFactory } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { ownerConnection } from '@portevoix/platform';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { AuditChain } from './audit-chain.service';
import { AuditEntry, AuditLink } from './audit-entry.entity';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ADD_GROUP = 'mutation ($name: String!) { addGroup(input: { kind: SITE, name: $name }) { id } }';
const JOURNAL = 'query ($operation: String, $actorId: ID, $from: String, $to: String, $after: String) { auditEntries(first: 2, operation: $operation, actorId: $actorId, from: $from, to: $to, after: $after) { edges { node { operation ip actor { displayName } details { path value length } } } pageInfo { hasNextPage endCursor } } }';

const entriesOf = (organisation: TestOrganisation) => organisation.write(() => api.db.of(AuditEntry).find({ where: { organisationId: organisation.id }, order: { id: 'ASC' } }));
const seal = (organisation: TestOrganisation) => organisation.write(() => api.app.get(AuditChain).seal());
const verify = (organisation: TestOrganisation) => organisation.write(() => api.app.get(AuditChain).verify());

async function asOwner(statement: string, parameters: unknown[]): Promise<void> {
  const owner = await ownerConnection(api.databaseUrl);
  await owner.query(statement, parameters);
  await owner.destroy();
}

describe('the audit log', () => {
  it('holds one row per mutation that succeeded, and none of a refused one', async () => {
    const organisation = await api.organisation();
    const person = await organisation.person(Role.PILOT);
    const pilot = await api.as(person);
    await pilot.ok(ADD_GROUP, { name: 'Nantes' });
    expect(await pilot.problems(ADD_GROUP, { name: 'Nantes' })).toEqual(['name:isUnique']);
    await pilot.refused('mutation { a: addGroup(input: { kind: SITE, name: "Brest" }) { id } b: addGroup(input: { kind: SITE, name: "Nantes" }) { id } }');
    await pilot.ok('mutation { a: addGroup(input: { kind: SITE, name: "Brest" }) { id } b: addGroup(input: { kind: DEPARTMENT, name: "Achats" }) { id } }');
    await pilot.ok('{ groupsOfOrganisation { name } }');
    const entries = await entriesOf(organisation);
    expect(entries.map(({ operation }) => operation)).toEqual(['addGroup', 'addGroup', 'addGroup']);
    expect(entries[0]).toMatchObject({ actorId: person.id, ip: expect.stringContaining('127.0.0.1'), scope: 'ADMINISTRATION', details: [{ path: 'kind', value: 'SITE', length: null }, { path: 'name', value: null, length: 6 }] });
  });

  it('keeps no text that was typed', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const input = { firstName: 'Zébulon', lastName: 'Planté-Secret', email: 'zebulon.plante@secret.test', jobTitle: 'Tourneboule', roles: ['EDITOR'], groupIds: [] };
    await pilot.ok('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input });
    expect(JSON.stringify(await entriesOf(organisation))).not.toMatch(/zébulon|planté|secret\.test|tourneboule/i);
  });

  it('says of what people do for themselves only that it happened, and of a sign-in nothing typed', async () => {
    const organisation = await api.organisation();
    const [person] = await organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email: 'naima@journal.test', password: 'une phrase de passe' }], api.clock.now()));
    await api.anonymous.ok('mutation { signIn(input: { email: "naima@journal.test", password: "une phrase de passe" }) { email } }');
    const naima = await api.as(person!);
    await naima.ok('mutation { makeCalendarFeed { __typename } }');
    const [signIn, own] = await entriesOf(organisation);
    expect(signIn).toMatchObject({ operation: 'signIn', scope: 'ACCOUNT', actorId: person!.id, details: [] });
    expect(own).toMatchObject({ operation: 'makeCalendarFeed', scope: 'PERSONAL', actorId: null, ip: null, details: [] });
    const pilot = await organisation.client(Role.PILOT);
    expect((await pilot.ok(JOURNAL)).auditEntries.edges).toEqual([]);
  });

  it('is read by pages and filters, by those who may, in their organisation', async () => {
    const organisation = await api.organisation();
    const person = await organisation.person(Role.PILOT);
    const pilot = await api.as(person);
    for (const name of ['Un', 'Deux', 'Trois']) await pilot.ok(ADD_GROUP, { name });
    const first = (await pilot.ok(JOURNAL, { operation: 'addGroup', actorId: person.id })).auditEntries;
    expect(first).toMatchObject({ edges: [{ node: { actor: { displayName: `${person.firstName} ${person.lastName}` } } }, {}], pageInfo: { hasNextPage: true } });
    expect((await pilot.ok(JOURNAL, { after: first.pageInfo.endCursor })).auditEntries.edges).toHaveLength(1);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(api.clock.now());
    expect((await pilot.ok(JOURNAL, { from: today, to: today })).auditEntries.edges).toHaveLength(2);
    expect((await pilot.ok(JOURNAL, { to: '2020-01-01' })).auditEntries.edges).toEqual([]);
    expect((await pilot.ok(JOURNAL, { operation: 'addPerson' })).auditEntries.edges).toEqual([]);
    expect(await pilot.problems(JOURNAL, { from: '2026-02-30' })).toEqual(['from:isDateString']);
    expect(await pilot.ok('{ auditChoices { operations people { id } } }')).toEqual({ auditChoices: { operations: ['addGroup'], people: [{ id: person.id }] } });
    expect(await (await organisation.client(Role.EDITOR)).refused(JOURNAL)).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(JOURNAL)).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    expect((await stranger.ok(JOURNAL, { actorId: person.id })).auditEntries.edges).toEqual([]);
  });

  it('cannot be changed by the application', async () => {
    const organisation = await api.organisation();
    await (await organisation.client(Role.PILOT)).ok(ADD_GROUP, { name: 'Nantes' });
    await seal(organisation);
    for (const table of ['audit_entry', 'audit_link']) {
      for (const statement of [`update ${table} set organisation_id = organisation_id`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(organisation.write(() => api.db.query(statement))).rejects.toThrow(/permission denied/);
      }
    }
  });
});

describe('the chain', () => {
  it('holds after mutations and sealings at the same time', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 5 ? pilot.ok(ADD_GROUP, { name: `Site ${index}` }) : seal(organisation))));
    await seal(organisation);
    expect(await verify(organisation)).toEqual({ length: 32, head: expect.stringMatching(/^[0-9a-f]{64}$/), waiting: 0, broken: [] });
    expect(await seal(organisation)).toBe(0);
  });

  it('names what was altered or taken out', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) await pilot.ok(ADD_GROUP, { name });
    await api.worker.runCron('integrations.seal-audit');
    const links = await organisation.write(() => api.db.of(AuditLink).find({ where: { organisationId: organisation.id }, order: { place: 'ASC' } }));
    const [, second, , fourth] = links.map(({ entryId }) => entryId);
    const before = await verify(organisation);
    await asOwner(`update audit_entry set details = '[]' where id = $1`, [second]);
    expect(await verify(organisation)).toEqual({ ...before, broken: [`place 2: entry ${second} was altered`] });
    await asOwner('delete from audit_link where entry_id = $1', [second]);
    expect((await verify(organisation)).broken).toEqual(['places 2 to 2 are missing', expect.stringContaining('place 3')]);
    await asOwner(`update audit_link set hash = '\\x00' where entry_id = $1`, [fourth]);
    expect((await verify(organisation)).broken).toHaveLength(3);
  });
});
