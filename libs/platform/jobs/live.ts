import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config';
import { Db } from '../database/db';
import { keepHearing } from '../database/side-door';
import { Log } from '../log';
import { stream } from './streams';

/** Whoever sends without a unit of work writes `{ organisationId, topic, data }` in JSON to it. */
export const LIVE_CHANNEL = 'portevoix_live';

interface Message {
  organisationId: string;
  topic: string;
  data: unknown;
}

/**
 * Small messages to every process, sent at COMMIT by PostgreSQL's NOTIFY (at most 8000 bytes: send ids, not rows).
 * Not durable: a process that was away reads its truth from the tables again (`onReconnect`).
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private listener: Promise<void> | null = null;
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly log: Log,
  ) {}

  /** Part of the open unit: nobody hears of a transaction that rolls back. */
  async notify(topic: string, data: unknown): Promise<void> {
    const message: Message = { organisationId: this.db.organisationId, topic, data };
    await this.db.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify(message)]);
  }

  /** Calls `handler` for each message of `topic`, of any organisation (`null`) or of one. Returns the way to stop. */
  on<T>(topic: string, organisationId: string | null, handler: (data: T, organisationId: string) => void): () => void {
    this.listener ??= this.listen();
    const receive = (message: Message) => {
      if (!organisationId || message.organisationId === organisationId) handler(message.data as T, message.organisationId);
    };
    this.emitter.on(topic, receive);
    return () => this.emitter.off(topic, receive);
  }

  /** Resolves once the process listens: what is committed after it is heard. */
  ready(): Promise<void> {
    this.listener ??= this.listen();
    return this.listener;
  }

  onReconnect(handler: () => void): void {
    this.emitter.on('\u0000reconnect', handler);
  }

  /** An async iterator over a topic for GraphQL subscriptions. */
  iterate<T>(topic: string, organisationId: string): AsyncIterableIterator<T> {
    return stream<T>((push) => this.on<T>(topic, organisationId, push));
  }

  private listen(): Promise<void> {
    return this.db.outside(async () => {
      const client = new pg.Client({ connectionString: this.config.DATABASE_URL, keepAlive: true, connectionTimeoutMillis: 4000 });
      client.on('error', (error) => {
        this.log.warn({ err: error }, 'live listener lost');
        this.retry();
      });
      client.on('end', () => this.retry());
      client.on('notification', ({ payload }) => {
        const message = JSON.parse(payload ?? '{}') as Message;
        this.emitter.emit(message.topic, message);
      });
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
      this.client = client;
      keepHearing(client);
    });
  }

  private retrying = false;

  private retry(): void {
    if (this.stopped || this.retrying) return;
    this.retrying = true;
    setTimeout(() => {
      this.retrying = false;
      if (this.stopped) return;
      this.listener = this.listen();
      this.listener.then(
        () => this.emitter.emit('\u0000reconnect'),
        () => this.retry(),
      );
    }, 500).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }
}
