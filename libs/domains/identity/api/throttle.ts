import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@portevoix/platform';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

const LIMITS = {
  /** Wrong passwords or codes for one address from one place. */
  'email+ip': { points: 8, duration: 15 * 60, blockDuration: 15 * 60 },
  email: { points: 30, duration: 60 * 60, blockDuration: 15 * 60 },
  ip: { points: 200, duration: 60 * 60, blockDuration: 15 * 60 },
  link: { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
} as const;

export type Gate = keyof typeof LIMITS;

/** Counts failures in PostgreSQL, outside the unit of work: a rolled-back sign-in still counts. */
@Injectable()
export class Throttle {
  private readonly limiters: Record<Gate, RateLimiterAbstract>;

  constructor(@Inject(DataSource) dataSource: DataSource) {
    const pool = (dataSource.driver as unknown as { master: Pool }).master;
    const make = (gate: Gate) => new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix: gate, clearExpiredByTimeout: false, ...LIMITS[gate] });
    this.limiters = { 'email+ip': make('email+ip'), email: make('email'), ip: make('ip'), link: make('link') };
  }

  /** Throws RATE_LIMITED when one of the gates is closed; consumes nothing. */
  async check(keys: Partial<Record<Gate, string>>): Promise<void> {
    for (const [gate, key] of Object.entries(keys) as [Gate, string][]) {
      const state = await this.limiters[gate].get(key);
      if (state && state.consumedPoints >= LIMITS[gate].points) throw limited(state);
    }
  }

  async fail(keys: Partial<Record<Gate, string>>): Promise<void> {
    for (const [gate, key] of Object.entries(keys) as [Gate, string][]) {
      await this.limiters[gate].consume(key).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused;
      });
    }
  }

  /** Consumes one; throws RATE_LIMITED past the limit. */
  async take(gate: Gate, key: string): Promise<void> {
    await this.limiters[gate].consume(key).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes ? limited(refused) : refused;
    });
  }

  async clear(gate: Gate, key: string): Promise<void> {
    await this.limiters[gate].delete(key);
  }
}

const limited = (state: RateLimiterRes) => new DomainError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) });
