import { QueryFailedError, type DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type QueryResult, type QueryRunner, type Repository } from 'typeorm';
import { DomainError } from '../errors';
import { isUuid } from '../ids';
import { followed, type Change, type Watched } from './changes';
import { tracedStatement } from '../tracing/tracing';
import { answered, grantedBy, STATEMENT_MS } from './deadline';
import { Loader } from './loader';

export type Mode = 'read' | 'write';

/** What is kept from pg's client and from TypeORM's runner; neither exports a type for it. */
interface RawClient {
  query(statement: string | { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
  getTransactionStatus?(): string | null;
  end?(): Promise<void>;
  connection?: { stream?: { cork(): void; uncork(): void } };
}
interface RunnerInternals {
  databaseConnection?: RawClient;
  releasePostgresConnection(error: unknown): Promise<void>;
}

const connectionOf = (runner: QueryRunner): RawClient | undefined => (runner as unknown as RunnerInternals).databaseConnection;

/** One message, and one turn to the database and back: the transaction is in its organisation, or there is none. */
function beginning(organisationId: string, mode: Mode): string {
  if (!isUuid(organisationId)) throw new Error('Not the id of an organisation');
  return `START TRANSACTION ${mode === 'read' ? 'READ ONLY' : 'READ WRITE'}; SET LOCAL app.organisation_id = '${organisationId}'`;
}

/**
 * One transaction on one connection, inside one organisation. Opened by `Db` only.
 * Statements run one after the other (pg drops parallel ones), whatever the callers await together.
 */
export class Unit {
  private runner: QueryRunner | null = null;
  private chain: Promise<unknown> = Promise.resolve();
  private readonly loaders = new Map<string, Loader<unknown, unknown>>();
  private readonly after: (() => void)[] = [];
  private organisation: string | null = null;
  private closed = false;
  private watched: Watched | null = null;
  /** What `watch` saw change. */
  readonly changes: Change[] = [];
  private silenceMs: number | undefined;
  /** Sent; of a reading unit the first statement goes out behind it, in one packet. */
  private begun: Promise<unknown> | null = null;
  /** Why there is no transaction: no other statement goes out, even when the work has caught the failure of one. */
  private notBegun: Error | null = null;
  private savepoints = 0;
  private attempts: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    readonly mode: Mode,
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  get organisationId(): string {
    if (!this.organisation) throw new DomainError('ORGANISATION_REQUIRED');
    return this.organisation;
  }

  get started(): boolean {
    return this.runner !== null;
  }

  get manager(): EntityManager {
    if (this.closed) throw new Error('The unit of work has ended');
    if (!this.runner) throw new DomainError('ORGANISATION_REQUIRED');
    return this.runner.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    const repository = this.manager.getRepository(entity);
    const columns = this.watched?.[repository.metadata.tableName];
    return columns ? followed(repository, columns, this.changes) : repository;
  }

  /** Follows these columns from now on. */
  watch(columns: Watched): void {
    this.watched = columns;
  }

  async start(organisationId: string): Promise<void> {
    if (this.runner) {
      if (this.organisation === organisationId) return;
      throw new Error('A unit of work stays in one organisation');
    }
    const until = Date.now() + STATEMENT_MS;
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    const query = runner.query.bind(runner);
    const timed = (...args: Parameters<QueryRunner['query']>) => {
      this.silenceMs = grantedBy(args[0]) ?? this.silenceMs;
      return tracedStatement(args[0], () => answered(runner, query(...args), this.silenceMs)).catch((error: unknown) => {
        this.onFailure(error);
        throw error;
      });
    };
    // Parallel callers are queued: pg 9 refuses parallel statements on one client.
    runner.query = ((...args: Parameters<QueryRunner['query']>) => this.enqueue(() => timed(...args))) as QueryRunner['query'];
    try {
      // Together with the wait for a connection, no longer than one statement.
      const begun = this.begin(runner, organisationId, Math.max(500, until - Date.now()));
      if (this.mode === 'write') await begun;
      else this.begun = begun;
    } catch (error) {
      // It may be inside a transaction: the pool must not give it to anybody.
      await (runner as unknown as RunnerInternals).releasePostgresConnection(error);
      throw error;
    }
    runner.manager.transaction = () => {
      throw new Error('Inside a unit of work use db.attempt(): parallel nested transactions mix up their savepoints');
    };
    this.runner = runner;
    this.organisation = organisationId;
  }

  /** Should it fail, what is behind it runs without an organisation, and sees no row; the failure is what is told. */
  private begin(runner: QueryRunner, organisationId: string, ms: number): Promise<unknown> {
    const stream = connectionOf(runner)?.connection?.stream;
    stream?.cork();
    const begun = this.direct(runner, beginning(organisationId, this.mode), ms);
    process.nextTick(() => stream?.uncork());
    begun.catch((error: Error) => (this.notBegun = error));
    return begun;
  }

  /** Several statements that no other caller's statement may come between. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const { begun } = this;
    this.begun = null;
    const behind = () => {
      if (this.notBegun) throw this.notBegun;
      return work();
    };
    const next = begun ? Promise.all([begun, work()]).then(([, result]) => result) : this.chain.then(behind, behind);
    this.chain = next.catch(() => undefined);
    return next;
  }

  /** One statement that each connection parses and plans once, under `name`; straight on pg's client. */
  prepared(name: string, text: string, values: unknown[]): Promise<unknown[]> {
    void this.manager;
    return this.enqueue(() => this.direct(this.runner!, { name, text, values }, this.silenceMs));
  }

  /** Straight on pg's client: TypeORM's way to it costs as much as the statement. */
  private async direct(runner: QueryRunner, statement: string | { name: string; text: string; values: unknown[] }, ms?: number): Promise<unknown[]> {
    const { text, values } = typeof statement === 'string' ? { text: statement, values: [] } : statement;
    try {
      return (await tracedStatement(text, () => answered(runner, connectionOf(runner)!.query(statement), ms))).rows;
    } catch (error) {
      const failed = new QueryFailedError(text, values, error as Error);
      this.onFailure(failed);
      throw failed;
    }
  }

  /** One statement with TypeORM's structured result. */
  raw(text: string, values: unknown[]): Promise<QueryResult> {
    void this.manager;
    return this.runner!.query(text, values, true);
  }

  /** Runs `work` inside a savepoint: its failure undoes it alone. Attempts run one after the other. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    const run = async () => {
      const name = `attempt_${(this.savepoints += 1)}`;
      await this.manager.query(`SAVEPOINT ${name}`);
      try {
        const result = await work();
        await this.manager.query(`RELEASE SAVEPOINT ${name}`);
        return result;
      } catch (error) {
        await this.manager.query(`ROLLBACK TO SAVEPOINT ${name}`);
        throw error;
      }
    };
    const next = this.attempts.then(run, run);
    this.attempts = next.catch(() => undefined);
    return next;
  }

  loader<K, V>(key: string, batch: (keys: readonly K[]) => Promise<(V | Error)[]>): Loader<K, V> {
    const known = this.loaders.get(key) as Loader<K, V> | undefined;
    if (known) return known;
    const made = new Loader<K, V>(batch);
    this.loaders.set(key, made as Loader<unknown, unknown>);
    return made;
  }

  afterCommit(effect: () => void): void {
    this.after.push(effect);
  }

  /** COMMIT or ROLLBACK, then gives the connection back; a connection left inside a transaction is ended. */
  async finish(commit: boolean): Promise<void> {
    if (this.closed) return;
    const { runner } = this;
    if (!runner) {
      this.closed = true;
      return;
    }
    let clean = false;
    try {
      await this.enqueue(() => this.direct(runner, commit ? 'COMMIT' : 'ROLLBACK', this.silenceMs));
      const client = connectionOf(runner);
      const status = client?.getTransactionStatus?.() ?? 'I';
      clean = status === 'I';
      if (!clean) await client?.end?.();
      if (!clean && commit) throw new Error('The transaction was not committed');
    } finally {
      this.closed = true;
      // It may be inside a transaction that failed: the pool must not give it to anybody.
      if (this.notBegun) await (runner as unknown as RunnerInternals).releasePostgresConnection(this.notBegun);
      else await runner.release();
    }
    if (commit) for (const effect of this.after) effect();
  }
}
