import { useFeedItem } from '@portevoix/content/ambassador';
import type { PrepareShareQuery } from '@portevoix/graphql';
import { NetworkFailure, queryOf, useOnline, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { PrepareShare } from '../sharing.graphql';

export type Preparation = Pick<PrepareShareQuery['prepareShare'], 'variants' | 'initialText' | 'initialVariantId' | 'draft' | 'disclosure' | 'mastodonInstance' | 'shortUrlLength' | 'remainingToday' | 'dailyCap' | 'shares'> & {
  publication: PrepareShareQuery['prepareShare']['publication'] | null;
};

/** What the sheet starts from; without a network and nothing kept, a blank page with the organisation's mention. */
export function usePreparation(publicationId: string) {
  const online = useOnline();
  const { disclosure } = useViewer().organisation;
  const received = useFeedItem(publicationId);
  const query = useQuery({ ...queryOf(PrepareShare, { publicationId }), staleTime: 0, meta: { offline: true } });
  const blank: Preparation = { publication: received ?? null, variants: [], initialText: '', initialVariantId: null, draft: null, disclosure, mastodonInstance: null, shortUrlLength: 24, remainingToday: 1, dailyCap: 1, shares: [] };
  const away = !online || query.error instanceof NetworkFailure;
  const preparation: Preparation | undefined = query.data?.prepareShare ?? (away ? blank : undefined);
  return { preparation, error: preparation ? null : query.error, retry: () => void query.refetch() };
}
