import { PortevoixProvider, UiLinkProvider } from '@portevoix/ui';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback, useEffect, type ReactNode } from 'react';
import { useLocale } from '../i18n/hooks';
import { useOutboxSending } from '../offline';
import { SessionProvider, useSession } from '../session/session';
import { ShellProvider } from '../slot';
import { FirstFrameContext, type FirstFrame } from './frame';
import { AppLink } from './link';
import type { ShellDefinition, ShellRouter } from './router';

interface Props {
  client: QueryClient;
  router: ShellRouter;
  domains: ShellDefinition['domains'];
  /** Of a page that the server draws. */
  first?: FirstFrame | undefined;
  /** Called once it stands in the page. */
  onShown?: () => void;
}

/** An app around its router: the same in the browser and where the server draws a first page. */
export function ShellApp({ client, router, domains, first, onShown }: Props) {
  useEffect(() => onShown?.(), [onShown]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <FirstFrameContext value={first}>
            <Shell domains={domains} router={router} />
          </FirstFrameContext>
        </SessionProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

function Shell({ domains, router }: Pick<Props, 'router' | 'domains'>) {
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
