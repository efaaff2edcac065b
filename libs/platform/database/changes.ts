import type { FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm';

/** Columns to follow, by table: their property names. */
export type Watched = Readonly<Record<string, readonly string[]>>;

/** A column that a unit changed; `after` is undefined once the row is gone. */
export interface Change {
  table: string;
  /** Its id; null where the key is another. */
  row: string | null;
  column: string;
  before: unknown;
  after: unknown;
}

/** Rows of one statement, and changes of one unit, that are followed. */
const MAX_ROWS = 20;
const MAX_CHANGES = 100;

type Where<T> = FindOptionsWhere<T> | FindOptionsWhere<T>[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The repository, which notes in `changes` what it changes of `columns` by `update`, `delete`, `upsert` and `save`:
 * each reads the rows before and after. Rows written by raw SQL are not followed.
 */
export function followed<T extends ObjectLiteral>(repository: Repository<T>, columns: readonly string[], changes: Change[]): Repository<T> {
  const { metadata } = repository;
  const keys = metadata.primaryColumns.map(({ propertyName }) => propertyName);
  const keyOf = (row: ObjectLiteral): Where<T> => Object.fromEntries(keys.map((key) => [key, row[key] as unknown])) as Where<T>;
  const read = (where: Where<T>) => repository.find({ where, take: MAX_ROWS });

  const around = async <R>(where: Where<T> | null, work: () => Promise<R>): Promise<R> => {
    const before = where ? await read(where) : [];
    const result = await work();
    const after = before.length ? await read(before.map(keyOf) as Where<T>) : [];
    for (const row of before) {
      const left = after.find((other) => keys.every((key) => other[key] === row[key]));
      for (const column of columns) {
        if (changes.length >= MAX_CHANGES) break;
        const now: unknown = left ? left[column] : undefined;
        if (!same(row[column], now)) changes.push({ table: metadata.tableName, row: (row['id'] as string | undefined) ?? null, column, before: row[column], after: now });
      }
    }
    return result;
  };

  const ofRows = (given: unknown, names: readonly string[]): Where<T> | null => {
    const rows = (Array.isArray(given) ? given : [given]) as ObjectLiteral[];
    const known = rows.filter((row) => names.every((name) => row[name] !== undefined)).slice(0, MAX_ROWS);
    return known.length ? (known.map((row) => Object.fromEntries(names.map((name) => [name, row[name] as unknown]))) as Where<T>) : null;
  };

  return Object.assign(Object.create(repository) as Repository<T>, {
    update: (...args: Parameters<Repository<T>['update']>) => around(args[0] as Where<T>, () => repository.update(...args)),
    delete: (...args: Parameters<Repository<T>['delete']>) => around(args[0] as Where<T>, () => repository.delete(...args)),
    upsert: (...args: Parameters<Repository<T>['upsert']>) => around(ofRows(args[0], Array.isArray(args[1]) ? args[1] : args[1].conflictPaths as string[]), () => repository.upsert(...args)),
    save: (...args: Parameters<Repository<T>['save']>) => around(ofRows(args[0], keys), () => repository.save(...args) as Promise<unknown>),
  });
}
