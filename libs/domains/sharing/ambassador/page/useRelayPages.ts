import { pagesOf, type OperationDocument } from '@portevoix/web';
import { useInfiniteQuery } from '@tanstack/react-query';

/** A connection, twenty rows at a time. Its first page stays on the device. */
export function useRelayPages<Result>(document: OperationDocument<Result, { first: number; after?: string | null }>, pageOf: Parameters<typeof pagesOf<Result, { first: number; after?: string | null }>>[2]) {
  return useInfiniteQuery({
    ...pagesOf(document, { first: 20 }, pageOf),
    meta: { offline: { keep: (data: { pages: unknown[]; pageParams: unknown[] }) => ({ pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }) } },
  });
}
