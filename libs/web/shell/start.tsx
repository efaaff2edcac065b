import { hydrate, type QueryClient } from '@tanstack/react-query';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { countAgesTo, currentLocale, setLocale } from '../i18n/hooks';
import { supportedLocale } from '../i18n/instance';
import { startOffline } from '../offline';
import { createQueryClient } from '../queries';
import { viewerQuery } from '../session/session';
import { ShellApp } from './app';
import { readDrawn, type Drawn } from './drawn';
import { createShellRouter, type ShellDefinition, type ShellRouter } from './router';
import { breath } from './breath';

/** By then a page is the app's own, and ages are counted to now: the same words until then, on a minute's edge too. */
const TAKEN_OVER_MS = 30_000;

/** Starts an app in `#root`: from the page that the server drew, or from what the device kept. */
export async function startShell(definition: ShellDefinition): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('No #root in the page');
  const client = createQueryClient();
  const drawn = readDrawn();
  if (drawn) hydrate(client, drawn.state);
  await (drawn && drawn.locale === localeOf(client) ? goOn(definition, container, client, drawn) : begin(definition, container, client));
}

/** What the device kept first, then the language, then the page. */
async function begin(definition: ShellDefinition, container: HTMLElement, client: QueryClient): Promise<void> {
  const router = createShellRouter(definition);
  // Asked for together: who is there, the page's own code, and what stands before the first screen.
  void client.prefetchQuery(viewerQuery());
  void fetchPage(router);
  await Promise.all([startOffline(client), setLocale(currentLocale())]);
  container.inert = false;
  createRoot(container).render(<ShellApp client={client} router={router} domains={definition.domains} />);
}

/** The page is there to be read: the app takes it over a little at a time, and nothing is pressed in vain before. */
async function goOn(definition: ShellDefinition, container: HTMLElement, client: QueryClient, { locale, zone, at, frame }: Drawn): Promise<void> {
  countAgesTo(() => (performance.now() < TAKEN_OVER_MS ? at : Date.now()));
  await breath();
  const router = createShellRouter(definition);
  // The first page was matched by the server.
  router.ssr = { manifest: undefined };
  await breath();
  const code = fetchPage(router);
  await breath();
  void startOffline(client);
  await Promise.all([code, setLocale(locale)]);
  await breath();
  await router.load();
  await breath();
  const awake = () => {
    container.inert = false;
    container.querySelector<HTMLElement>('[autofocus]')?.focus();
  };
  startTransition(() => void hydrateRoot(container, <ShellApp client={client} router={router} domains={definition.domains} first={{ frame, zone }} onShown={awake} />));
}

const localeOf = (client: QueryClient) => supportedLocale(client.getQueryData(viewerQuery().queryKey)?.viewer?.locale) ?? currentLocale();

/** The code of the page that the address names. */
async function fetchPage(router: ShellRouter): Promise<void> {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  await Promise.all(routes.map(({ options }) => (options.component as { preload?: () => Promise<void> } | undefined)?.preload?.()));
}
