import { Injectable } from '@nestjs/common';
import { RateLimits, type Gate } from '@portevoix/platform';

const LIMITS = {
  /** Wrong passwords or codes for one address from one place. */
  'email+ip': { points: 8, duration: 15 * 60, blockDuration: 15 * 60 },
  email: { points: 30, duration: 60 * 60, blockDuration: 15 * 60 },
  ip: { points: 200, duration: 60 * 60, blockDuration: 15 * 60 },
  /** Codes of a person's application, whoever tries them: the wait grows from minutes to hours. */
  factor: { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
  'factor-day': { points: 20, duration: 24 * 60 * 60, blockDuration: 6 * 60 * 60 },
  link: { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
} as const;

export type SignInGate = keyof typeof LIMITS;

type Keys = Partial<Record<SignInGate, string>>;

/** The limits of signing in; several gates may be asked at once. */
@Injectable()
export class Throttle {
  private readonly gates: Record<SignInGate, Gate>;

  constructor(limits: RateLimits) {
    const make = (gate: SignInGate) => limits.gate(gate, LIMITS[gate]);
    this.gates = { 'email+ip': make('email+ip'), email: make('email'), ip: make('ip'), link: make('link'), factor: make('factor'), 'factor-day': make('factor-day') };
  }

  /** Throws RATE_LIMITED when one of the gates is closed; consumes nothing. */
  async check(keys: Keys): Promise<void> {
    for (const [gate, key] of Object.entries(keys) as [SignInGate, string][]) await this.gates[gate].check(key);
  }

  async fail(keys: Keys): Promise<void> {
    for (const [gate, key] of Object.entries(keys) as [SignInGate, string][]) await this.gates[gate].count(key);
  }

  /** Consumes one; throws RATE_LIMITED past the limit. */
  take(gate: SignInGate, key: string): Promise<void> {
    return this.gates[gate].take(key);
  }

  clear(gate: SignInGate, key: string): Promise<void> {
    return this.gates[gate].clear(key);
  }
}
