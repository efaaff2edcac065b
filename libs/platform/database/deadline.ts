import type { QueryRunner } from 'typeorm';

/** PostgreSQL ends a statement first (`statement_timeout`); this one is for a server that says nothing any more. */
export const STATEMENT_MS = 4000;
const SILENCE_MS = 4700;

/** What is used of pg's client; TypeORM exports no type for it. */
interface Connected {
  databaseConnection?: { connection?: { stream?: { destroy(): void } } };
}

class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database does not answer');
  }
}

/**
 * Awaits `statement` of `runner` for `ms`. A connection that stays silent is destroyed, since whatever were sent over
 * it after that would wait as long: a pulled cable, a firewall that forgot. The pool opens another.
 */
export async function answered<T>(runner: QueryRunner, statement: Promise<T>, ms = SILENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      (runner as unknown as Connected).databaseConnection?.connection?.stream?.destroy();
      reject(new DatabaseSilent());
    }, ms);
  });
  try {
    return await Promise.race([statement, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that a statement may take after `set local statement_timeout = '600s'`; null for any other statement. */
export function grantedBy(sql: string): number | null {
  const [, seconds] = /^\s*set local statement_timeout\s*=\s*'(\d+)s'/i.exec(sql) ?? [];
  return seconds ? Number(seconds) * 1000 + SILENCE_MS - STATEMENT_MS : null;
}
