import { minutesOf, PublicationPicture } from '@portevoix/content/ambassador';
import { ActionButton, EmptyScene, ErrorScene, ListRow, RowList } from '@portevoix/ui/ambassador';
import { SkeletonRows } from '@portevoix/ui';
import { errorText, useFormat, useT } from '@portevoix/web';
import { IconPencil } from '@tabler/icons-react';
import { MyShares, ReadyToShare } from '../sharing.graphql';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { useRelayPages } from './useRelayPages';

/** Everything that may be shared, newest first; one press opens the sheet. */
export function ReadyList({ onShare }: { onShare: ((publicationId: string) => void) | undefined }) {
  const t = useT(texts);
  const list = useRelayPages(ReadyToShare, ({ feed }) => feed);
  const items = list.data?.pages.flatMap(({ feed }) => feed.edges.map(({ node }) => node)) ?? [];
  const shared = useSharedOn();
  if (!list.data && list.error) {
    const failure = errorText(list.error);
    return <ErrorScene title={t('page.failed')} {...failure} code={failure.code} primary={{ label: t('sheet.retry'), onClick: () => void list.refetch() }} />;
  }
  if (!list.data) return list.fetchStatus === 'paused' ? <EmptyScene title={t('page.offlineTitle')} reason={t('page.offlineReason')} /> : <SkeletonRows />;
  if (!items.length) return <EmptyScene title={t('page.noneTitle')} reason={t('page.noneReason')} action={{ label: t('page.toFeed'), href: '/' }} />;
  return (
    <>
      <p className={css.lead}>{t('page.lead')}</p>
      <RowList label={t('page.ready')}>
        {items.map((item) => (
          <ListRow
            key={item.id}
            thumb={<PublicationPicture {...item} />}
            title={item.title}
            detail={[item.themes[0]?.name, shared(item.id) ?? t('page.minutes', { count: minutesOf(item.wordCount) })].filter(Boolean).join(' · ')}
            {...(onShare ? { onClick: () => onShare(item.id), end: <IconPencil size={20} stroke={1.8} aria-label={t('page.share')} /> } : { href: `/lire/${item.id}` })}
          />
        ))}
      </RowList>
      {list.hasNextPage ? <ActionButton tone="soft" full label={t('page.more')} onClick={() => void list.fetchNextPage()} busyLabel={list.isFetchingNextPage ? t('sheet.loading') : null} /> : null}
    </>
  );
}

/** Where I already shared a content, in words, among my latest shares. */
function useSharedOn(): (publicationId: string) => string | null {
  const t = useT(texts);
  const format = useFormat();
  const { data } = useRelayPages(MyShares, ({ myShares }) => myShares);
  const shares = data?.pages.flatMap(({ myShares }) => myShares.edges.map(({ node }) => node)) ?? [];
  return (publicationId) => {
    const networks = shares.filter((share) => share.publicationId === publicationId && !share.retractedAt).map(({ network }) => t(`networks.${network}`));
    return networks.length ? t('page.shared', { networks: format.list(networks) }) : null;
  };
}
