import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contentFactory } from '@portevoix/content/api';
import { Config, letGoAtEnd } from '@portevoix/platform';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import fastify, { type FastifyInstance } from 'fastify';
import type { ShareLink } from '../clicks/link.entity';
import { sharingFactory } from '../sharing.factory';
import { mountRedirect } from './mount-redirect';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';

let api: TestApi;
let organisation: TestOrganisation;
let link: ShareLink;
let files: string;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

beforeEach(async () => {
  files = mkdtempSync(join(tmpdir(), 'portevoix-spool-'));
  organisation = await api.organisation();
  const person = await organisation.person();
  const at = api.clock.now();
  link = await organisation.write(async () => {
    const publication = await contentFactory.publication(api.db, { at, authorId: person.id });
    return (await sharingFactory.share(api.db, at, { personId: person.id, publicationId: publication.id })).link;
  });
});
afterEach(() => rmSync(files, { recursive: true, force: true }));

/** Hosts of the stored clicks: each test click names itself by its referrer. */
const stored = async () => (await organisation.write(() => api.db.query<{ host: string }>('select referrer_host as host from click where link_id = $1', [link.id]))).map(({ host }) => host);
const click = (base: string, name: string) => fetch(`${base}/r/${link.code}`, { redirect: 'manual', headers: { 'user-agent': FIREFOX, referer: `https://${name}.test/`, 'x-forwarded-for': name } });
const eventually = async <T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
  for (const until = Date.now() + 45_000; ; await new Promise((done) => setTimeout(done, 50))) {
    const value = await read();
    if (holds(value) || Date.now() > until) return value;
  }
};

/** Stands between the redirect and PostgreSQL, and can take it away. */
class Gate {
  private readonly sockets = new Set<net.Socket>();
  private open = true;
  readonly server = net.createServer((socket) => this.accept(socket));

  constructor(private readonly to: URL) {}

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = new URL(this.to);
    url.port = String((this.server.address() as net.AddressInfo).port);
    return url.href;
  }

  private accept(socket: net.Socket): void {
    if (!this.open) return void socket.destroy();
    const server = net.connect(Number(this.to.port), this.to.hostname);
    for (const [from, other] of [[socket, server], [server, socket]] as const) {
      this.sockets.add(from);
      from.on('error', () => other.destroy()).on('close', () => other.destroy()).pipe(other);
    }
  }

  close(): void {
    this.open = false;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  reopen(): void {
    this.open = true;
  }
}

describe('PostgreSQL away', () => {
  let gate: Gate;
  let app: FastifyInstance;
  let base: string;

  beforeEach(async () => {
    gate = new Gate(new URL(api.databaseUrl));
    app = fastify({ forceCloseConnections: 'idle' });
    letGoAtEnd(app);
    mountRedirect(app, Object.assign(new Config(), { NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: await gate.listen(), FILES_DIR: files, TRUST_PROXY: '127.0.0.1' }));
    base = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    await app.close();
    gate.close();
    await new Promise((done) => gate.server.close(done));
  });

  const spooled = () => readdirSync(join(files, 'spool', 'clicks')).filter((name) => name.endsWith('.ndjson')).length;

  it('still leads where it knows the way, and gives every click back once, whoever replays it', async () => {
    expect((await click(base, 'before')).status).toBe(302);
    gate.close();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => click(base, `away-${n}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
    await click(base, 'away-0');
    expect(await stored()).toEqual(['before.test']);
    expect(spooled()).toBeGreaterThan(0);

    // A second process on the same folder replays at the same time.
    const twin = fastify();
    mountRedirect(twin, Object.assign(new Config(), { NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: api.databaseUrl, FILES_DIR: files }));
    await twin.ready();
    gate.reopen();
    const kept = await eventually(stored, (hosts) => hosts.length >= 42);
    expect(kept.sort()).toEqual(['before.test', 'away-0.test', ...Array.from({ length: 40 }, (_, n) => `away-${n}.test`)].sort());
    expect(await eventually(async () => spooled(), (files) => files === 0)).toBe(0);
    await twin.close();
    const [{ valid } = { valid: 0 }] = await organisation.write(() => api.db.query<{ valid: number }>('select count(*)::int as valid from click where valid and link_id = $1', [link.id]));
    expect(valid).toBe(41);
    expect((await click(base, 'after')).status).toBe(302);
    expect(await eventually(stored, (hosts) => hosts.includes('after.test'))).toContain('after.test');
  });

  it('asks to come back for a link that it has never seen', async () => {
    gate.close();
    const answer = await click(base, 'cold');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    gate.reopen();
    expect((await eventually(() => click(base, 'warm'), ({ status }) => status === 302)).status).toBe(302);
  });

  it('writes what is in flight before it ends', async () => {
    await click(base, 'first');
    const answers = Promise.all(Array.from({ length: 50 }, (_, n) => click(base, `last-${n}`).then(({ status }) => (status === 302 ? `last-${n}.test` : null), () => null)));
    await new Promise((done) => setTimeout(done, 5));
    await app.close();
    const kept = await stored();
    expect((await answers).filter((name) => name && !kept.includes(name))).toEqual([]);
  });
});
