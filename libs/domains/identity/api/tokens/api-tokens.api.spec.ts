import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isReading, permissionsOf, Role, scopesOf } from '@portevoix/identity/shared';
import { newId, ownerConnection } from '@portevoix/platform';
import { Client, operationsOf, schemaOf, startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import type { Person } from '../person.entity';
import { SecondFactors } from '../second-factor/second-factors.service';
import { Credentials } from './credentials';
import { newTokenText } from './token-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const CREATE = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { id name scopes hint createdAt expiresAt lastUsedAt } } }';
const MINE = '{ myApiTokens { id name scopes hint expiresAt lastUsedAt } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiToken(id: $id) }';
const COUNT = '{ peopleCount }';
const DAY_MS = 24 * 3600_000;
const READING = scopesOf(permissionsOf([Role.PILOT])).filter(isReading);
const input = (scopes: readonly string[], more: object = {}) => ({ input: { name: 'Tableau de bord', scopes, expiresInDays: 30, ...more } });

/** A program with a new token of `owner`. */
async function program(owner: Client, scopes: readonly string[], more: object = {}) {
  const { createApiToken } = await owner.ok(CREATE, input(scopes, more));
  return { client: new Client(api, createApiToken.secret as string), secret: createApiToken.secret as string, token: createApiToken.token };
}

async function pilotOf(organisation: TestOrganisation): Promise<{ person: Person; pilot: Client }> {
  const person = await organisation.person(Role.PILOT);
  return { person, pilot: await api.as(person) };
}

const codeOf = async (client: Client, query: string, variables: Record<string, unknown> = {}) => (await client.gql(query, variables)).errors?.[0]?.extensions.code ?? 'OK';

describe('a token', () => {
  it('is shown once, listed by its hint, and reads what it may', async () => {
    const { pilot } = await pilotOf(await api.organisation());
    const { client, secret, token } = await program(pilot, ['people:read', 'analytics:read']);
    expect(secret).toMatch(/^pv_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expect(token).toMatchObject({ name: 'Tableau de bord', scopes: ['analytics:read', 'people:read'], hint: `pv_…${secret.slice(-4)}`, lastUsedAt: null });
    expect(new Date(token.expiresAt).getTime() - new Date(token.createdAt).getTime()).toBe(30 * DAY_MS);
    expect((await client.ok(COUNT)).peopleCount).toBe(1);
    expect((await client.ok('{ viewer { permissions } }')).viewer.permissions.sort()).toEqual(['analytics:read', 'people:read']);
    const { myApiTokens } = await pilot.ok(MINE);
    expect(myApiTokens).toHaveLength(1);
    expect(JSON.stringify(myApiTokens)).not.toContain(secret.slice(30, 40));
  });

  it('that reads is refused by every mutation', async () => {
    const { pilot } = await pilotOf(await api.organisation());
    const { client } = await program(pilot, READING);
    const through: string[] = [];
    const mutations = operationsOf(schemaOf(api)).filter(({ kind }) => kind === 'mutation');
    for (const { name, document, variables } of mutations) if ((await codeOf(client, document, variables(newId()))) !== 'FORBIDDEN') through.push(name);
    expect(through).toEqual([]);
    expect(mutations.length).toBeGreaterThan(60);
  });

  it('of analytics reads analytics and nothing else', async () => {
    const { pilot } = await pilotOf(await api.organisation());
    const { client } = await program(pilot, ['analytics:read']);
    const open: string[] = [];
    for (const { name, document, variables } of operationsOf(schemaOf(api)).filter(({ kind }) => kind === 'query')) if ((await codeOf(client, document, variables(newId()))) !== 'FORBIDDEN') open.push(name);
    expect(open.sort()).toEqual(ANALYTICS_AND_PUBLIC);
  });

  it('with every right reaches neither the account, nor tokens, nor what the person does in their own name', async () => {
    const organisation = await api.organisation();
    const owner = await organisation.client(Role.PILOT, Role.AMBASSADOR);
    const { client, token } = await program(owner, scopesOf(permissionsOf([Role.PILOT])));
    await client.ok('mutation { addGroup(input: { kind: SITE, name: "Lyon" }) { id } }');
    for (const mutation of ['changeMyPassword(input: { next: "une autre phrase de passe" })', 'signOut', `revokeSession(id: "${newId()}")`, 'updateMyPreferences(input: { locale: "en" }) { locale }', `revokeApiToken(id: "${token.id}")`]) {
      expect([mutation, await codeOf(client, `mutation { ${mutation} }`)]).toEqual([mutation, 'FORBIDDEN']);
    }
    const share = operationsOf(schemaOf(api)).find(({ name }) => name === 'openShare')!;
    expect(await client.refused(share.document, share.variables(newId()))).toBe('FORBIDDEN');
    expect(await owner.refused(share.document, share.variables(newId()))).toBe('NOT_FOUND');
    expect(await client.refused(CREATE, input(['people:read']))).toBe('FORBIDDEN');
    expect(await client.refused(MINE)).toBe('FORBIDDEN');
    const headers = { 'x-portevoix': '1' };
    expect((await client.fetch('/files/pictures/me', { method: 'DELETE', headers })).status).toBe(403);
    expect((await owner.fetch('/files/pictures/me', { method: 'DELETE', headers })).status).toBe(200);
  });

  it('has no more rights than its person has now', async () => {
    const organisation = await api.organisation();
    const { person, pilot } = await pilotOf(organisation);
    const { client } = await program(pilot, ['people:read']);
    await organisation.write(() => api.db.query(`update person set roles = '{EDITOR}' where organisation_id = $1 and id = $2`, [organisation.id, person.id]));
    expect(await client.refused(COUNT)).toBe('FORBIDDEN');
  });
});

describe('a token serves no more, from the next request on', () => {
  it('when it is revoked, when its day has come, when its person is suspended, and after they are back', async () => {
    const organisation = await api.organisation();
    const { person, pilot } = await pilotOf(organisation);
    const [revoked, over, suspended] = [await program(pilot, ['people:read']), await program(pilot, ['people:read'], { expiresInDays: 1 }), await program(pilot, ['people:read'])];
    await pilot.ok(REVOKE, { id: revoked.token.id });
    expect(await revoked.client.refused(COUNT)).toBe('UNAUTHENTICATED');
    expect(await pilot.refused(REVOKE, { id: revoked.token.id })).toBe('NOT_FOUND');

    const now = api.clock.now();
    try {
      api.clock.set(new Date(now.getTime() + DAY_MS - 60_000));
      expect(await codeOf(over.client, COUNT)).toBe('OK');
      api.clock.set(new Date(now.getTime() + DAY_MS + 60_000));
      expect(await over.client.refused(COUNT)).toBe('UNAUTHENTICATED');
    } finally {
      api.clock.set(now);
    }

    expect(await codeOf(suspended.client, COUNT)).toBe('OK');
    const other = await organisation.client(Role.PILOT);
    await other.ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: person.id });
    expect(await suspended.client.refused(COUNT)).toBe('UNAUTHENTICATED');
    await other.ok('mutation ($id: ID!) { reactivatePerson(id: $id) { id } }', { id: person.id });
    expect(await suspended.client.refused(COUNT)).toBe('UNAUTHENTICATED');
  });

  it('while its person’s role asks for a second factor that is not there', async () => {
    const organisation = await api.organisation();
    // With a factor, as a super-admin of these tests is made.
    const person = await organisation.person(Role.SUPER_ADMIN, Role.PILOT);
    const { client } = await program(await api.as(person), ['people:read']);
    expect(await codeOf(client, COUNT)).toBe('OK');
    await organisation.write(() => api.app.get(SecondFactors).forget(person));
    expect(await client.refused(COUNT)).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('with the name of another organisation, or a mistake that no database is asked about', async () => {
    const [mine, other] = [await api.organisation(), await api.organisation()];
    const { pilot } = await pilotOf(mine);
    const { secret } = await program(pilot, ['people:read']);
    // The same secret, well formed, under the other organisation's name.
    const credentials = api.app.get(Credentials);
    const moved = newTokenText(other.id, Buffer.from(hexOf(secret.slice(26, 69)), 'hex')).text;
    expect(credentials.claim({ authorization: `Bearer ${moved}` })).toEqual({ organisationId: other.id, secret: secret.slice(26, 69), isToken: true });
    expect(await new Client(api, moved).refused(COUNT)).toBe('UNAUTHENTICATED');
    const mistyped = `${secret.slice(0, 40)}${secret[40] === 'a' ? 'b' : 'a'}${secret.slice(41)}`;
    expect(credentials.claim({ authorization: `Bearer ${mistyped}` })).toBeNull();
    expect(await new Client(api, mistyped).refused(COUNT)).toBe('UNAUTHENTICATED');
  });

  it('when somebody else would revoke it, it goes on', async () => {
    const organisation = await api.organisation();
    const { pilot } = await pilotOf(organisation);
    const { client, token } = await program(pilot, ['people:read']);
    expect(await (await organisation.client(Role.PILOT)).refused(REVOKE, { id: token.id })).toBe('NOT_FOUND');
    expect(await (await api.organisation().then((o) => o.client(Role.PILOT))).refused(REVOKE, { id: token.id })).toBe('NOT_FOUND');
    expect(await codeOf(client, COUNT)).toBe('OK');
  });
});

describe('what is kept of a token', () => {
  it('is nothing of its secret, in any table; the journal has who made and ended it', async () => {
    const organisation = await api.organisation();
    const { person, pilot } = await pilotOf(organisation);
    const { secret, token } = await program(pilot, ['people:read']);
    await pilot.ok(REVOKE, { id: token.id });
    await api.drain();
    const owner = await ownerConnection(api.databaseUrl);
    try {
      const tables = (await owner.query(`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)) as { name: string }[];
      const dump = (await Promise.all(tables.map(({ name }) => owner.query(`select t::text as row from ${name} t`)))).flat().map(({ row }: { row: string }) => row).join('\n');
      expect(dump).toContain(token.id);
      const random = secret.slice(26);
      const told = Array.from({ length: random.length - 7 }, (_, at) => random.slice(at, at + 8)).filter((part) => dump.includes(part) || dump.includes(Buffer.from(part).toString('hex')));
      expect(told).toEqual([]);
      const acts = (await owner.query(`select operation, actor_id as actor, scope from audit_entry where organisation_id = $1 order by id`, [organisation.id])) as object[];
      expect(acts).toEqual(['createApiToken', 'revokeApiToken'].map((operation) => ({ operation, actor: person.id, scope: 'ADMINISTRATION' })));
    } finally {
      await owner.destroy();
    }
  });

  it('is its last use, written once a minute', async () => {
    const organisation = await api.organisation();
    const { pilot } = await pilotOf(organisation);
    const { client, token } = await program(pilot, ['people:read']);
    const start = api.clock.now();
    const written = async () => (await organisation.write(() => api.db.query<{ at: Date | null; version: string }>('select last_used_at as at, xmin::text as version from api_token where id = $1', [token.id])))[0]!;
    const until = async (at: Date) => {
      for (let tries = 0; tries < 100 && (await written()).at?.getTime() !== at.getTime(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      return written();
    };
    try {
      api.clock.set(start);
      await Promise.all([client.ok(COUNT), client.ok(COUNT)]);
      const first = await until(start);
      expect(first.at).toEqual(start);
      api.clock.set(new Date(start.getTime() + 59_000));
      await client.ok(COUNT);
      api.clock.set(new Date(start.getTime() + 60_000));
      await client.ok(COUNT);
      expect((await until(api.clock.now())).at).toEqual(new Date(start.getTime() + 60_000));
    } finally {
      api.clock.set(start);
    }
  });
});

describe('making a token', () => {
  it('names the field and the rule of what is not taken', async () => {
    const organisation = await api.organisation();
    const { pilot } = await pilotOf(organisation);
    expect(await pilot.problems(CREATE, input([], { name: '  ', expiresInDays: 366 }))).toEqual(expect.arrayContaining(['name:isNotEmpty', 'scopes:arrayMinSize', 'expiresInDays:max']));
    for (const scope of ['admin:open', 'sharing:share', 'everything']) expect(await pilot.problems(CREATE, input([scope]))).toEqual(['scopes:isHeld']);
    expect(await (await organisation.client(Role.EDITOR)).problems(CREATE, input(['people:manage']))).toEqual(['scopes:isHeld']);
    expect(await (await organisation.client(Role.AMBASSADOR)).refused(CREATE, input(['analytics:read']))).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(CREATE, input(['analytics:read']))).toBe('UNAUTHENTICATED');
  });

  it('stops at twenty, also for those asked together', async () => {
    const { pilot } = await pilotOf(await api.organisation());
    for (let n = 0; n < 18; n += 1) await program(pilot, ['people:read']);
    const answers = await Promise.all(Array.from({ length: 5 }, () => pilot.problems(CREATE, input(['people:read']))));
    expect(answers.filter((problems) => !problems.length)).toHaveLength(2);
    expect(answers.filter((problems) => problems[0] === 'name:tooManyTokens')).toHaveLength(3);
    expect((await pilot.ok(MINE)).myApiTokens).toHaveLength(20);
  });
});

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const hexOf = (secret: string) => [...secret].reduce((sum, digit) => sum * 62n + BigInt(DIGITS.indexOf(digit)), 0n).toString(16).padStart(64, '0');

/** Public: the way in, and the person for whom the token acts. */
const ANALYTICS_AND_PUBLIC = ['clickAnomalies', 'clickBreakdown', 'dailySeries', 'dashboard', 'dataUntil', 'demoReset', 'metricDefinitions', 'newMembers', 'readersOnlyShare', 'sharesByNetwork', 'signInOptions', 'topPublications', 'viewer'];
