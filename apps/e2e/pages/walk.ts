/// <reference lib="dom" />
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Goes to another page of the app in place, as a link does. */
export async function goInside(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    // Each page writes its title: an empty one is a page that is not there yet.
    if (new URL(to, location.href).pathname !== location.pathname) document.title = '';
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
  await settled(page);
}

/** A page with its title, that no longer loads nor moves. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        let quiet = performance.now();
        const end = quiet + 60_000;
        const observer = new MutationObserver(() => (quiet = performance.now()));
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        const look = () => {
          const now = performance.now();
          if (now > end) reject(new Error(`Not settled: ${location.pathname}`));
          else if (now - quiet < 250 || !document.title || document.querySelector('[aria-busy="true"]') || !document.querySelector('h1')) return void setTimeout(look, 40);
          observer.disconnect();
          return resolve();
        };
        look();
      }),
  );
}

/** Colours of the other scheme, at the end of each transition. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    // One that is out of sight never ends by itself.
    for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  });
}

/** What axe finds in the page of the moment, one line each; `only` some rules, or all but those that are `off`. There is no frame here. */
export async function faultsOf(page: Page, { only, off = [] }: { only?: string[]; off?: string[] } = {}): Promise<string[]> {
  const options: RunOptions = { runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: WCAG }, rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])), resultTypes: ['violations'], preload: false };
  // It stays in the page as long as the page is open.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (how) => (await (window as unknown as { axe: typeof axe }).axe.run(document, how)).violations, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${(failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 220)}`));
}

/** By how many pixels the page stays wider than its window, once what measures itself has drawn again; the words that stick out first. */
export function overflowOf(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    let extra = 1;
    for (const end = performance.now() + 3_000; extra > 0 && performance.now() < end; ) {
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      extra = document.documentElement.scrollWidth - innerWidth;
    }
    if (extra <= 0) return null;
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return `${extra} px, by ${out.slice(-3).map((element) => `${element.tagName.toLowerCase()} “${element.textContent.slice(0, 30)}”`).join(', ')}`;
  });
}

/** The words of a navigation that end in « … » for want of room. */
export function cutWordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('nav *')].filter((element) => getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth).map(({ innerText }) => innerText));
}

/** What `look` finds while the reader's own text size is `times` the usual one, as the browser's settings make it. */
export async function withText<T>(page: Page, times: number, look: () => Promise<T>): Promise<T> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 * times } });
  try {
    return await look();
  } finally {
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await devtools.detach();
  }
}

/** Everything in the light; what a scheme can change, in the dark. */
export async function bothSchemes(page: Page, off: string[] = []): Promise<string[]> {
  await inScheme(page, 'light');
  const light = await faultsOf(page, { off });
  await inScheme(page, 'dark');
  const dark = await faultsOf(page, { only: ['color-contrast'] });
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)];
}

/** 320 px wide, then text twice as large at the app's own width. */
export async function bothSizes(page: Page, size: { width: number; height: number }): Promise<string[]> {
  const faults: string[] = [];
  const look = async (what: string) => {
    const overflow = await overflowOf(page);
    if (overflow) faults.push(`${what} overflows: ${overflow}`);
  };
  await page.setViewportSize({ width: 320, height: 800 });
  await look('320 px');
  faults.push(...(await cutWordsOf(page)).map((words) => `320 px cuts “${words}”`));
  await page.setViewportSize(size);
  await withText(page, 2, () => look('text at 200 %'));
  return faults;
}

/** What a screen without content must not be: a failure, or a place where nothing can be done. */
export function emptinessOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    // A page that is not for the reader's role says so.
    const said = [...document.querySelectorAll('[role="alert"]')].filter(({ textContent }) => !textContent.includes('FORBIDDEN')).map((alert) => `fails: ${alert.textContent}`);
    return main?.querySelector('a[href], button, input, textarea') ? said : [...said, 'offers nothing to do'];
  });
}
