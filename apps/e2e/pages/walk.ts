/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
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

/** Colours of the other scheme, once no transition is left. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const moving = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** What axe finds in the page of the moment, one line each; `rules` for some of them only. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  // The legacy mode runs in the page itself, not in one more page for each result: there is no frame here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${(failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 220)}`));
}

/** By how many pixels the page is wider than its window; the words that stick out first. */
export function overflowOf(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const extra = document.documentElement.scrollWidth - innerWidth;
    if (extra <= 0) return null;
    const out = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return `${extra} px, by ${out.slice(-3).map((element) => `${element.tagName.toLowerCase()} “${element.innerText.slice(0, 30)}”`).join(', ')}`;
  });
}
