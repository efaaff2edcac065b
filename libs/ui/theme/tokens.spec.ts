import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, toOklch } from './colour';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const blockOf = (selector: string) => css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
const tokensIn = (block: string) => Object.fromEntries([...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));

const light = tokensIn(blockOf(':root'));
const schemes = { light, dark: { ...light, ...tokensIn(blockOf(":root[data-mantine-color-scheme='dark']")) } };

/** Euclidean distance in OKLab: 0.02 is just seen side by side. */
function distance(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => {
    const { l, c, h } = toOklch(hex);
    return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)] as const;
  });
  return Math.hypot(x![0] - y![0], x![1] - y![1], x![2] - y![2]);
}

describe.each(Object.entries(schemes))('colours of the %s scheme', (_scheme, tokens) => {
  const valueOf = (name: string): string => (tokens[name]!.startsWith('var(') ? valueOf(tokens[name]!.slice(4, -1)) : tokens[name]!);
  const themes = Array.from({ length: 12 }, (_, n) => valueOf(`--theme-${n + 1}`));

  it('show each theme as a mark on every ground', () => {
    for (const ground of ['--surface', '--paper', '--surface-2']) for (const colour of themes) expect(contrast(colour, valueOf(ground))).toBeGreaterThan(3);
  });

  it('tell twelve themes from one another, from none and from what is late', () => {
    const told = [...themes, valueOf('--ink-3'), valueOf('--danger')];
    for (const [n, colour] of told.entries()) for (const other of told.slice(n + 1)) expect(distance(colour, other)).toBeGreaterThan(0.07);
  });
});
