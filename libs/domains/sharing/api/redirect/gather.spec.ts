import { describe, expect, it } from '@jest/globals';
import { gathered } from './gather';

describe('reading many keys by one statement', () => {
  it('gives each caller its own, and null for what is not there', async () => {
    const asked: string[][] = [];
    const read = gathered(async (keys) => {
      asked.push(keys);
      return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all([read('a'), read('none'), read('b')])).toEqual(['A', null, 'B']);
    expect(asked).toEqual([['a', 'none', 'b']]);
  });

  it('gathers while a statement is under way, and goes on after one that failed', async () => {
    const asked: string[][] = [];
    const read = gathered(async (keys) => {
      asked.push(keys);
      await new Promise((done) => setImmediate(done));
      if (keys.includes('bad')) throw new Error('away');
      return new Map(keys.map((key) => [key, key]));
    });
    const first = read('bad').catch(() => 'failed');
    await new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(null))));
    expect(await Promise.all([first, read('a'), read('b')])).toEqual(['failed', 'a', 'b']);
    expect(asked).toEqual([['bad'], ['a', 'b']]);
    expect(await read('c')).toBe('c');
  });
});
