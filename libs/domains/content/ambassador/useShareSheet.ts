import { slotOf, useCan, useShell } from '@portevoix/web';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

const HERE = 'portevoixSheet';

/** The share sheet is a place: its publication is in the address, and « back » closes it. */
export function useShareSheet() {
  const navigate = useNavigate();
  const { history } = useRouter();
  const { partager } = useSearch({ strict: false }) as { partager?: unknown };
  const { domains, can } = useShell();
  const allowed = useCan('sharing:share');
  const open = useCallback(
    (publicationId: string) => void navigate({ to: '.', search: (before: object) => ({ ...before, partager: publicationId }), state: (before) => ({ ...before, [HERE]: true }), resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => {
    // Opened from this page: its entry of the history goes with it.
    if (HERE in history.location.state) history.back();
    else void navigate({ to: '.', search: ({ partager: _gone, ...rest }: { partager?: unknown }) => rest, replace: true, resetScroll: false });
  }, [history, navigate]);
  return {
    publicationId: partager === undefined ? null : String(partager),
    /** Undefined when nobody may share here. */
    open: allowed && slotOf(domains, 'publication.share', can).length > 0 ? open : undefined,
    close,
  };
}
