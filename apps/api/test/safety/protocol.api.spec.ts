import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { ownerConnection } from '@portevoix/platform';
import * as fc from 'fast-check';
import { auditServer } from 'graphql-http';
import { appDocuments } from '../documents';
import { WebSocket } from 'ws';
import { startApi, type Client, type TestApi, type TestOrganisation } from '../index';
import { operationsOf, schemaOf } from '../operations';

jest.setTimeout(240_000);

let api: TestApi;
let organisation: TestOrganisation;
let pilot: Client;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.organisation();
  pilot = await organisation.client(...Object.values(Role).filter((role) => role !== Role.SUPER_ADMIN));
});
afterAll(() => api.close());

interface Raw {
  status: number;
  text: string;
}

/** A request with exactly these headers: fetch would mend some of them. */
function raw(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}${path}`, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('GraphQL over HTTP', () => {
  it('passes the audits of graphql-http without an error', async () => {
    // Some of them ask for the schema.
    const headers = { 'x-portevoix': '1', authorization: `Bearer ${pilot.token}` };
    const results = await auditServer({ url: `${api.url}/graphql`, fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } }) });
    const errors = results.flatMap((result) => (result.status === 'error' ? [`${result.id} ${result.name}: ${result.reason}`] : []));
    expect(errors).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
  });
});

describe('a request of another site with our cookie', () => {
  const groups = async () => (await pilot.ok('{ groupsOfOrganisation { name } }')).groupsOfOrganisation.length as number;
  const mutation = (name: string) => `mutation { addGroup(input: { kind: FREE, name: "${name}" }) { id } }`;
  const cookie = () => `portevoix=${pilot.token}`;

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data;',
    'multipart/form-data',
    '',
    ';',
    'application/json, text/plain',
    'text/plain; application/json',
    'text/plain;charset=application/json',
    'application/jsonx',
    'TEXT/PLAIN',
  ])('changes nothing as %p', async (type) => {
    const before = await groups();
    const bodies = [JSON.stringify({ query: mutation('json') }), `query=${encodeURIComponent(mutation('form'))}`, `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${mutation('part')}\r\n--x--\r\n`];
    for (const body of bodies) {
      const { status } = await raw('POST', '/graphql', { cookie: cookie(), 'content-type': type }, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(await groups()).toBe(before);
  });

  it('changes nothing without a content type, by GET, or from a foreign origin', async () => {
    const before = await groups();
    const body = JSON.stringify({ query: mutation('foreign') });
    expect((await raw('POST', '/graphql', { cookie: cookie() }, body)).status).toBeGreaterThanOrEqual(400);
    expect((await raw('GET', `/graphql?query=${encodeURIComponent(mutation('get'))}`, { cookie: cookie(), 'x-portevoix': '1' })).status).toBe(405);
    expect((await raw('GET', `/graphql?query=${encodeURIComponent('{ viewer { email } }')}`, { cookie: cookie() })).status).toBe(400);
    for (const origin of ['https://evil.example', 'null', `${api.url}.evil.example`, api.url.replace('127.0.0.1', '127.0.0.2')]) {
      expect((await raw('POST', '/graphql', { cookie: cookie(), 'content-type': 'application/json', 'x-portevoix': '1', origin }, body)).status).toBe(403);
    }
    expect(await groups()).toBe(before);
  });

  it('opens no socket either', async () => {
    const opened = (origin?: string, path = '/graphql') =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers: { cookie: cookie(), ...(origin && { origin }) } });
        socket.on('open', () => {
          socket.terminate();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
    expect(await Promise.all(['https://evil.example', 'null', `${api.url}.evil.example`, 'http://'].map((origin) => opened(origin)))).toEqual([false, false, false, false]);
    expect(await opened(undefined, '//')).toBe(false);
    expect(await Promise.all([api.url, undefined].map((origin) => opened(origin)))).toEqual([true, true]);
  });

  it('is not mistaken for our own page’s', async () => {
    const before = await groups();
    expect((await raw('POST', '/graphql', { cookie: cookie(), 'content-type': 'application/json', 'x-portevoix': '1', origin: api.url }, JSON.stringify({ query: mutation('ours') }))).status).toBe(200);
    expect(await groups()).toBe(before + 1);
  });
});

/** What only the inside knows. */
const INSIDE = /stacktrace|node_modules|QueryFailedError|EntityMetadata|\bat \S+ \(|\.(ts|js):\d+|portevoix_app|violates|relation "|column "|syntax error at/i;

describe('a thousand answers to nonsense', () => {
  it('tell nothing of the inside, and none is a fault of ours', async () => {
    const operations = operationsOf(schemaOf(api)).filter(({ kind }) => kind !== 'subscription');
    const documents = [...operations.map(({ document }) => document), ...appDocuments().map(({ query }) => query)];
    const wild = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('\u0000', "' or 1=1 --", '${7*7}', '../../etc/passwd', '\ud800', '0', '-1', 'null', '١', '1e309'), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 }), fc.object({ maxDepth: 1, maxKeys: 3 }));
    const broken = fc.tuple(fc.constantFrom(...documents), fc.nat(200), fc.string({ maxLength: 5 })).map(([text, at, put]) => ({ query: text.slice(0, at % text.length) + put + text.slice((at + 3) % text.length) }));
    const misused = fc.tuple(fc.constantFrom(...operations), fc.array(wild, { minLength: 8, maxLength: 8 })).map(([{ document, variables }, values]) => ({ query: document, variables: spoiled(variables('00000000-0000-7000-8000-000000000000'), values) }));
    const shapeless = fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '[]', '{"query":1}', '{"query":"{__typename}","variables":"x"}', '{"query":"{__typename}","operationName":{}}', '{"query":"{__typename}","extensions":1}'));
    const bodies = fc.oneof({ weight: 2, arbitrary: broken.map((body) => JSON.stringify(body)) }, { weight: 4, arbitrary: misused.map((body) => JSON.stringify(body)) }, { weight: 1, arbitrary: shapeless });
    const told: string[] = [];
    for (const [index, body] of fc.sample(bodies, { numRuns: 1000, seed: 20261124 }).entries()) {
      const headers: Record<string, string> = { 'content-type': 'application/json', ...(index % 4 ? { authorization: `Bearer ${pilot.token}` } : {}) };
      const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
      const text = await response.text();
      if (response.status >= 500 || INSIDE.test(text) || text.includes('INTERNAL')) told.push(`${response.status} ${text.slice(0, 200)} to ${body.slice(0, 400)}`);
    }
    expect(told).toEqual([]);
  });

  it('nor does a fault of ours, in GraphQL or REST', async () => {
    // Of its own: what was asked at random may have ended the other's session.
    const pilot = await (await api.organisation()).client(Role.PILOT);
    const owner = await ownerConnection(api.databaseUrl);
    await owner.query('alter table "group" rename to elsewhere; alter table calendar_feed rename to nowhere');
    try {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${pilot.token}` };
      const asked = [{ query: '{ groupsOfOrganisation { name } }' }, { query: 'mutation { addGroup(input: { kind: FREE, name: "x" }) { id } }' }];
      const answers = await Promise.all(asked.map((body) => raw('POST', '/graphql', headers, JSON.stringify(body))));
      for (const { text } of answers) expect(JSON.parse(text).errors).toEqual([expect.objectContaining({ message: 'INTERNAL_ERROR', extensions: { code: 'INTERNAL_ERROR', params: {} } })]);
      const rest = await raw('GET', `/files/calendar/${'a'.repeat(43)}.ics`, {});
      for (const { text } of [...answers, rest]) expect(text).not.toMatch(/elsewhere|nowhere|does not exist|stack/i);
      for (const { text } of [...answers, rest]) expect(text).not.toMatch(INSIDE);
    } finally {
      await owner.query('alter table elsewhere rename to "group"; alter table nowhere rename to calendar_feed');
      await owner.destroy();
    }
    expect((await pilot.ok('{ groupsOfOrganisation { name } }')).groupsOfOrganisation).toEqual(expect.any(Array));
  });

  it('nor do unknown paths and broken requests of REST', async () => {
    for (const [method, path] of [['GET', '/%E0%A4%A'], ['GET', '/r/%00'], ['GET', '/r/..%2f..%2fetc'], ['POST', '/healthz'], ['PUT', '/graphql'], ['GET', '/graphql'], ['GET', '/files/illustrations/x/y'], ['GET', '/api/nothing'], ['DELETE', '/readyz']] as const) {
      const { status, text } = await raw(method, path, { 'content-type': 'application/json' });
      expect({ path, isFault: status >= 500, tells: INSIDE.test(text) }).toEqual({ path, isFault: false, tells: false });
    }
  });
});

/** `variables` with some of its leaves replaced. */
function spoiled(value: unknown, values: unknown[], depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => spoiled(item, values, depth + 1));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, held], index) => [key, (index + depth) % 3 === 0 ? values[(index + depth) % values.length] : spoiled(held, values, depth + 1)]));
  return value;
}
