import { Injectable } from '@nestjs/common';
import type { JobInsert } from 'pg-boss';
import { Clock } from '../clock';
import { Db } from '../database/db';
import { newId } from '../ids';
import { JobSender } from './boss';
import { reactionsTo, type EventType, type JobType } from './registry';

export interface Envelope {
  eventId: string;
  organisationId: string;
  occurredAt: string;
  payload: object;
}

export interface SendOptions {
  /** Not before. */
  at?: Date;
  /** Two jobs of one key: the second is dropped while the first waits or runs. */
  key?: string;
  /** Larger runs first. */
  priority?: number;
}

/** The outbox: events and jobs are rows of the mutation's own transaction, delivered after its commit. */
@Injectable()
export class Events {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sender: JobSender,
  ) {}

  /** Writes one job per reaction to `event`. No effect if nobody reacts. */
  publish<T extends object>(event: EventType<T>, payload: T): Promise<void> {
    return this.publishAll(event, [payload]);
  }

  /** One insert per reaction, whatever the number of payloads. */
  async publishAll<T extends object>(event: EventType<T>, payloads: T[]): Promise<void> {
    if (!payloads.length) return;
    const envelopes = payloads.map((payload) => this.envelope(payload));
    for (const { queue } of reactionsTo(event.name)) await this.sender.insert(queue, envelopes.map((data): JobInsert => ({ data })));
  }

  /** Queues `job` in the transaction of the open unit. */
  async send<T extends object>(job: JobType<T>, payload: T, options: SendOptions = {}): Promise<void> {
    await this.sendAll(job, [payload], options);
  }

  async sendAll<T extends object>(job: JobType<T>, payloads: T[], { at, key, priority }: SendOptions = {}): Promise<void> {
    if (!payloads.length) return;
    const jobs = payloads.map((payload): JobInsert => ({ data: this.envelope(payload), startAfter: at, singletonKey: key, priority }));
    await this.sender.insert(job.name, jobs);
  }

  private envelope(payload: object): Envelope {
    const now = this.clock.now();
    return { eventId: newId(), organisationId: this.db.organisationId, occurredAt: now.toISOString(), payload };
  }
}
