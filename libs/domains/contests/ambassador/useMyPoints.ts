import { pagesOf } from '@portevoix/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MyPoints } from './contests.graphql';

/** The person's own lines of one contest, ten at a time, latest first. */
export function useMyPoints(id: string) {
  const query = useInfiniteQuery({ ...pagesOf(MyPoints, { id, first: 10 }, ({ contest }) => contest.myLedger), meta: { offline: true } });
  const lines = query.data?.pages.flatMap(({ contest }) => contest.myLedger.edges.map(({ node }) => node)) ?? [];
  return { lines, pending: query.isPending, offline: query.isPending && query.fetchStatus === 'paused', error: lines.length ? null : query.error, retry: () => void query.refetch(), hasMore: query.hasNextPage, more: () => void query.fetchNextPage(), loading: query.isFetchingNextPage };
}
