import { describe, expect, it } from '@jest/globals';
import { mapped, stream } from './streams';

function source() {
  const listeners = new Set<(value: number) => void>();
  const values = stream<number>((push) => {
    listeners.add(push);
    return () => void listeners.delete(push);
  });
  return { values, listeners, push: (value: number) => listeners.forEach((listener) => listener(value)) };
}

describe('a stream', () => {
  it('keeps what comes before it is asked, in order', async () => {
    const { values, push } = source();
    [1, 2, 3].forEach(push);
    const doubled = mapped(values, (value) => Promise.resolve(value * 2));
    expect([await doubled.next(), await doubled.next(), await doubled.next()].map(({ value }) => value as number)).toEqual([2, 4, 6]);
  });

  it('ends at once, also while somebody awaits the next value, and stops listening', async () => {
    const { values, listeners } = source();
    const through = mapped(values, (value) => Promise.resolve(value));
    const awaited = through.next();
    expect(await through.return?.()).toEqual({ done: true, value: undefined });
    expect(await awaited).toEqual({ done: true, value: undefined });
    expect(listeners.size).toBe(0);
    expect(await through.next()).toEqual({ done: true, value: undefined });
  });
});
