import pg from 'pg';
import type { appRole, redirectRole } from './roles';

/**
 * A small pool under a role that can do one thing, for a path that must stay light and has no unit of work. Nothing
 * connects before the first statement; a lost connection is replaced by the next one.
 */
export function rolePool(url: string, role: typeof appRole | typeof redirectRole, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 1500,
    // The server's limit ends the statement; ours covers a server that no longer answers.
    query_timeout: 3000,
    options: `-c role=${role} -c statement_timeout=2500`,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  pool.on('error', onError);
  return pool;
}

const PING_MS = 15_000;

/** A listener that only waits would not notice a connection that is dead on the other side: it asks from time to time. */
export function keepHearing(client: pg.Client): void {
  const timer = setInterval(() => {
    client.query({ text: 'select 1', query_timeout: PING_MS / 3 } as pg.QueryConfig).catch(() => destroy(client));
  }, PING_MS).unref();
  client.once('end', () => clearInterval(timer));
}

/** Without a good-bye, which would wait for an answer too. */
const destroy = (client: pg.Client): void => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();

export interface ChannelListener {
  onMessage(payload: string): void;
  /** Listening again after a gap in which messages were lost. */
  onGap(): void;
}

/** Hears NOTIFY on one channel, coming back for as long as it is not closed. */
export function listenTo(url: string, channel: string, { onMessage, onGap }: ChannelListener): { close(): Promise<void> } {
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let heardBefore = false;

  const again = (of: pg.Client): void => {
    if (closed || client !== of) return;
    client = null;
    timer = setTimeout(connect, 500).unref();
  };
  const connect = (): void => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 4000 });
    client = next;
    next.on('error', () => again(next));
    next.on('end', () => again(next));
    next.on('notification', ({ payload }) => onMessage(payload ?? ''));
    next
      .connect()
      .then(() => next.query(`listen "${channel}"`))
      .then(() => {
        if (heardBefore) onGap();
        heardBefore = true;
        keepHearing(next);
      })
      .catch(() => {
        again(next);
        return next.end().catch(() => undefined);
      });
  };
  connect();
  return {
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
