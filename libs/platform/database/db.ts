import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { DomainError } from '../errors';
import { newId } from '../ids';
import type { Change, Watched } from './changes';
import { answered } from './deadline';
import type { Loader } from './loader';
import { lookupRole } from './roles';
import { Unit, type Mode } from './unit';

/** Two concurrent transactions met; the whole work is run again. */
function isSerialisationFailure(error: unknown): boolean {
  return error instanceof QueryFailedError && ['40001', '40P01'].includes(String((error.driverError as { code?: string }).code));
}

/** True when a unique index refused the row (`constraint` narrows it to one). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver = error.driverError as { code?: string; constraint?: string };
  return driver.code === '23505' && (!constraint || driver.constraint === constraint);
}

/**
 * The only way to the database. One unit of work (transaction, organisation, DataLoaders) per operation,
 * carried by AsyncLocalStorage (docs/adr/0002). Services write `this.db.of(Contest)`.
 */
@Injectable()
export class Db implements OnApplicationShutdown {
  private readonly units = new AsyncLocalStorage<Unit>();
  private diskIsFull = false;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The current organisation's id; throws ORGANISATION_REQUIRED outside of one. */
  get organisationId(): string {
    return this.unit.organisationId;
  }

  /** The unit's repository of `entity`; row-level security hides other organisations. */
  of<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.unit.repository(entity);
  }

  /** Raw SQL in the unit; `$1…` parameters; rows as objects with the column names of the query. */
  query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.unit.manager.query(sql, parameters) as Promise<T[]>;
  }

  /** The same for a statement of a hot path: each connection keeps its plan under `name`, which names this text alone. */
  prepared<T = Record<string, unknown>>(name: string, sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.unit.prepared(name, sql, parameters) as Promise<T[]>;
  }

  /** For pg-boss: in the open unit's transaction, else on a connection of the pool. */
  async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    const unit = this.units.getStore();
    if (unit) return { rows: (await unit.raw(text, values)).records ?? [] };
    const runner = this.dataSource.createQueryRunner();
    try {
      return { rows: (await answered(runner, runner.query(text, values, true))).records ?? [] };
    } finally {
      await runner.release();
    }
  }

  /** `{ organisationId, id }` of a new row. */
  key(): { organisationId: string; id: string } {
    return { organisationId: this.organisationId, id: newId() };
  }

  /** One batching loader per unit and key. `batch` answers in the order of its keys. */
  loader<K, V>(key: string, batch: (keys: readonly K[]) => Promise<(V | Error)[]>): Loader<K, V> {
    return this.unit.loader(key, batch);
  }

  /** A savepoint: an expected failure inside undoes only `work`. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.unit.attempt(work);
  }

  /** `effect` runs once the unit has committed; for what must not be seen before. */
  afterCommit(effect: () => void): void {
    this.unit.afterCommit(effect);
  }

  /** Once the unit has committed, `work` in a writing unit of its own, which nobody waits for: the open one may be read-only. */
  writeAfterCommit(work: () => Promise<unknown>, failed: (error: unknown) => void): void {
    const { organisationId } = this;
    this.afterCommit(() => void this.outside(() => this.run(organisationId, 'write', work)).catch(failed));
  }

  /** Follows these columns for the rest of the unit; `changes` fills as they change. */
  watch(columns: Watched): readonly Change[] {
    this.unit.watch(columns);
    return this.unit.changes;
  }

  /** True once the open unit has its organisation: an anonymous one may never get any. */
  get hasOrganisation(): boolean {
    return this.units.getStore()?.started ?? false;
  }

  /** True inside `run`. */
  get isOpen(): boolean {
    return this.units.getStore() !== undefined;
  }

  /**
   * Runs `work` in one unit. `organisationId` null: an anonymous operation, which must call `enter` before it
   * touches a row. Serialisation failures run the whole work again, up to three times.
   * `keep` decides from the result whether to commit (default: always).
   */
  async run<T>(organisationId: string | null, mode: Mode, work: () => Promise<T>, keep: (result: T) => boolean = () => true): Promise<T> {
    if (this.units.getStore()) throw new Error('Units of work do not nest');
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.runOnce(organisationId, mode, work, keep);
      } catch (error) {
        if (!isSerialisationFailure(error) || tries >= 3) throw error;
      }
    }
  }

  private async runOnce<T>(organisationId: string | null, mode: Mode, work: () => Promise<T>, keep: (result: T) => boolean): Promise<T> {
    const unit = new Unit(this.dataSource, mode, (error) => this.noteFullDisk(error));
    if (organisationId) await unit.start(organisationId);
    let result: T;
    try {
      result = await this.units.run(unit, work);
    } catch (error) {
      await unit.finish(false);
      throw error;
    }
    await unit.finish(keep(result));
    return result;
  }

  /** Gives an anonymous unit its organisation. */
  async enter(organisationId: string): Promise<void> {
    await this.unit.start(organisationId);
  }

  /** Leaves the unit: `work` (the network, another unit) sees none. Never await a statement of the unit in it. */
  outside<T>(work: () => T): T {
    return this.units.exit(work);
  }

  /** One statement under the look-up role, in a transaction of its own: who is where, before sign-in. */
  async lookup<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await answered(runner, runner.query(`start transaction; set local role ${lookupRole}`));
      const rows = await answered(runner, runner.query(sql, parameters) as Promise<T[]>);
      await answered(runner, runner.query('commit'));
      return rows;
    } catch (error) {
      await answered(runner, runner.query('rollback')).catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Throws while the database does not answer, or has no room to write. */
  async checkReady(): Promise<void> {
    await this.lookup('select 1');
    if (!this.diskIsFull) return;
    // A table of 4 MB that goes with its transaction.
    await this.lookup(`create temporary table room on commit drop as select md5(n::text) from generate_series(1, 60000) as n`);
    this.diskIsFull = false;
  }

  private noteFullDisk(error: unknown): void {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '53100') this.diskIsFull = true;
  }

  /** Ids of all organisations: for jobs that go through each of them. */
  async organisationIds(): Promise<string[]> {
    const rows = await this.lookup<{ id: string }>('select id from organisation order by id');
    return rows.map((row) => row.id);
  }

  private get unit(): Unit {
    const unit = this.units.getStore();
    if (!unit) throw new DomainError('ORGANISATION_REQUIRED');
    return unit;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
