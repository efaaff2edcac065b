import { describe, expect, it, test } from '@jest/globals';
import { checkFirstPerson, countWords } from '@portevoix/content/shared';
import { article } from './publication';
import { demoPublications } from './publications';
import { demoThemes } from './themes';

const having = (audience: string) => demoPublications.filter((publication) => publication.audience === audience);
const inState = (state: string) => demoPublications.filter((publication) => publication.state === state);
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ');

describe('demo publications', () => {
  it('are forty, thirty of them shareable, each with its own key', () => {
    expect(demoPublications).toHaveLength(40);
    expect(new Set(demoPublications.map(({ key }) => key)).size).toBe(40);
    expect(demoPublications.filter(({ key }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
    expect([having('SHAREABLE').length, having('INTERNAL').length, having('INSTRUCTION').length]).toEqual([30, 7, 3]);
    expect([inState('PUBLISHED').length, inState('SCHEDULED').length, inState('IN_REVIEW').length, inState('DRAFT').length]).toEqual([33, 3, 2, 2]);
  });

  it('cover every kind and every theme, at dates that fit their state', () => {
    expect(new Set(demoPublications.map(({ kind }) => kind)).size).toBe(10);
    const themes = demoThemes.map(({ key }) => key);
    expect(new Set(demoPublications.flatMap((publication) => publication.themes))).toEqual(new Set(themes));
    expect(demoPublications.filter((publication) => publication.themes.length === 0)).toEqual([]);
    expect(inState('PUBLISHED').filter(({ publishDay: day }) => day === null || day >= 0 || day < -42)).toEqual([]);
    expect(inState('SCHEDULED').filter(({ publishDay: day }) => day === null || day <= 0)).toEqual([]);
    expect([...inState('DRAFT'), ...inState('IN_REVIEW')].filter(({ publishDay }) => publishDay !== null)).toEqual([]);
    expect(new Set(demoPublications.map(({ title }) => title)).size).toBe(40);
  });

  it('name a twin that exists and is shareable', () => {
    const twins = demoPublications.flatMap(({ twin }) => twin ?? []);
    expect(twins).not.toEqual([]);
    expect(twins.filter((key) => !having('SHAREABLE').some((publication) => publication.key === key))).toEqual([]);
  });

  test.each(demoPublications.map((publication) => [publication.key, publication] as const))('%s reads in one to two minutes, in simple HTML', (_key, publication) => {
    const words = countWords(plain(publication.body));
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(400);
    expect(publication.body.replace(/<\/?(p|h2|ul|li|blockquote)>/g, '')).not.toMatch(/[<>]/);
    expect(publication.benefit).toMatch(/[.!]$/);
  });

  test.each(having('SHAREABLE').map((publication) => [publication.key, publication] as const))('%s offers three texts in the first person', (_key, publication) => {
    const french = publication.variants.filter(({ language }) => language === 'fr');
    expect(french.map(({ tone }) => tone)).toEqual(['field', 'expert', 'short']);
    for (const { text, language } of publication.variants) {
      expect({ text, ...checkFirstPerson(text, language, 'Maison Estrevel') }).toEqual({ text, firstPerson: true, findings: [] });
    }
    // Room for the disclosure hashtag and the link in 280 characters.
    expect(french.find(({ tone }) => tone === 'short')?.text.length).toBeLessThanOrEqual(220);
    expect(publication.targetUrl).toMatch(/^https:\/\/[a-z-]+\.test\//);
  });

  it('never give a text or a link to what must stay inside', () => {
    const inside = [...having('INTERNAL'), ...having('INSTRUCTION')];
    expect(inside.filter(({ variants, targetUrl }) => variants.length > 0 || targetUrl !== null)).toEqual([]);
  });

  it('offer an English text for eight or more', () => {
    expect(demoPublications.filter(({ variants }) => variants.some(({ language }) => language === 'en')).length).toBeGreaterThanOrEqual(8);
  });
});

test('article() turns its notation into HTML', () => {
  expect(article(['Un.', '## Deux', '- a', '- b', '> Trois', '- c'])).toBe(
    '<p>Un.</p>\n<h2>Deux</h2>\n<ul><li>a</li><li>b</li></ul>\n<blockquote><p>Trois</p></blockquote>\n<ul><li>c</li></ul>',
  );
});
