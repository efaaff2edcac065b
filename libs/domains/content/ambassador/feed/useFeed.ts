import type { FeedItemFragment, FeedQuery as FeedResult } from '@portevoix/graphql';
import { pagesOf } from '@portevoix/web';
import { useInfiniteQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { FeedQuery } from '../content.graphql';
import type { FeedView } from './useFeedView';

export type FeedItem = FeedItemFragment;
export type FeedPages = InfiniteData<FeedResult>;

/** Also what is readable without a network. */
const PAGE = 20;

export const feedKey = (view?: FeedView) => (view ? (['Feed', { filter: view.filter, themeId: view.themeId }] as const) : (['Feed'] as const));

export const itemsOf = (data: FeedPages | undefined): FeedItem[] => data?.pages.flatMap(({ feed }) => feed.edges.map(({ node }) => node)) ?? [];

/** The feed page after page; its first page stays on the device. */
export function useFeed(view: FeedView) {
  return useInfiniteQuery({
    ...pagesOf(FeedQuery, { first: PAGE, filter: view.filter, themeId: view.themeId }, ({ feed }) => feed),
    queryKey: feedKey(view),
    staleTime: 60_000,
    meta: { offline: { keep: ({ pages, pageParams }: FeedPages) => ({ pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }) } },
  });
}

/** Changes one item, or takes it away, in every view of the feed. */
export function changeItem(client: QueryClient, id: string, change: (item: FeedItem) => FeedItem | null): void {
  client.setQueriesData<FeedPages>({ queryKey: feedKey() }, (data) =>
    data && {
      ...data,
      pages: data.pages.map(({ feed }) => ({
        feed: {
          ...feed,
          edges: feed.edges.flatMap((edge) => {
            const node = edge.node.id === id ? change(edge.node) : edge.node;
            return node ? [{ ...edge, node }] : [];
          }),
        },
      })),
    },
  );
}

/** An item that some view of the feed already received. */
export function itemInFeed(client: QueryClient, id: string): FeedItem | undefined {
  for (const [, data] of client.getQueriesData<FeedPages>({ queryKey: feedKey() })) {
    const item = itemsOf(data).find((candidate) => candidate.id === id);
    if (item) return item;
  }
  return undefined;
}

/** The same, for another domain's part of the page: what is known of a content without a network. */
export const useFeedItem = (id: string): FeedItem | undefined => itemInFeed(useQueryClient(), id);
