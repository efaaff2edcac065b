import { request, type OperationDocument } from '@portevoix/web';
import { useInfiniteQuery } from '@tanstack/react-query';

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A connection, twenty rows at a time. Its first page stays on the device. */
export function useRelayPages<Result>(name: string, document: OperationDocument<Result, { first: number; after?: string | null }>, pageOf: (result: Result) => Page) {
  return useInfiniteQuery({
    queryKey: [name, 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => request(document, { first: 20, after: pageParam }, { signal }),
    getNextPageParam: (last: Result) => {
      const { hasNextPage, endCursor } = pageOf(last).pageInfo;
      return hasNextPage ? (endCursor ?? null) : null;
    },
    meta: { offline: { keep: (data: { pages: unknown[]; pageParams: unknown[] }) => ({ pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }) } },
  });
}
