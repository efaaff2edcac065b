import { FeedFilter } from '@portevoix/content/shared';
import type { FeedFilter as FeedFilterName } from '@portevoix/graphql';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export interface FeedView {
  filter: FeedFilterName;
  themeId: string | null;
}

const IN_ADDRESS: Readonly<Record<string, FeedFilterName>> = { partager: FeedFilter.SHAREABLE, interne: FeedFilter.INTERNAL };

/** What of the feed is shown, kept in the address: `?filtre=partager`, `?theme=<id>`. */
export function useFeedView(): { view: FeedView; show: (view: FeedView) => void } {
  const { filtre, theme } = useSearch({ strict: false }) as { filtre?: unknown; theme?: unknown };
  const navigate = useNavigate();
  const view = useMemo<FeedView>(() => ({ filter: IN_ADDRESS[String(filtre)] ?? FeedFilter.FOR_YOU, themeId: typeof theme === 'string' ? theme : null }), [filtre, theme]);
  const show = useCallback(
    ({ filter, themeId }: FeedView) => {
      const name = Object.keys(IN_ADDRESS).find((key) => IN_ADDRESS[key] === filter);
      void navigate({
        to: '.',
        search: ({ filtre: _filter, theme: _theme, ...rest }: { filtre?: unknown; theme?: unknown }) => ({ ...rest, ...(name && { filtre: name }), ...(themeId && { theme: themeId }) }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { view, show };
}
