import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { artPalette, illustrationMotifs, illustrationSvg, isIllustrationMotif } from './index';

const motif = fc.constantFrom(...illustrationMotifs);
const scheme = fc.constantFrom('light' as const, 'dark' as const, 'auto' as const);
const seed = fc.string({ unit: 'binary', maxLength: 40 });

/** Every opened element is closed, in order. */
function balanced(svg: string): boolean {
  const open: string[] = [];
  for (const [, slash, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name ?? '');
  }
  return open.length === 0;
}

describe('illustrationSvg', () => {
  it('gives the same picture for the same seed, and others for other seeds', () => {
    fc.assert(fc.property(motif, seed, scheme, (m, s, k) => illustrationSvg({ motif: m, seed: s, scheme: k }) === illustrationSvg({ motif: m, seed: s, scheme: k })));
    for (const m of illustrationMotifs) {
      const pictures = new Set(Array.from({ length: 12 }, (_, i) => illustrationSvg({ motif: m, seed: `content-${i}` })));
      expect(pictures.size).toBeGreaterThan(1);
    }
  });

  it('is well formed and points nowhere, whatever the seed and the title', () => {
    fc.assert(
      fc.property(motif, seed, seed, scheme, (m, s, title, k) => {
        const svg = illustrationSvg({ motif: m, seed: s, scheme: k, title });
        expect(balanced(svg)).toBe(true);
        expect(svg.match(/https?:/g)).toEqual(['http:']);
        expect(svg).not.toMatch(/href|url\(|<script|<style|<image|<foreignObject|\son\w+=|NaN|undefined/);
      }),
    );
  });

  it('keeps to five hues over the neutral papers', () => {
    const neutral = new Set(['paper', 'sand', 'white', 'ink']);
    fc.assert(
      fc.property(motif, seed, (m, s) => {
        const used = new Set([...illustrationSvg({ motif: m, seed: s, scheme: 'auto' }).matchAll(/--art-([a-z]+)/g)].map((found) => found[1] ?? ''));
        expect([...used].filter((tone) => !neutral.has(tone)).length).toBeLessThanOrEqual(5);
        for (const tone of used) expect(Object.keys(artPalette.light)).toContain(tone);
      }),
    );
  });

  it('is read as XML by the library that makes the image files', async () => {
    for (const m of illustrationMotifs) {
      const picture = await sharp(Buffer.from(illustrationSvg({ motif: m, seed: 'file', title: 'Une « école » & <ses> "voix"' }))).metadata();
      expect([picture.format, picture.width, picture.height]).toEqual(['svg', 1200, 630]);
    }
  });

  it('knows its motifs', () => {
    expect(illustrationMotifs.length).toBeGreaterThanOrEqual(14);
    expect(isIllustrationMotif('school')).toBe(true);
    expect(isIllustrationMotif('toString')).toBe(false);
    expect(isIllustrationMotif(null)).toBe(false);
  });
});
