import { dayOf } from '@portevoix/identity/shared';
import { useViewer } from '@portevoix/web';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { periodOf } from './shownPeriod';

/** What the page shows, kept in its address. */
export function usePeriod() {
  const { organisation } = useViewer();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const today = dayOf(new Date(), organisation.timeZone);
  const period = periodOf(search, today);
  const set = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => Object.fromEntries(Object.entries({ ...old, ...changes }).filter(([, value]) => value !== undefined)) });
  return {
    today,
    period,
    setPeriod: (from: string, to: string) => set({ du: from, au: to, compareDu: undefined, compareAu: undefined }),
    setComparison: (from: string, to: string) => set({ compareDu: from, compareAu: to }),
    setCohort: (id: string | null) => set({ cohorte: id ?? undefined, origine: undefined }),
    setOrigin: (origin: string | null) => set({ origine: origin ?? undefined, cohorte: undefined }),
  };
}
