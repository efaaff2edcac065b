interface Waiting<V> {
  key: string;
  done(value: V | null): void;
  failed(error: unknown): void;
}

const BATCH = 200;

/**
 * Reads one key at a time for its callers, and many by one statement: while one is under way the next keys gather.
 * `readMany` leaves out what is not there; what it throws, each of its callers gets.
 */
export function gathered<V>(readMany: (keys: string[]) => Promise<Map<string, V>>): (key: string) => Promise<V | null> {
  let waiting: Waiting<V>[] = [];
  let flying = false;
  const fly = async (): Promise<void> => {
    // Those who ask in the same turn of the event loop share the first statement too.
    await Promise.resolve();
    while (waiting.length) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        const found = await readMany(batch.map(({ key }) => key));
        for (const { key, done } of batch) done(found.get(key) ?? null);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    flying = false;
  };
  return (key) =>
    new Promise((done, failed) => {
      waiting.push({ key, done, failed });
      if (flying) return;
      flying = true;
      void fly();
    });
}
