import { ActionButton, EmptyScene, Feed, FeedSkeleton, ErrorScene } from '@portevoix/ui/ambassador';
import { FeedFilter } from '@portevoix/content/shared';
import { errorText, Slot, useCan, useOnline, useT } from '@portevoix/web';
import { useCallback, useDeferredValue, useMemo, type ReactNode } from 'react';
import css from '../content.module.css';
import { texts } from '../texts';
import { useShareSheet } from '../useShareSheet';
import { FeedFilters } from './FeedFilters';
import { PublicationCard } from './PublicationCard';
import { useFeedView, type FeedView } from './useFeedView';
import { itemsOf, useFeed, type FeedItem } from './useFeed';
import { useItemActions } from './useItemActions';
import { useNearEnd } from './useNearEnd';
import { useWhyShown } from './whyShown';

/** A screen's worth: drawn at once, the rest right after, a little at a time. */
const FIRST = 3;
/** Between two large pictures. */
const LARGE_EVERY = 6;
const EVERYTHING: FeedView = { filter: FeedFilter.FOR_YOU, themeId: null };

/** The feed of the home: filters, cards, what comes next. */
export function FeedPart() {
  const t = useT(texts);
  const { view, show } = useFeedView();
  const sheet = useShareSheet();
  return (
    <section className={css.feed} aria-label={t('feed.label')}>
      <FeedFilters view={view} onShow={show} />
      <FeedList key={`${view.filter}.${view.themeId ?? ''}`} view={view} onShow={show} onShare={sheet.open} />
      {sheet.publicationId && sheet.open ? <Slot name="publication.share" publicationId={sheet.publicationId} onClose={sheet.close} /> : null}
    </section>
  );
}

interface FeedListProps {
  view: FeedView;
  onShow: (view: FeedView) => void;
  onShare: ((publicationId: string) => void) | undefined;
}

function FeedList({ view, onShow, onShare }: FeedListProps) {
  const t = useT(texts);
  const online = useOnline();
  const feed = useFeed(view);
  const { dismiss, acknowledge } = useItemActions();
  const why = useWhyShown((themeId) => onShow({ filter: FeedFilter.FOR_YOU, themeId }));
  const items = useMemo(() => itemsOf(feed.data), [feed.data]);
  if (!feed.data) {
    if (feed.error) return <FeedFailure error={feed.error} onRetry={() => void feed.refetch()} />;
    if (feed.fetchStatus === 'paused') return <EmptyScene title={t('feed.offlineTitle')} reason={t('feed.offlineReason')} />;
    return <FeedSkeleton label={t('feed.loading')} cardsOnly />;
  }
  if (!items.length && !feed.hasNextPage) return <EmptyFeed view={view} onShow={onShow} />;
  return (
    <Feed end={feed.hasNextPage ? undefined : t('feed.end')}>
      <Cards items={items} then={feed.hasNextPage ? <More loading={feed.isFetchingNextPage} failed={feed.isFetchNextPageError} online={online} onMore={feed.fetchNextPage} /> : null}>
        {(item, index) => <PublicationCard key={item.id} item={item} compact={index % LARGE_EVERY !== 0} why={why(item)} onShare={onShare} onDismiss={dismiss} onAcknowledge={acknowledge} />}
      </Cards>
    </Feed>
  );
}

/** `then` stands below the last of them, once it is there. */
function Cards({ items, children, then }: { items: readonly FeedItem[]; children: (item: FeedItem, index: number) => ReactNode; then: ReactNode }) {
  const shown = useDeferredValue(items, items.slice(0, FIRST));
  return (
    <>
      {shown.map(children)}
      {shown === items || shown.length > FIRST ? then : null}
    </>
  );
}

/** A button, pressed by itself when it comes near; not after a failure, nor without a network. */
function More({ loading, failed, online, onMore }: { loading: boolean; failed: boolean; online: boolean; onMore: () => Promise<unknown> }) {
  const t = useT(texts);
  const more = useCallback(() => void onMore(), [onMore]);
  const near = useNearEnd(more, online && !loading && !failed);
  return (
    <div ref={near} className={css.more}>
      {online ? <ActionButton tone="soft" full label={t('feed.more')} onClick={more} busyLabel={loading ? t('feed.loading') : null} /> : <p>{t('feed.offlineEnd')}</p>}
    </div>
  );
}

function EmptyFeed({ view, onShow }: Pick<FeedListProps, 'view' | 'onShow'>) {
  const t = useT(texts);
  const edits = useCan('content:edit');
  const filtered = view.filter !== FeedFilter.FOR_YOU || view.themeId !== null;
  return (
    <EmptyScene
      title={t('feed.emptyTitle')}
      reason={t(filtered ? 'feed.emptyFiltered' : 'feed.emptyReason')}
      action={filtered ? { label: t('feed.all'), onClick: () => onShow(EVERYTHING) } : edits ? { label: t('feed.prepare'), onClick: () => location.assign('/admin/contenus') } : { label: t('feed.programme'), href: '/moi/programme' }}
    />
  );
}

function FeedFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT(texts);
  const { code, ...text } = errorText(error);
  return <ErrorScene title={t('feed.failed')} {...text} code={code} primary={{ label: t('feed.retry'), onClick: onRetry }} />;
}
