import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFactory } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { ownerConnection } from '@portevoix/platform';
import { startApi, type TestApi } from '../index';

const ROOT = join(import.meta.dirname, '../../../..');
const SECRET = 'a-secret-of-this-test-that-is-long-enough';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const children: ChildProcess[] = [];
/** One that started where it should not have. */
afterEach(() => void children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** The built server with this environment and nothing else of ours. */
function server(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/api/main.js')], { cwd: ROOT, env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATABASE_URL: api.databaseUrl, HOST: '127.0.0.1', PORT: '0', ...env } });
  children.push(child);
  let output = '';
  const heard = (part: Buffer) => (output += part.toString());
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended, output: () => output };
}

describe('the server in production', () => {
  it.each([
    ['without a secret', {}, /PORTEVOIX_SECRET/],
    ['with the secret of development', { PORTEVOIX_SECRET: 'development-only-secret-not-for-production' }, /PORTEVOIX_SECRET/],
    ['with a short secret', { PORTEVOIX_SECRET: 'short' }, /PORTEVOIX_SECRET/],
    ['without a database', { PORTEVOIX_SECRET: SECRET, DATABASE_URL: '' }, /DATABASE_URL/],
    ['with an address that is none', { PORTEVOIX_SECRET: SECRET, PUBLIC_URL: 'ici' }, /PUBLIC_URL/],
  ])('does not start %s, and names the variable', async (_name, env, named) => {
    const { ended, output } = server(env);
    expect(await ended).toBe(1);
    expect(output()).toMatch(named);
    expect(output()).not.toContain(SECRET);
  });

  it('writes no password, cookie, token, code or parameter of a statement into its log', async () => {
    const organisation = await api.organisation();
    const password = 'PlantedPassword-9f1';
    await organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email: 'planted-mail@journal.test', password, roles: [Role.PILOT] }], api.clock.now()));
    const port = String(20_000 + (process.pid % 20_000));
    const { child, ended, output } = server({ PORTEVOIX_SECRET: SECRET, LOG_LEVEL: 'trace', PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });
    try {
      const url = `http://127.0.0.1:${port}`;
      const isUp = () => fetch(`${url}/readyz`).then(({ ok }) => ok, () => false);
      while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
      const send = (query: string, variables: object, headers: Record<string, string> = {}) => fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
      const signIn = await send('mutation ($input: SignInInput!) { signIn(input: $input) { email } }', { input: { email: 'planted-mail@journal.test', password } });
      const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
      const token = cookie.split('=')[1]!;
      expect(signIn.status).toBe(200);
      await send('mutation ($input: SignInInput!) { signIn(input: $input) { email } }', { input: { email: 'planted-mail@journal.test', password: 'PlantedWrong-77' } });
      await send('{ viewer { email } }', {}, { cookie });
      await send('{ viewer { email } }', {}, { authorization: `Bearer ${token}` });
      const made = await send('mutation { createApiToken(input: { name: "Journal", scopes: ["people:read"], expiresInDays: 1 }) { secret } }', {}, { cookie });
      const apiToken = ((await made.json()) as { data: { createApiToken: { secret: string } } }).data.createApiToken.secret;
      expect(await (await send('{ peopleCount }', {}, { authorization: `Bearer ${apiToken}` })).json()).toEqual({ data: { peopleCount: expect.any(Number) } });
      await fetch(`${url}/r/nothing?token=${apiToken}`);
      await send('mutation ($input: RedeemMagicLinkInput!) { redeemMagicLink(input: $input) { email } }', { input: { token: 'PlantedToken.PlantedToken' } });
      await send('mutation ($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { email } }', { input: { email: 'planted-mail@journal.test', code: '31415926' } });
      // A statement that PostgreSQL refuses is logged as a fault of ours, with its parameters if nobody takes them out.
      const owner = await ownerConnection(api.databaseUrl);
      await owner.query(`alter table "group" add constraint planted check (name not like 'Planted%')`).finally(() => owner.destroy());
      const refused = await send('mutation ($input: AddGroupInput!) { addGroup(input: $input) { id } }', { input: { kind: 'SITE', name: 'PlantedParameter' } }, { cookie });
      expect(await refused.text()).toContain('INTERNAL');
      await fetch(`${url}/r/nothing?token=PlantedQuery`);
      child.kill('SIGTERM');
      await ended;
      expect(output()).toContain('23514');
      for (const planted of [password, apiToken, apiToken.slice(26), 'PlantedWrong-77', token, token.split('.')[1]!, 'PlantedToken', '31415926', 'PlantedParameter', SECRET]) {
        expect({ planted, isTold: output().includes(planted) }).toEqual({ planted, isTold: false });
      }
    } finally {
      child.kill('SIGKILL');
    }
  });
});
