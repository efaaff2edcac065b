import { dehydrate, type DehydratedState, type Query, type QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { loadCatalogues } from '../i18n/catalogue';
import { countAgesTo } from '../i18n/hooks';
import { chooseLocale, i18n } from '../i18n/instance';
import { createQueryClient } from '../queries';
import { safeReturn } from '../session/return';
import { viewerQuery } from '../session/session';
import { ShellApp, type First } from './app';
import type { Drawn } from './drawn';
import { onTheirWay } from './lazy';
import { createShellRouter, needsSession, signInAddress, type ShellDefinition, type ShellRouter } from './router';

export interface Visit {
  /** Path and query of the page. */
  url: string;
  /** What the browser reads (BCP 47), the preferred first. */
  languages: readonly string[];
}

/** A page as HTML with what its app goes on from, or the address that the visitor is to see instead. */
export type Drawing = { html: string; drawn: Drawn } | { goTo: string };

/** Each asks for what the ones before it brought to light. */
const ROUNDS = 6;
/** React's mark of a part that failed or was not there. */
const MISSING = '<!--$!-->';

/**
 * The first page of an app, for a server to send: drawn again each time that its parts asked for more, until nothing is
 * missing. Nothing when that doesn't come to be: a part failed, or the API refused. Effects don't run, and nothing is written.
 */
export async function drawShell(definition: ShellDefinition, { url, languages }: Visit): Promise<Drawing | undefined> {
  const client = createQueryClient();
  // A page waits for no second try, and what was asked for it is forgotten with it.
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false, gcTime: Infinity } });
  const router = createShellRouter(definition, { history: createMemoryHistory({ initialEntries: [url] }), isServer: true, scrollRestoration: false });
  const [{ viewer }] = await Promise.all([client.fetchQuery(viewerQuery()), router.load()]);
  const goTo = elsewhere(router, Boolean(viewer));
  if (goTo) return { goTo };
  // An address written otherwise than the router writes it: a redirect for the router, a page for the app.
  if (!router.state.matches.length) return undefined;
  const locale = chooseLocale(viewer?.locale, null, languages);
  const zone = viewer?.organisation.timeZone ?? 'UTC';
  const at = Date.now();
  const first: First = { frame: {}, zone };
  for (let round = 0; round < ROUNDS; round += 1) {
    const around = JSON.stringify(first.frame);
    const html = await inTurn({ locale, at }, () => attempt(() => renderToString(<ShellApp client={client} router={router} domains={definition.domains} first={first} />)));
    const missing = [...onTheirWay(), ...unanswered(client).map((query) => query.fetch())];
    await Promise.allSettled(missing);
    // What was refused is for the app to say.
    if (client.getQueryCache().getAll().some(({ state }) => state.status === 'error')) return undefined;
    if (missing.length || around !== JSON.stringify(first.frame)) continue;
    return html === undefined || html.includes(MISSING) ? undefined : { html, drawn: { state: answersOf(client), locale, zone, at, frame: first.frame } };
  }
  return undefined;
}

function elsewhere(router: ShellRouter, signedIn: boolean): string | undefined {
  const { pathname, href, search } = router.latestLocation;
  if (!signedIn && needsSession(router)) return signInAddress(href);
  return signedIn && pathname === '/connexion' ? safeReturn((search as { retour?: unknown }).retour) : undefined;
}

/** Without the remarks on each query, which its page has in its code. */
function answersOf(client: QueryClient): DehydratedState {
  const { queries, ...state } = dehydrate(client);
  return { ...state, queries: queries.map(({ meta: _meta, ...query }) => query) };
}

/** Nothing where a part outside any boundary still waits. */
function attempt(draw: () => string): string | undefined {
  try {
    return draw();
  } catch {
    return undefined;
  }
}

const unanswered = (client: QueryClient): Query[] => client.getQueryCache().getAll().filter(({ state, options }) => state.status === 'pending' && (options as { enabled?: unknown }).enabled !== false);

let last: Promise<unknown> = Promise.resolve();

/** One at a time: i18next has one language for the whole process, and ages are counted to one moment. */
function inTurn<Result>({ locale, at }: Pick<Drawn, 'locale' | 'at'>, draw: () => Result): Promise<Result> {
  const mine = last.then(async () => {
    await loadCatalogues('en');
    if (i18n.language !== locale) await i18n.changeLanguage(locale);
    countAgesTo(() => at);
    return draw();
  });
  last = mine.catch(() => undefined);
  return mine;
}
