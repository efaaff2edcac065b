import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config';
import { appRole } from '../database/roles';
import { rolePool } from '../database/side-door';
import { PassingError } from '../errors';
import { Log } from '../log';
import './rate-limit.entity';

/** `points` in `duration` seconds; whoever goes over waits `blockDuration` seconds. */
export interface RateLimit {
  points: number;
  duration: number;
  blockDuration: number;
}

/** One named limit, counted per key over the whole installation. */
export interface Gate {
  /** Throws RATE_LIMITED when `key` is over the limit; consumes nothing. */
  check(key: string): Promise<void>;
  /** Consumes one point and never throws for the limit: for a failure that is answered by its own error. */
  count(key: string): Promise<void>;
  /** Consumes one point, or so many; throws RATE_LIMITED past the limit. */
  take(key: string, points?: number): Promise<void>;
  clear(key: string): Promise<void>;
}

const limited = (state: RateLimiterRes) => new PassingError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) });

/**
 * Counts in PostgreSQL, outside the unit of work: what is counted stays counted when the operation rolls back. On
 * connections of its own, since a unit that waits for a second one of the common pool may wait for itself.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly pool;

  constructor(@Inject(Config) config: Config, log: Log) {
    this.pool = rolePool(config.DATABASE_URL, appRole, (error) => log.warn({ err: error }, 'rate limits'));
  }

  gate(name: string, limit: RateLimit): Gate {
    const limiter = new RateLimiterPostgres({ storeClient: this.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix: name, clearExpiredByTimeout: false, ...limit });
    const consume = (key: string, refuse: (state: RateLimiterRes) => void, points = 1) =>
      limiter.consume(key, points).then(
        () => undefined,
        (refused: unknown) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          refuse(refused);
        },
      );
    return {
      async check(key) {
        const state = await limiter.get(key);
        if (state && state.consumedPoints >= limit.points) throw limited(state);
      },
      count: (key) => consume(key, () => undefined),
      take: (key, points) =>
        consume(
          key,
          (state) => {
            throw limited(state);
          },
          points,
        ),
      async clear(key) {
        await limiter.delete(key);
      },
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
