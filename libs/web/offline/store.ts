import { openDB, type IDBPDatabase } from 'idb';

/** A small table kept on the device. */
export interface DeviceStore<Row> {
  all(): Promise<Row[]>;
  put(key: string, row: Row): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

const TABLES = ['queries', 'outbox'] as const;
export type Table = (typeof TABLES)[number];

let database: Promise<IDBPDatabase> | undefined;

function open(): Promise<IDBPDatabase> {
  database ??= openDB('portevoix', 1, {
    upgrade: (db) => TABLES.forEach((table) => db.createObjectStore(table)),
    // Another tab wants a newer layout: let it, this one opens again when asked.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      database = undefined;
    },
    terminated: () => {
      database = undefined;
    },
  });
  return database;
}

/** A table of this site's IndexedDB. Its promises are refused where the browser refuses storage (some private windows). */
export function deviceStore<Row>(table: Table): DeviceStore<Row> {
  return {
    all: async () => (await open()).getAll(table) as Promise<Row[]>,
    put: async (key, row) => void (await (await open()).put(table, row, key)),
    delete: async (key) => (await open()).delete(table, key),
    clear: async () => (await open()).clear(table),
  };
}

/** The same for as long as the page lives. */
export function memoryStore<Row>(): DeviceStore<Row> {
  const rows = new Map<string, Row>();
  return {
    all: () => Promise.resolve([...rows.values()]),
    put: (key, row) => Promise.resolve(void rows.set(key, row)),
    delete: (key) => Promise.resolve(void rows.delete(key)),
    clear: () => Promise.resolve(rows.clear()),
  };
}
