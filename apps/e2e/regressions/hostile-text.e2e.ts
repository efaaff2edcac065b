/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DESK, feedUrl, openBrowser, PHONE, Visitor } from '../browser';

const ATTACKS = [
  '<script>window.__xss=1</script>', '"><img src=x onerror=window.__xss=1>', '<svg onload=window.__xss=1>', '<a href="javascript:window.__xss=1">lien</a>', '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '{{constructor.constructor("window.__xss=1")()}}', '${window.__xss=1}', '<math><mi xlink:href="javascript:window.__xss=1">x</mi></math>', '<form><button formaction=javascript:window.__xss=1>x</button></form>', '<style>*{background:url(javascript:window.__xss=1)}</style>',
];
const NAUGHTY = JSON.parse(readFileSync(path.join(import.meta.dirname, '../fixtures/naughty-strings.json'), 'utf8')) as string[];
const strings = [...ATTACKS, ...NAUGHTY];
/** Each as a whole, several to a title's length: a page then shows them all in few rows. */
const packed = strings.reduce<string[]>((titles, text) => {
  const last = titles.at(-1);
  if (last !== undefined && last.length + text.length < 190) titles[titles.length - 1] = `${last} ${text}`;
  else titles.push(text);
  return titles;
}, []);
async function byEights<T>(all: readonly T[], work: (one: T, index: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += 8) await Promise.all(all.slice(at, at + 8).map((one, offset) => work(one, at + offset)));
}
const cut = (text: string, length: number) => [...text].reduce((kept, sign) => (kept.length + sign.length <= length ? kept + sign : kept), '');

/** In the page: whatever runs, or is refused by the policy, is told. */
function trap(): void {
  const found: string[] = [];
  Object.defineProperty(window, '__found', { value: found });
  Object.defineProperty(window, '__xss', { set: () => found.push('__xss was set'), get: () => undefined });
  for (const name of ['alert', 'confirm', 'prompt'] as const) Object.defineProperty(window, name, { value: (text: unknown) => void found.push(`${name}(${String(text)})`) });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => found.push(`${violatedDirective} ${blockedURI} ${sample}`));
}

/** What the page would run at a click, or has been told of. */
function findings(): string[] {
  const { __found } = window as unknown as { __found: string[] };
  const dangerous = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(({ name, value }) => /^on/i.test(name) || name === 'srcdoc' || (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*(javascript|data:text|vbscript)/i.test(value))).map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 80)}`));
  return [...__found, ...dangerous];
}

describe('hostile text', () => {
  let browser: Browser;
  let claire: Visitor;
  let anthology = '';
  beforeAll(async () => {
    browser = await openBrowser();
    claire = await Visitor.open(browser, DESK);
    await claire.context.addInitScript(trap);
    await claire.signIn('claire@trescal.test', 'une phrase de pilote');
    await claire.ensureProgramme();
  });
  afterAll(() => browser.close());

  const quiet = async (address: string, ready: () => Promise<unknown>) => {
    await claire.page.goto(address, { waitUntil: 'domcontentloaded' });
    await ready();
    expect(await claire.page.evaluate(findings)).toEqual([]);
  };
  const create = (input: object) => claire.gql<{ createPublication: { id: string } }>('mutation ($input: CreatePublicationInput!) { createPublication(input: $input) { id } }', { input }).then(({ createPublication: { id } }) => id);

  it('goes into every field of themes, publications and feeds, or is refused by its rule', async () => {
    const source = claire.gql('mutation ($a: AddSourceInput!, $b: AddSourceInput!) { a: addSource(input: $a) { id } b: addSource(input: $b) { id } }', { a: { url: new URL('/hostile', feedUrl).href }, b: { url: new URL('/naughty', feedUrl).href } });
    const themeIds: string[] = [];
    for (const [index, text] of ATTACKS.entries()) {
      const { addTheme } = await claire.gql<{ addTheme: { id: string } }>('mutation ($input: AddThemeInput!) { addTheme(input: $input) { id } }', { input: { name: cut(`${index} ${text}`, 80), description: text } });
      themeIds.push(addTheme.id);
    }
    const filled = packed.filter((text) => text.replaceAll('\0', '').trim());
    const inputOf = (text: string, index: number) => ({
      title: cut(text, 200), summary: cut(text, 600), body: text, why: cut(text, 300), sourceName: cut(text, 80), targetUrl: 'https://bien.example/', category: 'ADVOCACY', themeIds: [themeIds[index % themeIds.length]], variants: [{ text: cut(text, 3_000), tone: cut(text.trim() || 'x', 40) || 'x' }],
    });
    const refused: string[] = [];
    const made: string[] = [];
    await byEights(filled, (text, index) => create(inputOf(text, index)).then((id) => made.push(id), (error: Error) => refused.push(`${JSON.stringify(text)}: ${error.message}`)));
    // What is refused is named: nothing of it is an internal error.
    expect(refused.filter((text) => !text.includes('BAD_INPUT'))).toEqual([]);
    expect(made.length).toBeGreaterThan(packed.length * 0.9);
    anthology = await create({ ...inputOf(ATTACKS.join(' '), 0), body: strings.map((text) => `<p>${text}</p>`).join('\n') });
    await byEights([...made, anthology], (id) => claire.gql('mutation ($id: ID!) { publishPublication(id: $id) { id } }', { id }).catch((error: Error) => expect(error.message).toContain('BAD_INPUT')));
    await source;
  });

  it('runs nowhere in the administration', async () => {
    const { page } = claire;
    await quiet('/admin/contenus/publications', () => page.getByRole('rowheader').first().waitFor());
    const rows = page.getByRole('rowheader');
    for (let seen = await rows.count(); seen < packed.length * 0.9; seen = await rows.count()) {
      await page.getByRole('button', { name: 'Afficher la suite' }).click();
      await rows.nth(seen).waitFor();
    }
    expect(await page.evaluate(findings)).toEqual([]);
    await quiet('/admin/contenus/thematiques', () => page.getByRole('rowheader').first().waitFor());
    await quiet('/admin/contenus/calendrier', () => page.getByRole('table').waitFor());
    await quiet('/admin/contenus/sources', () => page.getByText('Chaînes').first().waitFor());
    await quiet('/admin/contenus', () => page.getByRole('button', { name: /Préparer/ }).first().waitFor());
    await quiet(`/admin/contenus/publications/${anthology}`, () => page.getByLabel('Titre').waitFor());
    expect(await page.getByLabel('Titre').inputValue()).toContain('<script>');
  });

  it('runs nowhere in the ambassador app, where it reads as it was written', async () => {
    const { page } = claire;
    await page.setViewportSize(PHONE);
    await quiet('/', () => page.getByRole('article').first().waitFor());
    const cards = page.getByRole('article');
    for (let seen = await cards.count(); seen < 100; seen = await cards.count()) {
      await cards.last().scrollIntoViewIfNeeded();
      await cards.nth(seen).waitFor();
    }
    expect(await page.evaluate(findings)).toEqual([]);
    await page.getByText('<script>window.__xss=1</script>').first().waitFor();
    await quiet(`/lire/${anthology}`, () => page.getByRole('article').waitFor());
    expect(claire.errors).toEqual([]);
  });

  it('would have been seen: the trap catches markup that is taken as such', async () => {
    const { page } = claire;
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), ATTACKS[1]!);
    await page.waitForFunction(() => (window as unknown as { __found: string[] }).__found.length > 0);
    expect((await page.evaluate(findings)).join('\n')).toMatch(/script-src[^]*IMG onerror=/);
  });
});
