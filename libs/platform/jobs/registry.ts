import type { QueueOptions } from 'pg-boss';

/** A fact that happened, written in the same transaction as what made it true. Past tense: `sharing.share-declared`. */
export interface EventType<T extends object> {
  readonly name: string;
  readonly payload?: T;
}

/** Work to do later, outside any unit of work (it may use the network). */
export interface JobType<T extends object> {
  readonly name: string;
  readonly payload?: T;
}

export interface Delivery {
  /** The same for each attempt: the idempotency key of every effect. */
  eventId: string;
  organisationId: string;
  occurredAt: Date;
}

export interface Registration {
  kind: 'reaction' | 'job' | 'cron';
  queue: string;
  event?: string;
  cron?: string;
  owner: abstract new (...args: never[]) => object;
  method: string;
  /** How many at a time in one process. */
  concurrency: number;
}

const registrations: Registration[] = [];
const eventNames = new Set<string>();

export function defineEvent<T extends object>(name: string): EventType<T> {
  if (eventNames.has(name)) throw new Error(`Event ${name} is defined twice`);
  eventNames.add(name);
  return { name };
}

export const defineJob = <T extends object>(name: string): JobType<T> => ({ name });

function register(registration: Registration): void {
  if (registrations.some((known) => known.queue === registration.queue)) throw new Error(`Queue ${registration.queue} is handled twice`);
  registrations.push(registration);
}

/** A method may take fewer of the arguments. */
type Handler<A extends unknown[]> = <F extends (...args: A) => Promise<void>>(target: object, method: string, descriptor: TypedPropertyDescriptor<F>) => void;

/**
 * The method reacts to `event` in a unit of work of its own, exactly once per event: at-least-once delivery
 * with a receipt in the same transaction. `queue` names the reaction: `contests.award-share`.
 */
export function On<T extends object>(event: EventType<T>, queue: string): Handler<[T, Delivery]> {
  return (target, method) => register({ kind: 'reaction', queue, event: event.name, owner: target.constructor as Registration['owner'], method, concurrency: 2 });
}

/**
 * The method does `job`, outside any unit of work; it opens its own by `db.run`. At least once: be idempotent.
 * `concurrency` (1 when left out): how many at a time in one process, so that what waits for a slow host holds up no other.
 */
export function Handles<T extends object>(job: JobType<T>, { concurrency = 1 }: { concurrency?: number } = {}): Handler<[T, Delivery]> {
  return (target, method) => register({ kind: 'job', queue: job.name, owner: target.constructor as Registration['owner'], method, concurrency });
}

/** The method runs at each time of `cron` (UTC, five fields), once over all workers, outside any unit of work. */
export function Cron(queue: string, cron: string): Handler<[]> {
  return (target, method) => register({ kind: 'cron', queue, cron, owner: target.constructor as Registration['owner'], method, concurrency: 1 });
}

export const allRegistrations = (): readonly Registration[] => registrations;
export const reactionsTo = (event: string): Registration[] => registrations.filter((r) => r.event === event);
export const knownQueues = (): string[] => registrations.map((r) => r.queue);

export const queueOptions: QueueOptions = { retryLimit: 8, retryDelay: 1, retryBackoff: true, expireInSeconds: 300 };
