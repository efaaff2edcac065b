/** Without a gesture for this long, nobody is taken to be reading. */
export const IDLE_MS = 30_000;
/** A longer gap between two ticks was a sleeping device, not a reader. */
const MAX_TICK_MS = 2_000;

/**
 * Time really spent on a page: it runs while the page is visible, has the focus, and somebody scrolled, pointed or
 * typed in the last 30 seconds. All instants in milliseconds of one clock.
 */
export class ReadingMeter {
  private active = 0;
  private deepest = 0;
  private lastTick: number;
  private lastGesture: number;

  constructor(now: number) {
    this.lastTick = now;
    this.lastGesture = now;
  }

  get activeMs(): number {
    return this.active;
  }

  /** Deepest part seen, 0 to 1. */
  get depth(): number {
    return this.deepest;
  }

  gesture(now: number): void {
    this.lastGesture = Math.max(this.lastGesture, now);
  }

  /** Counts the time since the last tick, when the page was `attended` (visible and focused) until now. */
  tick(now: number, attended: boolean): void {
    const elapsed = now - this.lastTick;
    if (attended && elapsed > 0 && elapsed <= MAX_TICK_MS) {
      const awake = Math.min(now, this.lastGesture + IDLE_MS) - this.lastTick;
      this.active += Math.max(0, awake);
    }
    this.lastTick = Math.max(this.lastTick, now);
  }

  seen(depth: number): void {
    if (depth > this.deepest) this.deepest = Math.min(1, depth);
  }
}
