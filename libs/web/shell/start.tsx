import { PortevoixProvider, UiLinkProvider } from '@portevoix/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLocale, setLocale, useLocale } from '../i18n/hooks';
import { startOffline, useOutboxSending } from '../offline';
import { createQueryClient } from '../queries';
import { SessionProvider, useSession } from '../session/session';
import { ShellProvider } from '../slot';
import { AppLink } from './link';
import { createShellRouter, type ShellDefinition } from './router';

/** Starts an app in `#root`: what the device kept first, then the language, then the page. */
export async function startShell(definition: ShellDefinition): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('No #root in the page');
  const client = createQueryClient();
  await Promise.all([startOffline(client), setLocale(currentLocale())]);
  createRoot(container).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <Shell definition={definition} />
        </SessionProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Shell({ definition }: { definition: ShellDefinition }) {
  const { viewer } = useSession();
  const [router] = useState(() => createShellRouter(definition));
  const can = useCallback((permission: string) => viewer?.permissions.includes(permission) ?? false, [viewer]);
  return (
    <PortevoixProvider accent={viewer?.organisation.accent ?? null} language={useLocale()}>
      <ShellProvider domains={definition.domains} can={can}>
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
