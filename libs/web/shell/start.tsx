import { PortevoixProvider, UiLinkProvider } from '@portevoix/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLocale, setLocale, useLocale } from '../i18n/hooks';
import { startOffline, useOutboxSending } from '../offline';
import { createQueryClient } from '../queries';
import { SessionProvider, useSession, viewerQuery } from '../session/session';
import { ShellProvider } from '../slot';
import { AppLink } from './link';
import { createShellRouter, type ShellDefinition, type ShellRouter } from './router';

/** Starts an app in `#root`: what the device kept first, then the language, then the page. */
export async function startShell(definition: ShellDefinition): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('No #root in the page');
  const client = createQueryClient();
  const router = createShellRouter(definition);
  // Asked for together: who is there, the page's own code, and what stands before the first screen.
  void client.prefetchQuery(viewerQuery());
  fetchPage(router);
  await Promise.all([startOffline(client), setLocale(currentLocale())]);
  createRoot(container).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <Shell domains={definition.domains} router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** The code of the page that the address names. */
function fetchPage(router: ShellRouter): void {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const { options } of routes) void (options.component as { preload?: () => Promise<void> } | undefined)?.preload?.();
}

function Shell({ domains, router }: { domains: ShellDefinition['domains']; router: ShellRouter }) {
  const { viewer } = useSession();
  const can = useCallback((permission: string) => viewer?.permissions.includes(permission) ?? false, [viewer]);
  return (
    <PortevoixProvider accent={viewer?.organisation.accent ?? null} language={useLocale()}>
      <ShellProvider domains={domains} can={can}>
        <UiLinkProvider link={AppLink}>
          <OutboxSending>
            <RouterProvider router={router} />
          </OutboxSending>
        </UiLinkProvider>
      </ShellProvider>
    </PortevoixProvider>
  );
}

function OutboxSending({ children }: { children: ReactNode }) {
  useOutboxSending();
  return children;
}
