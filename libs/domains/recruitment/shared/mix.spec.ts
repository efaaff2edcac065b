import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adviseMix, MixStatus } from './index';

describe('the mix of a group', () => {
  it.each([
    [10, 0, MixStatus.ONLY_EXPERTS, { experts: 0, beginners: 7 }],
    [5, 5, MixStatus.BALANCED, { experts: 0, beginners: 0 }],
    [6, 4, MixStatus.BALANCED, { experts: 0, beginners: 0 }],
    [4, 6, MixStatus.BALANCED, { experts: 0, beginners: 0 }],
    [7, 3, MixStatus.TOO_MANY_EXPERTS, { experts: 0, beginners: 2 }],
    [1, 9, MixStatus.TOO_MANY_BEGINNERS, { experts: 5, beginners: 0 }],
    [0, 3, MixStatus.TOO_MANY_BEGINNERS, { experts: 2, beginners: 0 }],
    [0, 0, MixStatus.EMPTY, { experts: 0, beginners: 0 }],
  ])('%i experts and %i beginners: %s', (experts, beginners, status, invite) => {
    expect(adviseMix({ experts, beginners })).toMatchObject({ status, invite });
  });

  it('does not count people whose level is not known', () => {
    expect(adviseMix({ experts: 2, beginners: 2, unrated: 20 })).toMatchObject({ expertShare: 0.5, unrated: 20, status: MixStatus.BALANCED });
    expect(adviseMix({ experts: 0, beginners: 0, unrated: 4 })).toMatchObject({ expertShare: null, status: MixStatus.EMPTY });
  });

  it('invites just enough people to come back inside the band', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (experts, beginners) => {
        fc.pre(experts + beginners > 0);
        const { invite } = adviseMix({ experts, beginners });
        const after = { experts: experts + invite.experts, beginners: beginners + invite.beginners };
        expect(adviseMix(after).status).toBe(MixStatus.BALANCED);
        if (invite.beginners > 0) expect(adviseMix({ ...after, beginners: after.beginners - 1 }).status).not.toBe(MixStatus.BALANCED);
        if (invite.experts > 0) expect(adviseMix({ ...after, experts: after.experts - 1 }).status).not.toBe(MixStatus.BALANCED);
      }),
    );
  });

  it('refuses what is not a number of people', () => {
    for (const experts of [-1, 0.5, Number.NaN]) expect(() => adviseMix({ experts, beginners: 1 })).toThrow(RangeError);
  });
});
