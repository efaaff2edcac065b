import type { Clock } from './clock';
import type { Db } from './database/db';

/** What a domain's seed gets: inside one write unit of the demo organisation. */
export interface SeedContext {
  db: Db;
  clock: Clock;
  /** Start of today in UTC; every date of the demo is an offset from it. */
  today: Date;
  /** Ids by `kind:key` (`person:yuna-kerdoncuff`), left by the domains below for those above. */
  refs: Map<string, string>;
  /** A service of the application. */
  get<S>(type: abstract new (...args: never[]) => S): S;
}

export interface DemoSeed {
  name: string;
  run(context: SeedContext): Promise<void>;
}

/** The id left under `key`; a missing one is a mistake in the demo's data. */
export function ref(context: SeedContext, key: string): string {
  const id = context.refs.get(key);
  if (!id) throw new Error(`The demo has no ${key}`);
  return id;
}

/** `days` from today (negative: before), at a UTC time of day. */
export function dayFromNow({ today }: SeedContext, days: number, hours = 9, minutes = 0): Date {
  return new Date(today.getTime() + days * 86_400_000 + hours * 3_600_000 + minutes * 60_000);
}
