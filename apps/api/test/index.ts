import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { identityFactory, newSecondFactorKey, Organisation, Person, SecondFactors, Sessions } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Clock, Config, createApp, Db, Mailer, newId, Worker, type RequestContext } from '@portevoix/platform';
import { mountRedirect } from '@portevoix/sharing/api';
import pg from 'pg';
import { appModule } from '../app.module';
import { addSecurityHeaders, securityHeaders } from '../http/headers';

export { TestBrowser } from './browser';
export { operationsOf, schemaOf } from './operations';

export interface Answer<T = Record<string, never>> {
  /** Null when the operation failed as a whole. */
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; params?: Record<string, unknown>; fields?: { path: string; rule: string; params: Record<string, unknown> }[] } }[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
type Loose = any;

/** One caller: anonymous or signed in as a person. */
export class Client {
  constructor(
    private readonly api: TestApi,
    readonly token: string | null,
  ) {}

  /** Sends one GraphQL operation over HTTP to the running server. */
  async gql<T = Loose>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await this.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer<T>;
  }

  /** The data of an operation that must succeed. */
  async ok<T = Loose>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.gql<T>(query, variables);
    if (errors?.length || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The error code of an operation that must be refused. */
  async refused(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.gql(query, variables);
    if (!answer.errors?.length) throw new Error(`Accepted: ${JSON.stringify(answer.data)}`);
    return answer.errors[0]!.extensions.code;
  }

  /** The refused fields of bad input, as `path:rule`. */
  async problems(query: string, variables: Record<string, unknown> = {}): Promise<string[]> {
    const { errors } = await this.gql(query, variables);
    return (errors?.[0]?.extensions.fields ?? []).map(({ path, rule }) => `${path}:${rule}`);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) };
    return fetch(`${this.api.url}${path}`, { redirect: 'manual', ...init, headers });
  }
}

/** An organisation of one test, with people on demand. */
export class TestOrganisation {
  private count = 0;

  constructor(
    private readonly api: TestApi,
    readonly row: Organisation,
  ) {}

  get id(): string {
    return this.row.id;
  }

  /** `organisation.person(Role.PILOT)`. */
  async person(...roles: Role[]): Promise<Person> {
    return (await this.people(1, ...roles))[0]!;
  }

  people(count: number, ...roles: Role[]): Promise<Person[]> {
    const seeds = Array.from({ length: count }, () => {
      this.count += 1;
      return { firstName: `Prénom${this.count}`, lastName: `Nom${this.count}`, email: `p${this.count}@${this.row.slug}.test`, roles };
    });
    return this.write(async () => {
      const made = await identityFactory.people(this.api.db, seeds, this.api.clock.now());
      // Without one, hardly anything is open to this role.
      if (roles.includes(Role.SUPER_ADMIN)) for (const person of made) await this.api.app.get(SecondFactors).give(person, newSecondFactorKey());
      return made;
    });
  }

  /** A signed-in client of a new person with these roles. */
  async client(...roles: Role[]): Promise<Client> {
    return this.api.as(await this.person(...roles));
  }

  /** Runs `work` in a write unit of this organisation (factories, look-ups in the database). */
  write<T>(work: () => Promise<T>): Promise<T> {
    return this.api.db.run(this.id, 'write', work);
  }
}

/** The real application on a database of its own, listening on a free port. */
export class TestApi {
  readonly db: Db;
  readonly clock: Clock;
  readonly worker: Worker;
  readonly mailer: Mailer;

  constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {
    this.db = app.get(Db);
    this.clock = app.get(Clock);
    this.worker = app.get(Worker);
    this.mailer = app.get(Mailer);
  }

  get anonymous(): Client {
    return new Client(this, null);
  }

  async organisation(values: Partial<Organisation> = {}): Promise<TestOrganisation> {
    const slug = `o-${randomUUID().slice(0, 8)}`;
    return new TestOrganisation(this, await identityFactory.organisation(this.db, { id: newId(), slug, name: `Organisation ${slug}`, disclosure: '#EquipeTest', ...values }));
  }

  /** A client signed in as `person`, by a real session. */
  async as(person: Person): Promise<Client> {
    const context: RequestContext = { headers: { 'user-agent': 'jest' }, ip: '127.0.0.1', reply: null, viewer: null };
    const token = await this.db.run(person.organisationId, 'write', () => this.app.get(Sessions).open(person, context));
    return new Client(this, token);
  }

  /** Runs every due reaction and job until nothing is left; throws what a handler throws. */
  drain(): Promise<number> {
    return this.worker.drain();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts the application on a clone of the template database. Call once per spec file, `close()` in afterAll. */
export async function startApi(overrides: Partial<Config> = {}): Promise<TestApi> {
  const server = process.env['TEST_DATABASE_URL']!;
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await onServer(server, `create database ${name} template ${process.env['TEST_TEMPLATE']}`);
  const databaseUrl = new URL(server);
  databaseUrl.pathname = `/${name}`;
  const config = Object.assign(new Config(), { NODE_ENV: 'test', PORT: 0, HOST: '127.0.0.1', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl.href, ...overrides });
  const clock: { now?: () => Date } = {};
  const app = await createApp(appModule(config), config, async (adapter) => {
    const fastify = adapter.getInstance();
    addSecurityHeaders(fastify, config);
    mountRedirect(fastify, config, { now: () => clock.now?.() ?? new Date(), headers: securityHeaders(config) });
  });
  clock.now = () => app.get(Clock).now();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return new TestApi(app, `http://127.0.0.1:${port}`, databaseUrl.href, () => onServer(server, `drop database if exists ${name} with (force)`));
}
