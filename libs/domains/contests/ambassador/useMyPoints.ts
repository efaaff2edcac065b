import type { MyPointsQuery } from '@portevoix/graphql';
import { request } from '@portevoix/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MyPoints } from './contests.graphql';

/** The person's own lines of one contest, ten at a time, latest first. */
export function useMyPoints(id: string) {
  const query = useInfiniteQuery({
    queryKey: ['MyPoints', { id }],
    queryFn: ({ pageParam, signal }) => request(MyPoints, { id, first: 10, after: pageParam }, { signal }),
    meta: { offline: true },
    initialPageParam: null as string | null,
    getNextPageParam: ({ contest }: MyPointsQuery) => (contest.myLedger.pageInfo.hasNextPage ? contest.myLedger.pageInfo.endCursor : null),
  });
  const lines = query.data?.pages.flatMap(({ contest }) => contest.myLedger.edges.map(({ node }) => node)) ?? [];
  return { lines, pending: query.isPending, offline: query.isPending && query.fetchStatus === 'paused', error: lines.length ? null : query.error, retry: () => void query.refetch(), hasMore: query.hasNextPage, more: () => void query.fetchNextPage(), loading: query.isFetchingNextPage };
}
