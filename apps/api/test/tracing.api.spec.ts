import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityFactory } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { startApi, type TestApi, type TestOrganisation } from './index';

const ROOT = join(import.meta.dirname, '../../..');
const EMAIL = 'planted-trace@journal.test';
const PASSWORD = 'PlantedPassword-4c2';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, string> }[];
}

let api: TestApi;
let collector: Server;
let bodies: { resourceSpans: { resource: { attributes: Span['attributes'] }; scopeSpans: { spans: Span[] }[] }[] }[];
let folder: string;
let organisation: TestOrganisation;

beforeAll(async () => {
  api = await startApi();
  organisation = await api.organisation();
  await organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email: EMAIL, password: PASSWORD, roles: [Role.PILOT] }], api.clock.now()));
  folder = mkdtempSync(join(tmpdir(), 'portevoix-tracing-'));
  // Writes down each file that the server loads.
  writeFileSync(join(folder, 'loaded.mjs'), `import { registerHooks } from 'node:module'; import { appendFileSync } from 'node:fs';
    registerHooks({ load: (url, context, next) => { appendFileSync(process.env.LOADED, url + '\\n'); return next(url, context); } });`);
  bodies = [];
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      bodies.push(body as never);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  collector.close();
  collector.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});

/** What happens to a server from its start to its end: somebody signs in and reads, a link is followed. */
async function life(env: Record<string, string>): Promise<{ token: string; loaded: string[]; code: number | null }> {
  const port = String(20_000 + (process.pid % 20_000));
  const LOADED = join(folder, `loaded-${Object.keys(env).length}.txt`);
  const child = spawn(process.execPath, ['--import', join(folder, 'loaded.mjs'), join(ROOT, 'dist/api/main.js')], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORTEVOIX_SECRET: 'a-secret-of-this-test-that-is-long-enough', DATABASE_URL: api.databaseUrl, HOST: '127.0.0.1', PORT: port, PORTEVOIX_WORKER: 'inline', FILES_DIR: folder, LOADED, ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  try {
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/readyz`).then(({ ok }) => ok, () => child.exitCode !== null))) await new Promise((resolve) => setTimeout(resolve, 100));
    const send = (query: string, variables: object, headers: Record<string, string> = {}) => fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
    const signedIn = await send('mutation Enter($input: SignInInput!) { signIn(input: $input) { email } }', { input: { email: EMAIL, password: PASSWORD } });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    await send('query Who { viewer { email } }', {}, { cookie, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });
    await send('query Missing { publication(id: "planted-argument") { id } }', {}, { cookie });
    await fetch(`${url}/r/abcdefghij?mail=${EMAIL}`);
    // The worker has done what signing in left to it.
    while (!(await organisation.write(() => api.db.query('select 1 from activity_event'))).length) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGTERM');
    return { token: cookie.split('=')[1]!, loaded: readFileSync(LOADED, 'utf8').split('\n'), code: await ended };
  } finally {
    child.kill('SIGKILL');
  }
}

/** What follows a first connection of the day. */
const JOB = 'process analytics.connected';

const spansOf = () => bodies.flatMap(({ resourceSpans }) => resourceSpans).flatMap(({ scopeSpans }) => scopeSpans).flatMap(({ spans }) => spans);

describe('traces', () => {
  it('are sent where the environment says: requests, operations, statements, and nothing of people', async () => {
    const { token, loaded, code } = await life({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`, OTEL_SERVICE_NAME: 'portevoix-test' });
    expect(code).toBe(0);
    expect(loaded.some((url) => url.includes('/exporter-'))).toBe(true);
    expect(JSON.stringify(bodies[0]!.resourceSpans[0]!.resource)).toContain('portevoix-test');
    const spans = spansOf();
    const names = new Set(spans.map(({ name }) => name));
    for (const name of ['POST /graphql', 'GET /r/:code', 'mutation Enter', 'query Who', 'SELECT person', 'INSERT session', 'COMMIT', JOB]) expect([...names]).toContain(name);

    // One trace from the caller's own span down to the statement.
    const parentOf = ({ parentSpanId }: Span) => spans.find(({ spanId }) => spanId === parentSpanId);
    const operation = spans.find(({ name }) => name === 'query Who')!;
    const request = parentOf(operation)!;
    expect([request.name, request.traceId, request.parentSpanId]).toEqual(['POST /graphql', '0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']);
    expect(spans.filter((span) => parentOf(span) === operation).map(({ name }) => name)).toContain('COMMIT');

    const told = JSON.stringify(bodies);
    for (const planted of [EMAIL, EMAIL.split('@')[0]!, PASSWORD, token, 'Naïma', 'planted-argument', 'abcdefghij', '127.0.0.1']) expect({ planted, isTold: told.includes(planted) }).toEqual({ planted, isTold: false });
  });

  it('cost nothing when nobody asks for them: not a package is loaded', async () => {
    bodies.length = 0;
    const { loaded, code } = await life({});
    expect(code).toBe(0);
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((url) => /opentelemetry|\/exporter-/.test(url))).toEqual([]);
    expect(bodies).toEqual([]);
  });
});
