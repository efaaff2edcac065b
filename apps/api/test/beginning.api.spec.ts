import { EventEmitter } from 'node:events';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import type { Config } from '@portevoix/platform';
import { startApi, type TestApi, type TestOrganisation } from './index';

const BEGINNING = 'START TRANSACTION READ ONLY';
/** Of the same length, so that the message stays whole. */
const INSTEAD = {
  // Nothing has begun: what comes behind runs by itself, outside of any transaction.
  'is not understood': [BEGINNING, 'START TRANSACTXON READ ONLY'],
  // Begun, and failed: what comes behind is refused.
  'names no organisation': ['SET LOCAL app.organisation_id', 'SET LOCAL app_organisation_id'],
} as const;
type Fault = keyof typeof INSTEAD | 'is lost with its connection';

/** Stands between the API and PostgreSQL, and spoils the beginnings of reading units when told so. */
class Between {
  fault: Fault | null = null;
  /** Beginnings spoilt, and those that had a statement right behind them. */
  readonly spoilt = { beginnings: 0, together: 0 };
  private target!: URL;
  private readonly sockets = new Set<net.Socket>();
  private readonly server = net.createServer((client) => this.accept(client));

  async listen(target: URL): Promise<string> {
    this.target = target;
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = new URL(target);
    url.host = `127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
    return url.href;
  }

  private accept(client: net.Socket): void {
    const database = net.connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [[client, database], [database, client]] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined).on('close', () => {
        to.destroy();
        this.sockets.delete(from);
      });
    }
    database.on('data', (data) => client.write(data));
    client.on('data', (data) => this.pass(data, database, client));
  }

  private pass(data: Buffer, database: net.Socket, client: net.Socket): void {
    const at = this.fault ? data.indexOf(BEGINNING) : -1;
    if (!this.fault || at < 0) return void database.write(data);
    this.spoilt.beginnings += 1;
    // A message is its kind, its length in four bytes, and its text.
    const end = at - 4 + data.readInt32BE(at - 4);
    if (end < data.length) this.spoilt.together += 1;
    if (this.fault === 'is lost with its connection') {
      database.write(data.subarray(0, end));
      return void client.destroy();
    }
    const [before, after] = INSTEAD[this.fault];
    Buffer.from(after).copy(data, data.indexOf(before));
    database.write(data);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}

let direct: TestApi;
let api: TestApi;
const between = new Between();
/** Rejections that nobody had taken when their turn ended: they end a server. A test's `process` is not told of them. */
const unhandled: unknown[] = [];
const { emit } = EventEmitter.prototype;
function noting(this: EventEmitter, name: string | symbol, ...args: unknown[]): boolean {
  if (name === 'unhandledRejection') unhandled.push(args[0]);
  return emit.call(this, name, ...args);
}
let organisations: TestOrganisation[];

beforeAll(async () => {
  EventEmitter.prototype.emit = noting;
  direct = await startApi();
  api = await startApi({ DATABASE_URL: await between.listen(new URL(direct.databaseUrl)) } as Partial<Config>);
  organisations = [await api.organisation(), await api.organisation()];
  for (const organisation of organisations) await organisation.people(3);
});
afterEach(() => {
  between.fault = null;
});
afterAll(async () => {
  EventEmitter.prototype.emit = emit;
  await api.close();
  await between.stop();
  await direct.close();
});

const PEOPLE = 'select id from person order by id';
const turn = () => new Promise((done) => setTimeout(done, 50));

describe.each<Fault>(['is not understood', 'names no organisation', 'is lost with its connection'])('a reading unit whose beginning %s', (fault) => {
  it('gives no row of anybody, says that it failed, and leaves its connection clean', async () => {
    const [first, second] = organisations as [TestOrganisation, TestOrganisation];
    const read = (organisation: TestOrganisation) => api.db.run(organisation.id, 'read', () => api.db.query(PEOPLE));
    // The pool's connections have all been in the other organisation.
    const ours = await read(first);
    const [theirs] = await Promise.all(Array.from({ length: 25 }, () => read(second)));
    const seen: unknown[] = [];
    const before = { ...between.spoilt };
    between.fault = fault;
    const units = Array.from({ length: 40 }, (_, index) =>
      api.db.run(first.id, 'read', async () => {
        // Nothing at all; one statement; one that comes later; two at once; another after one whose failure is caught.
        if (index % 5 === 0) return turn();
        if (index % 5 === 2) await turn();
        const asked = Array.from({ length: index % 5 === 3 ? 2 : 1 }, () => api.db.query(PEOPLE).then((rows) => seen.push(...rows)));
        if (index % 5 < 4) return Promise.all(asked);
        await Promise.allSettled(asked);
        return api.db.query(PEOPLE).then((rows) => seen.push(...rows));
      }),
    );
    const ends = await Promise.allSettled(units);
    await turn();
    between.fault = null;
    expect(seen).toEqual([]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    expect(between.spoilt.beginnings - before.beginnings).toBe(40);
    expect(between.spoilt.together - before.together).toBeGreaterThan(10);
    expect(unhandled).toEqual([]);
    // Whoever takes those connections next sees their own rows, and only them.
    const after = await Promise.all(Array.from({ length: 40 }, (_, index) => read(index % 2 ? first : second)));
    expect(after).toEqual(after.map((_, index) => (index % 2 ? ours : theirs)));
  });

  it('answers a request by an error without a row', async () => {
    const client = await organisations[0]!.client(Role.PILOT);
    const query = '{ viewer { email } people(first: 10) { edges { node { id } } } groupsOfOrganisation { name } }';
    expect((await client.ok(query)).people.edges.length).toBeGreaterThanOrEqual(3);
    between.fault = fault;
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.gql(query)));
    between.fault = null;
    for (const { data, errors } of answers) {
      expect(data ?? null).toBeNull();
      expect(['INTERNAL_ERROR', 'UNAVAILABLE']).toContain(errors?.[0]?.extensions.code);
    }
    expect(unhandled).toEqual([]);
    await client.ok(query);
  });
});
