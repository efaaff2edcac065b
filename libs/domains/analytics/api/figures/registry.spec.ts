import { describe, expect, it } from '@jest/globals';
import { REGISTRY } from './registry';

/** Names of exported events and columns, the same in every language. */
const names = (formula: string) => [...formula.matchAll(/[A-Z]{2,}(?:_[A-Z]+)*|\bsince\b|\buntil\b|[<>]=?/g)].map(([name]) => name).sort();

describe('the formula of a figure', () => {
  it.each(REGISTRY.map(({ id, formula }) => [id, formula] as const))('%s is said in French as in English', (_id, { en, fr }) => {
    expect(fr).not.toMatch(/\b(count|sum|distinct|person|people|with|without|and|or|of|the|member|withheld|share|shares)\b/);
    expect(en).not.toMatch(/[àâéèêîôùû]|nombre|somme/);
    expect(new Set(names(fr))).toEqual(new Set(names(en)));
    // French: no ordinary space before a semicolon, a typographic apostrophe.
    expect(fr).not.toMatch(/ [;:!?]|'/);
  });
});
