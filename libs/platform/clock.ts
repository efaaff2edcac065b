import { Injectable } from '@nestjs/common';

/** The only source of "now"; tests move it. */
@Injectable()
export class Clock {
  private shiftMs = 0;
  private fixed: number | null = null;

  now(): Date {
    return new Date(this.fixed ?? Date.now() + this.shiftMs);
  }

  /** Tests only: stop the clock at `instant`. */
  set(instant: Date | string): void {
    this.fixed = new Date(instant).getTime();
  }

  /** Tests only: move a stopped or running clock. */
  advance(ms: number): void {
    if (this.fixed === null) this.shiftMs += ms;
    else this.fixed += ms;
  }

  reset(): void {
    this.fixed = null;
    this.shiftMs = 0;
  }
}
