import { lazyPage, queryOf, useDeviceValue, useSession } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState, type ReactNode } from 'react';
import { PendingAcceptancesDocument } from './programme.graphql';

const AcceptanceSteps = lazyPage(() => import('./AcceptanceSteps'), 'AcceptanceSteps');

const LATER = 'portevoix.programmes.later';
const isLater = (key: string) => sessionStorage.getItem(LATER) === key;

/**
 * The raison d'être and the charter, before the app at the first session and again on a new version. « Plus tard » lets
 * the person in for this session: nothing is imposed, and nobody sees it.
 */
export function AcceptanceGate({ children }: { children: ReactNode }) {
  const { viewer } = useSession();
  const { data } = useQuery({ ...queryOf(PendingAcceptancesDocument), staleTime: 5 * 60_000, enabled: viewer?.roles.includes('AMBASSADOR') ?? false });
  const [put, setPut] = useState<string>();
  const pending = data?.myPendingAcceptances;
  const key = pending ? `${viewer?.person.id} ${pending.statement?.n ?? ''} ${pending.isRecalled} ${pending.charter?.n ?? ''}` : '';
  // A server that draws the page does not know what was put off in this tab.
  const putBefore = useDeviceValue(() => isLater(key), false);
  if (!pending || put === key || putBefore) return children;
  const later = () => {
    sessionStorage.setItem(LATER, key);
    setPut(key);
  };
  return (
    <Suspense fallback={null}>
      <AcceptanceSteps pending={pending} onLater={later} />
    </Suspense>
  );
}
