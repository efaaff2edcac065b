import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../access/request';
import { RateLimits, type Gate } from '../access/rate-limits';
import { Config } from '../config';
import { DomainError, PassingError } from '../errors';

const HOUR = 3600;
/** Points that a process keeps to itself before it tells the others: most callers never cost a statement. */
const PART = 5_000;
interface Account {
  /** Not told yet. */
  points: number;
  /** Epoch in ms; the hour ends then. */
  refusedUntil: number;
}

/** Callers that a process remembers. */
const CALLERS = 20_000;

/**
 * Points that one caller may spend in an hour, over all processes: a person, or the address of somebody who is not
 * signed in. Each process counts for itself and tells PostgreSQL in parts, so that a caller may go over by a part per process.
 */
@Injectable()
export class Budget {
  private readonly gate: Gate | null;
  private readonly spent = new Map<string, Account>();

  constructor(limits: RateLimits, @Inject(Config) { GRAPHQL_POINTS_PER_HOUR: points }: Config) {
    this.gate = points ? limits.gate('graphql', { points, duration: HOUR, blockDuration: 0 }) : null;
  }

  /** @throws RATE_LIMITED once the hour's points are spent, until its end */
  async spend({ viewer, ip }: RequestContext, cost: number): Promise<void> {
    if (!this.gate) return;
    const key = viewer ? viewer.personId : ip;
    const account = this.spent.get(key) ?? { points: 0, refusedUntil: 0 };
    const seconds = Math.ceil((account.refusedUntil - Date.now()) / 1000);
    if (seconds > 0) throw new PassingError('RATE_LIMITED', { retryAfterSeconds: seconds });
    account.points += cost;
    this.remember(key, account);
    if (account.points < PART) return;
    const { points } = account;
    account.points = 0;
    await this.gate.take(key, points).catch((error: unknown) => {
      if (error instanceof DomainError) account.refusedUntil = Date.now() + 1000 * Number(error.params['retryAfterSeconds'] ?? 1);
      throw error;
    });
  }

  private remember(key: string, account: Account): void {
    this.spent.delete(key);
    this.spent.set(key, account);
    if (this.spent.size > CALLERS) this.spent.delete(this.spent.keys().next().value!);
  }
}
