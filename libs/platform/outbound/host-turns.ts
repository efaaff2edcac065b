import { OutboundError } from './outbound-error';

interface Lane {
  running: number;
  nextStart: number;
  waiting: (() => void)[];
}

/**
 * Keeps a host from being overrun: at most `concurrency` exchanges at a time and `minDelayMs`
 * between two starts. Lanes that are idle are forgotten.
 */
export class HostTurns {
  private readonly lanes = new Map<string, Lane>();

  constructor(
    private readonly concurrency: number,
    private readonly minDelayMs: number,
  ) {}

  /** Runs `task` when the host's turn comes; its result or its error passes through. OUTBOUND_BUSY instead of a wait with `unlessBusy`. */
  async run<T>(host: string, task: () => Promise<T>, unlessBusy = false): Promise<T> {
    const lane = this.lanes.get(host) ?? { running: 0, nextStart: 0, waiting: [] };
    if (unlessBusy && lane.running >= this.concurrency) throw new OutboundError('OUTBOUND_BUSY', { host });
    this.lanes.set(host, lane);
    if (lane.running >= this.concurrency) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.running += 1;
    try {
      const now = Date.now();
      const start = Math.max(now, lane.nextStart);
      lane.nextStart = start + this.minDelayMs;
      if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now));
      return await task();
    } finally {
      this.leave(host, lane);
    }
  }

  private leave(host: string, lane: Lane): void {
    const next = lane.waiting.shift();
    if (next) return next();
    lane.running -= 1;
    if (lane.running > 0) return;
    const wait = lane.nextStart - Date.now();
    const forget = () => {
      if (lane.running === 0 && this.lanes.get(host) === lane) this.lanes.delete(host);
    };
    if (wait <= 0) forget();
    else setTimeout(forget, wait).unref();
  }
}
