/**
 * An endless iterator that gives one turn after each ring, and at most one in `restMs`: what rings in between is one
 * turn at the end. `listen` starts to hear and returns how to stop; `return()` stops at once.
 */
export function pulse<T>(value: T, restMs: number, listen: (ring: () => void) => () => void): AsyncIterableIterator<T> {
  let rung = false;
  let ended = false;
  let restUntil = 0;
  let wake: () => void = () => undefined;
  const stop = listen(() => {
    rung = true;
    wake();
  });
  const next = async (): Promise<IteratorResult<T>> => {
    const rest = restUntil - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest).unref());
    while (!rung && !ended) await new Promise<void>((resolve) => (wake = resolve));
    if (ended) return { done: true, value: undefined };
    rung = false;
    restUntil = performance.now() + restMs;
    return { done: false, value };
  };
  const end = async (): Promise<IteratorResult<T>> => {
    ended = true;
    stop();
    wake();
    return { done: true, value: undefined };
  };
  return { next, return: end, [Symbol.asyncIterator]() { return this; } };
}
