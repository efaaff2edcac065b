import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentRoles } from './accent';
import { contrast, fromOklch, normaliseHex, toOklch } from './colour';

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('goes from 1 to 21 whatever the order', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    expect(contrast('#c93c1d', '#ffffff')).toBeCloseTo(5.06, 2);
  });
});

describe('OKLCH', () => {
  it('gives back every sRGB colour', () => {
    fc.assert(fc.property(anyHex, (hex) => expect(fromOklch(toOklch(hex))).toBe(hex)));
  });
});

describe('accentRoles', () => {
  it('keeps a colour that passes as it is in the light scheme', () => {
    const roles = accentRoles('#C93C1D');
    expect(roles.ok && roles.light.accent).toBe('#c93c1d');
    expect(roles.ok && roles.light.onAccent).toBe('#ffffff');
  });

  it('reads three digits and refuses what is not a colour', () => {
    expect(accentRoles('#036').ok).toBe(true);
    expect(accentRoles('rouge')).toEqual({ ok: false, reason: 'format' });
    expect(normaliseHex(' #AbC ')).toBe('#aabbcc');
  });

  it('refuses a pale yellow and proposes a passing colour of the same hue', () => {
    const result = accentRoles('#ffe14d');
    if (result.ok || result.reason !== 'contrast') throw new Error('a pale yellow must be refused for its contrast');
    expect(result.contrast).toBeLessThan(4.5);
    expect(accentRoles(result.suggestion).ok).toBe(true);
    expect(Math.abs(toOklch(result.suggestion).h - toOklch('#ffe14d').h)).toBeLessThan(8);
  });

  it('holds its contrasts for any colour, or proposes one that does', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const first = accentRoles(hex);
        if (!first.ok && first.reason === 'format') throw new Error('every six digit colour is read');
        const result = first.ok ? first : accentRoles(first.suggestion);
        if (!result.ok) throw new Error(`the suggestion for ${hex} does not pass`);
        for (const [scheme, grounds] of [[result.light, ['#faf7f2', '#ffffff', '#f3eee6']], [result.dark, ['#13141e', '#1b1d2a', '#242738']]] as const) {
          expect(contrast(scheme.onAccent, scheme.accent)).toBeGreaterThanOrEqual(4.5);
          for (const ground of [...grounds, scheme.accentSoft]) expect(contrast(scheme.accentStrong, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(scheme.accent, grounds[0])).toBeGreaterThanOrEqual(3);
        }
        expect(contrast('#1f2147', result.light.accentSoft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#eeecf5', result.dark.accentSoft)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
