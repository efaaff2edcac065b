import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Clock } from '../clock';
import { Config } from '../config';
import { Db } from '../database/db';
import { derivedId } from '../ids';
import { Log } from '../log';
import { withLogContext } from '../log-context';
import { traced } from '../tracing/tracing';
import type { Envelope } from './events';
import { ReactionReceipt } from './receipt.entity';
import { allRegistrations, type Delivery, type Registration } from './registry';

/**
 * A backlog is worked off without a pause, where pg-boss would wait for its next poll after each fetch: full batches of
 * reactions follow one another; jobs, which may wait for the network, come one by one while the queue is known to hold more.
 */
const PACE = { reaction: { batchSize: 25, burstWhenBatchFull: true }, job: { batchSize: 1, burstWhenReadyExceeds: 1 }, cron: { batchSize: 1 } } as const;

/** Runs reactions, jobs and schedules from PostgreSQL. Any number of them may run side by side. */
@Injectable()
export class Worker implements BeforeApplicationShutdown {
  private boss: PgBoss | null = null;
  private readonly starters: (() => void)[] = [];
  private stopping = false;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly modules: ModuleRef,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Work of a domain that goes on beside the queues, in the processes that run them and in no other. */
  onStart(begin: () => void): void {
    this.starters.push(begin);
  }

  async start(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      max: 8,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      cronMonitorIntervalSeconds: 10,
      cronWorkerIntervalSeconds: 2,
    });
    boss.on('error', (error) => this.log.warn({ err: error }, 'queue'));
    await boss.start();
    this.boss = boss;
    for (const registration of allRegistrations()) {
      if (registration.cron) await boss.schedule(registration.queue, registration.cron);
      await boss.work(
        registration.queue,
        { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5, perJobResults: true, localConcurrency: registration.concurrency, ...PACE[registration.kind] },
        (jobs: Job<Envelope>[]) => this.performAll(registration, jobs),
      );
    }
    for (const begin of this.starters) begin();
    this.log.info({ queues: allRegistrations().length }, 'worker started');
  }

  /** One after the other; each job ends well or badly by itself. What is left when the worker stops goes to another. */
  private async performAll(registration: Registration, jobs: Job<Envelope>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const job of jobs) {
      if (this.stopping) break;
      try {
        const { queue } = registration;
        const attributes = { 'messaging.system': 'pg-boss', 'messaging.operation.type': 'process', 'messaging.destination.name': queue, 'messaging.message.id': job.id };
        await traced('consumer', `process ${queue}`, attributes, () => withLogContext({ jobId: job.id, queue }, () => this.perform(registration, job.data)));
        results.push({ id: job.id, status: 'completed' });
      } catch (error) {
        this.log.warn({ err: error, queue: registration.queue, jobId: job.id }, 'job failed');
        results.push({ id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } });
      }
    }
    return results;
  }

  /** Tests and the command line: runs everything that is due until nothing is left; throws what a handler throws. */
  async drain(): Promise<number> {
    const boss = await this.drainer();
    let done = 0;
    for (let found = true; found; ) {
      found = false;
      for (const registration of allRegistrations()) {
        if (registration.kind === 'cron') continue;
        const jobs = await boss.fetch<Envelope>(registration.queue, { batchSize: 100 });
        for (const job of jobs) {
          found = true;
          done += 1;
          await this.perform(registration, job.data);
          await boss.complete(registration.queue, job.id);
        }
      }
    }
    return done;
  }

  /** Runs one schedule's handler now. */
  async runCron(queue: string): Promise<void> {
    const registration = allRegistrations().find((r) => r.queue === queue && r.kind === 'cron');
    if (!registration) throw new Error(`No schedule ${queue}`);
    await this.perform(registration, null);
  }

  private async drainer(): Promise<PgBoss> {
    if (this.boss) return this.boss;
    const boss = new PgBoss({ connectionString: this.config.DATABASE_URL, max: 2, supervise: false, schedule: false, migrate: false, createSchema: false, registerInstance: false });
    boss.on('error', () => undefined);
    this.boss = await boss.start();
    return this.boss;
  }

  private async perform(registration: Registration, envelope: Envelope | null): Promise<void> {
    const owner = this.modules.get(registration.owner as never, { strict: false }) as Record<string, (...args: unknown[]) => Promise<void>>;
    const handler = owner[registration.method]!.bind(owner);
    if (registration.kind === 'cron' || !envelope) return handler();
    const { eventId, organisationId, occurredAt, payload } = envelope;
    const delivery: Delivery = { eventId, organisationId, occurredAt: new Date(occurredAt) };
    this.log.debug({ organisationId }, 'job');
    if (registration.kind === 'reaction') {
      await this.db.run(organisationId, 'write', async () => {
        if (await this.receive(registration.queue, eventId)) await handler(payload, delivery);
      });
      return;
    }
    // A job speaks to the outside, which no transaction undoes: once it has ended it is not begun again, even when its worker died before it told the queue.
    if (await this.db.run(organisationId, 'read', () => this.isReceived(registration.queue, eventId))) return;
    await handler(payload, delivery);
    await this.db.run(organisationId, 'write', () => this.receive(registration.queue, eventId));
  }

  private isReceived(queue: string, eventId: string): Promise<boolean> {
    return this.db.of(ReactionReceipt).existsBy({ organisationId: this.db.organisationId, id: derivedId(queue, eventId) });
  }

  /** False when this reaction has already handled this event. */
  private async receive(queue: string, eventId: string): Promise<boolean> {
    const result = await this.db
      .of(ReactionReceipt)
      .createQueryBuilder()
      .insert()
      .values({ organisationId: this.db.organisationId, id: derivedId(queue, eventId), handledAt: this.clock.now() })
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  /** While what its jobs need is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.boss?.stop({ graceful: true, timeout: 8000 });
  }
}
