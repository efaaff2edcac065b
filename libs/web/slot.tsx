import { createContext, Suspense, use, type ComponentType, type ReactNode } from 'react';
import { Boundary } from './boundary';
import { slotOf, type Can, type Domain, type SlotName, type SlotProps } from './domain';

interface ShellContext {
  domains: readonly Domain[];
  can: Can;
}

const Context = createContext<ShellContext>({ domains: [], can: () => false });

export function ShellProvider({ domains, can, children }: ShellContext & { children: ReactNode }) {
  return <Context value={{ domains, can }}>{children}</Context>;
}

export const useShell = (): ShellContext => use(Context);

/**
 * The parts that domains give to a composed screen, in order. A part that fails or still loads leaves the others alone.
 * `fallback` is shown when nobody fills the slot; `together`: no part shows before the page's own Suspense has all of them,
 * so that none pushes another down.
 */
export function Slot<Name extends SlotName>({ name, fallback = null, pending = null, together = false, ...props }: { name: Name; fallback?: ReactNode; pending?: ReactNode; together?: boolean } & SlotProps[Name]) {
  const { domains, can } = useShell();
  const entries = slotOf(domains, name, can);
  if (!entries.length) return fallback;
  return entries.map(({ component, domain }, index) => {
    const Part = component as ComponentType<object>;
    const part = <Part {...props} />;
    return <Boundary key={`${domain.id}.${index}`}>{together ? part : <Suspense fallback={pending}>{part}</Suspense>}</Boundary>;
  });
}

/** The app behind its gates, the first outermost. A gate is not a lazy component: it gives `children` unless it has its own page to show. */
export function Gates({ children }: { children: ReactNode }) {
  const { domains, can } = useShell();
  return slotOf(domains, 'ambassador.gate', can).reduceRight<ReactNode>((inside, { component: Gate, domain }) => <Gate key={domain.id}>{inside}</Gate>, children);
}
