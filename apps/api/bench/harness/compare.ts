import { cpuOf, cpuOfPostgres } from './process';
import type { Side } from './sides';

/** What one side did in one round. */
export interface Round {
  /** Per second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** CPU of the side's process and of PostgreSQL, in microseconds for one request; PostgreSQL's is null where it cannot be read. */
  serverCpu: number;
  postgresCpu: number | null;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Rounds of each side, in the order of the sides. Ratios are medians of the ratios of one round: what disturbs the machine disturbs both. */
export class Comparison {
  constructor(readonly rounds: ReadonlyMap<string, Round[]>) {}

  /** Median over the rounds. */
  of(side: string, figure: (round: Round) => number): number {
    return median(this.get(side).map(figure));
  }

  /** How many times more requests a second `side` answers than `other`. */
  rateRatio(side: string, other: string): number {
    return this.ratio(side, other, ({ rate }) => rate);
  }

  /** CPU of server and PostgreSQL for one request, as a multiple of the other's. */
  cpuRatio(side: string, other: string): number {
    return this.ratio(side, other, ({ serverCpu, postgresCpu }) => serverCpu + (postgresCpu ?? 0));
  }

  private ratio(side: string, other: string, figure: (round: Round) => number): number {
    const others = this.get(other);
    return median(this.get(side).map((round, at) => figure(round) / figure(others[at]!)));
  }

  private get(side: string): Round[] {
    const rounds = this.rounds.get(side);
    if (!rounds) throw new Error(`No side "${side}"`);
    return rounds;
  }
}

export interface CompareOptions {
  rounds: number;
  seconds: number;
  postmaster: number | null;
  log(text: string): void;
}

/** Each round runs every side, starting with another one each time. */
export async function compare(sides: Side[], { rounds, seconds, postmaster, log }: CompareOptions): Promise<Comparison> {
  const results = new Map<string, Round[]>(sides.map(({ name }) => [name, []]));
  // Long enough for the compiler to have seen every path.
  for (const side of sides) await side.work(Math.min(seconds, 4));
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < sides.length; place += 1) {
      const side = sides[(round + place) % sides.length]!;
      results.get(side.name)!.push(await measure(side, seconds, postmaster));
    }
    log(`round ${round + 1}: ${sides.map(({ name }) => `${name} ${results.get(name)![round]!.rate.toFixed(0)}/s`).join(', ')}`);
  }
  return new Comparison(results);
}

async function measure(side: Side, seconds: number, postmaster: number | null): Promise<Round> {
  const pid = side.pid ?? process.pid;
  const server = cpuOf(pid);
  const postgres = cpuOfPostgres(postmaster);
  const { requests, seconds: took, latencies } = await side.work(seconds);
  const each = (milliseconds: number) => (milliseconds * 1000) / Math.max(requests, 1);
  const after = cpuOfPostgres(postmaster);
  const at = (part: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? 0;
  return { rate: requests / took, p50: at(0.5), p99: at(0.99), serverCpu: each(cpuOf(pid) - server), postgresCpu: postgres === null || after === null ? null : each(after - postgres) };
}
