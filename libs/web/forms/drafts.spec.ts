import { describe, expect, it } from '@jest/globals';
import { Drafts, type DraftStorage } from './drafts';

class MemoryStorage implements DraftStorage {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

describe('Drafts', () => {
  it('gives back what was typed, to the same person only', () => {
    const storage = new MemoryStorage();
    new Drafts('naima', storage, () => 1000).save('contest:new', { title: 'Les premières voix' });
    expect(new Drafts('naima', storage, () => 2000).read('contest:new')).toEqual({ savedAt: 1000, values: { title: 'Les premières voix' } });
    expect(new Drafts('theo', storage, () => 2000).read('contest:new')).toBeUndefined();
  });

  it('forgets on demand, after 30 days, and what it cannot read', () => {
    const storage = new MemoryStorage();
    let now = 0;
    const drafts = new Drafts('naima', storage, () => now);
    drafts.save('a', 1);
    drafts.forget('a');
    expect(drafts.read('a')).toBeUndefined();
    drafts.save('b', 1);
    now = 31 * 24 * 3600_000;
    expect(drafts.read('b')).toBeUndefined();
    storage.setItem('portevoix.draft.naima.c', '{');
    expect(drafts.read('c')).toBeUndefined();
    expect(storage.kept.size).toBe(0);
  });

  it('never stops the typing when the storage is full or refused', () => {
    const full: DraftStorage = { getItem: () => null, removeItem: () => undefined, setItem: () => { throw new DOMException('', 'QuotaExceededError'); } };
    expect(new Drafts('naima', full).save('a', 1)).toBe(false);
    expect(new Drafts('naima', undefined).save('a', 1)).toBe(false);
  });
});
