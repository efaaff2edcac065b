import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFactory } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { ownerConnection } from '@portevoix/platform';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { AuditChain } from './audit-chain.service';
import { AuditEntry, AuditLink } from './audit-entry.entity';
import { changesOf, TOLD } from './changed';

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

async function asOwner(statement: string, parameters: unknown[] = []): Promise<void> {
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

  it('tells what a setting was before and after, in the row of the act, and what is gone', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const { createProgramme } = await pilot.ok('mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { id } }', { input: { name: 'À voix haute', axis: 'CORPORATE', startsOn: '2026-11-02' } });
    const owner = await organisation.person(Role.PILOT);
    const input = { programmeId: createProgramme.id, name: 'Cent lecteurs', metricId: 'readers', baseline: 0, target: 100, deadline: '2027-06-30', ownerId: owner.id, serves: 'Dire ce que nous faisons' };
    const { createObjective } = await pilot.ok('mutation ($input: CreateObjectiveInput!) { createObjective(input: $input) { id } }', { input });
    await pilot.ok('mutation ($input: UpdateObjectiveInput!) { updateObjective(input: $input) { id } }', { input: { ...input, id: createObjective.id, target: 200, name: 'Deux cents lecteurs', serves: 'Un texte que le journal ne garde pas' } });
    await pilot.ok('mutation ($id: ID!) { removeObjective(id: $id) }', { id: createObjective.id });
    const { auditEntries } = await pilot.ok('{ auditEntries(first: 10) { edges { node { operation details { path value } changes { row path before after } } } } }');
    const changesOf = (name: string) => auditEntries.edges.find(({ node }: { node: { operation: string } }) => node.operation === name).node.changes;
    expect(changesOf('updateObjective')).toEqual([
      { row: createObjective.id, path: 'objective.name', before: 'Cent lecteurs', after: 'Deux cents lecteurs' },
      { row: createObjective.id, path: 'objective.target', before: '100', after: '200' },
    ]);
    expect(changesOf('removeObjective')).toContainEqual({ row: createObjective.id, path: 'objective.target', before: '200', after: null });
    expect(changesOf('createObjective')).toEqual([]);
    expect(JSON.stringify(await entriesOf(organisation))).not.toContain('que le journal ne garde pas');
    expect(auditEntries.edges[0].node.details).toEqual([{ path: 'id', value: createObjective.id }]);
  });

  it('tells of people only their roles and whether they are there, and of a long text its beginning', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const person = await organisation.person();
    await pilot.ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: person.id });
    const [deactivated] = (await entriesOf(organisation)).map(({ details }) => details.filter(({ isChange }) => isChange));
    expect(deactivated).toEqual([{ row: person.id, path: 'person.deactivatedAt', before: null, value: expect.stringMatching(/Z$/), length: null, isChange: true }]);
    expect(changesOf([{ table: 'organisation', row: null, column: 'disclosure', before: 'd'.repeat(5000), after: ['a'] }])).toEqual([{ row: null, path: 'organisation.disclosure', before: `${'d'.repeat(120)}…`, value: '["a"]', length: null, isChange: true }]);
  });

  it('follows columns that exist, and no name, word or secret of a person', async () => {
    const organisation = await api.organisation();
    const rows = await organisation.write(() => api.db.query<{ name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = current_schema()`));
    const known = new Set(rows.map(({ name }) => name));
    const told = Object.entries(TOLD).flatMap(([table, columns]) => columns.map((column) => `${table}.${column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`));
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    expect(TOLD['person']).toEqual(['roles', 'deactivatedAt']);
    expect(Object.keys(TOLD).filter((table) => /session|link|answer|application|invitation|reading|share$|draft|acceptance|membership/.test(table))).toEqual([]);
  });

  it('holds what is changed by REST, in the same transaction', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const give = (folder: string) => {
      const body = new FormData();
      body.set('picture', new Blob([png], { type: 'image/png' }), 'p.png');
      return pilot.fetch(`/files/pictures/${folder}`, { method: 'PUT', headers: { 'x-portevoix': '1' }, body });
    };
    expect((await give('logo')).status).toBe(200);
    expect((await give('me')).status).toBe(200);
    expect((await pilot.fetch('/files/pictures/logo', { method: 'DELETE', headers: { 'x-portevoix': '1' } })).status).toBe(200);
    expect((await (await organisation.client()).fetch('/files/pictures/logo', { method: 'DELETE', headers: { 'x-portevoix': '1' } })).status).toBe(403);
    const entries = await entriesOf(organisation);
    expect(entries.map(({ operation, scope, actorId }) => [operation, scope, actorId !== null])).toEqual([['giveLogo', 'ADMINISTRATION', true], ['giveMyPicture', 'PERSONAL', false], ['removeLogo', 'ADMINISTRATION', true]]);
    expect(entries[2]!.details).toEqual([expect.objectContaining({ path: 'organisation.logoUrl', before: expect.stringContaining('/look/'), value: null })]);
    await seal(organisation);
    expect(await verify(organisation)).toMatchObject({ length: 3, broken: [] });
  });

  it.each([
    ['is refused by the database', 'before', `raise exception 'no row'`],
    ['is written, and the connection ends before the commit', 'after', 'perform pg_terminate_backend(pg_backend_pid())'],
  ])('leaves nothing of an act whose row %s, nor a row without its act', async (_, when, act) => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    await pilot.ok(ADD_GROUP, { name: 'Avant' });
    const removeLogo = async () => (await pilot.fetch('/files/pictures/logo', { method: 'DELETE', headers: { 'x-portevoix': '1' } })).status;
    await organisation.write(() => api.db.query(`update organisation set logo_url = '/files/pictures/organisations/x/look/y' where id = $1`, [organisation.id]));
    const logo = () => organisation.write(() => api.db.query<{ logo_url: string | null }>('select logo_url from organisation where id = $1', [organisation.id]));
    await asOwner(`create function spoil() returns trigger language plpgsql security definer as $$ begin ${act}; return new; end $$; create trigger spoil ${when} insert on audit_entry for each row execute function spoil()`);
    try {
      expect(['INTERNAL_ERROR', 'UNAVAILABLE']).toContain(await pilot.refused(ADD_GROUP, { name: 'Pendant' }));
      expect(await removeLogo()).toBeGreaterThanOrEqual(500);
    } finally {
      await asOwner('drop trigger spoil on audit_entry; drop function spoil()');
    }
    expect((await pilot.ok('{ groupsOfOrganisation { name } }')).groupsOfOrganisation).toEqual([{ name: 'Avant' }]);
    expect(await logo()).toEqual([{ logo_url: expect.any(String) }]);
    expect((await entriesOf(organisation)).map(({ operation }) => operation)).toEqual(['addGroup']);
    await pilot.ok(ADD_GROUP, { name: 'Pendant' });
    expect(await removeLogo()).toBe(200);
    expect((await entriesOf(organisation)).map(({ operation }) => operation)).toEqual(['addGroup', 'addGroup', 'removeLogo']);
    await seal(organisation);
    expect(await verify(organisation)).toMatchObject({ length: 3, broken: [] });
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
