import { describe, expect, it } from '@jest/globals';
import { actionsFrom, moved } from './moves';

const DOOR = { open: { from: ['shut'], to: 'ajar' }, shut: { from: ['ajar', 'locked'], to: 'shut' }, lock: { from: ['shut'], to: 'locked' } };

describe('moves', () => {
  it('lead to a state, or nowhere from another', () => {
    expect(moved(DOOR, 'shut', 'open')).toBe('ajar');
    expect(moved(DOOR, 'locked', 'open')).toBeNull();
  });

  it('say what can be done now, in the order in which they are written', () => {
    expect(actionsFrom(DOOR, 'shut')).toEqual(['open', 'lock']);
    expect(actionsFrom(DOOR, 'locked')).toEqual(['shut']);
  });
});
