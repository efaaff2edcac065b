import { PortevoixProvider, UiLinkProvider } from '@portevoix/ui';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition, useCallback, useEffect, useState, type ReactNode } from 'react';
import { useLocale, ZoneContext, zoneHere } from '../i18n/hooks';
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
  /** Of a page that the server draws: how it is first shown. */
  first?: First | undefined;
  /** Called once it stands in the page. */
  onShown?: () => void;
}

/** What the page asked of its frame, and the zone in which its times are written. */
export interface First extends FirstFrame {
  zone: string;
}

/** An app around its router: the same in the browser and where the server draws a first page. */
export function ShellApp({ client, router, domains, first, onShown }: Props) {
  useEffect(() => onShown?.(), [onShown]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <FirstFrameContext value={first}>
            <ZoneContext value={useZone(first)}>
              <Shell domains={domains} router={router} />
            </ZoneContext>
          </FirstFrameContext>
        </SessionProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** The drawing's, then the device's, a little at a time. */
function useZone(first: First | undefined): string | undefined {
  const [zone, setZone] = useState(first?.zone);
  useEffect(() => {
    if (zone !== undefined && zone !== zoneHere()) startTransition(() => setZone(undefined));
  }, [zone]);
  return zone;
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
