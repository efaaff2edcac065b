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

/** A statement under way. */
interface Waiting {
  until: number;
  runner: QueryRunner;
  give: (error: DatabaseSilent) => void;
}

const waiting = new Set<Waiting>();
/** One clock for all: a timer for each statement costs more than the rest of its watching. */
const TICK_MS = 100;
let clock: NodeJS.Timeout | null = null;

function tick(): void {
  const now = performance.now();
  for (const each of waiting) {
    if (each.until > now) continue;
    waiting.delete(each);
    (each.runner as unknown as Connected).databaseConnection?.connection?.stream?.destroy();
    each.give(new DatabaseSilent());
  }
  if (waiting.size || !clock) return;
  clearInterval(clock);
  clock = null;
}

/**
 * Awaits `statement` of `runner` for `ms`. A connection that stays silent is destroyed, since whatever were sent over
 * it after that would wait as long: a pulled cable, a firewall that forgot. The pool opens another.
 */
export function answered<T>(runner: QueryRunner, statement: Promise<T>, ms = SILENCE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const entry: Waiting = { until: performance.now() + ms, runner, give: reject };
    waiting.add(entry);
    clock ??= setInterval(tick, TICK_MS);
    statement.then(
      (result) => {
        waiting.delete(entry);
        resolve(result);
      },
      (error: unknown) => {
        waiting.delete(entry);
        reject(error);
      },
    );
  });
}

/** Milliseconds that a statement may take after `set local statement_timeout = '600s'`; null for any other statement. */
export function grantedBy(sql: string): number | null {
  const [, seconds] = /^\s*set local statement_timeout\s*=\s*'(\d+)s'/i.exec(sql) ?? [];
  return seconds ? Number(seconds) * 1000 + SILENCE_MS - STATEMENT_MS : null;
}
