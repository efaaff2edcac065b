/**
 * An async iterator fed by callbacks. Unlike an async generator, `return()` ends it at once, also while somebody
 * awaits the next value: a closed subscription leaves nothing behind.
 */
export function stream<T>(listen: (push: (value: T) => void) => () => void): AsyncIterableIterator<T> {
  const queue: T[] = [];
  let waiting: ((result: IteratorResult<T>) => void) | null = null;
  let ended = false;
  const off = listen((value) => {
    if (!waiting) return void queue.push(value);
    waiting({ done: false, value });
    waiting = null;
  });
  const end = (): IteratorResult<T> => {
    if (!ended) off();
    ended = true;
    waiting?.({ done: true, value: undefined });
    waiting = null;
    return { done: true, value: undefined };
  };
  return {
    next: () => {
      if (queue.length) return Promise.resolve({ done: false, value: queue.shift()! });
      if (ended) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => (waiting = resolve));
    },
    return: () => Promise.resolve(end()),
    throw: (error: unknown) => {
      end();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The values of `source`, each through `map`; ending it ends the source at once. */
export function mapped<T, R>(source: AsyncIterator<T>, map: (value: T) => Promise<R>): AsyncIterableIterator<R> {
  const over: IteratorResult<R> = { done: true, value: undefined };
  return {
    next: async () => {
      const { done, value } = await source.next();
      return done ? over : { done: false, value: await map(value) };
    },
    return: async () => {
      await source.return?.();
      return over;
    },
    throw: async (error: unknown) => {
      await source.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
