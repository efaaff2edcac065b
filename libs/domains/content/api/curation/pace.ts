const MINUTE = 60_000;
const LONGEST = 24 * 60;

/** Up to a tenth more, so that sources added together drift apart. */
export function nextAfterSuccess(now: Date, intervalMinutes: number, random = Math.random()): Date {
  return new Date(now.getTime() + Math.round(intervalMinutes * MINUTE * (1 + 0.1 * random)));
}

/**
 * After `failures` in a row: the interval doubled each time, at most a day (or the interval itself when it is longer),
 * with up to half of it taken off at random (equal jitter: Brooker, 2015, "Exponential Backoff And Jitter").
 * A server's own Retry-After, in seconds, is a minimum, within the same day.
 */
export function nextAfterFailure(now: Date, intervalMinutes: number, failures: number, retryAfterSeconds = 0, random = Math.random()): Date {
  const longest = Math.max(LONGEST, intervalMinutes);
  const wait = Math.min(longest, intervalMinutes * 2 ** Math.min(Math.max(failures, 1), 20)) * (1 - random / 2);
  const asked = Math.min(retryAfterSeconds / 60, longest);
  return new Date(now.getTime() + Math.round(Math.max(wait, asked) * MINUTE));
}

/** Seconds of a Retry-After as it was written (a number or a date); 0 when it says nothing. */
export function retryAfterSeconds(value: string | undefined, now: Date): number {
  if (!value) return 0;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1000);
}
