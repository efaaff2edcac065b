import { ActionButton, EmptyScene, ErrorScene, ExampleCard, NetworkIcon } from '@portevoix/ui/ambassador';
import { SkeletonRows } from '@portevoix/ui';
import { errorText, useT } from '@portevoix/web';
import css from '../sharing.module.css';
import { MyShares } from '../sharing.graphql';
import { texts } from '../texts';
import { MyShareCard } from './MyShareCard';
import { useRelayPages } from './useRelayPages';

export interface MySharesListProps {
  onShare: ((publicationId: string) => void) | undefined;
  onIdeas: () => void;
}

/** My shares, newest first, each with what it did. */
export function MySharesList({ onShare, onIdeas }: MySharesListProps) {
  const t = useT(texts);
  const list = useRelayPages(MyShares, ({ myShares }) => myShares);
  const shares = list.data?.pages.flatMap(({ myShares }) => myShares.edges.map(({ node }) => node)) ?? [];
  if (!list.data && list.error) {
    const failure = errorText(list.error);
    return <ErrorScene title={t('page.failed')} {...failure} code={failure.code} primary={{ label: t('sheet.retry'), onClick: () => void list.refetch() }} />;
  }
  if (!list.data) return list.fetchStatus === 'paused' ? <EmptyScene title={t('page.offlineTitle')} reason={t('page.offlineReason')} /> : <SkeletonRows />;
  if (!shares.length) {
    const card = <ExampleCard icon={<NetworkIcon network="linkedin" size={17} />} detail="LinkedIn" mark={t('page.example')} text={t('page.exampleText')} note={t('page.exampleNote')} />;
    return <EmptyScene title={t('page.emptyTitle')} reason={t('page.emptyReason')} action={{ label: t('page.ideas'), onClick: onIdeas }} example={{ label: t('page.exampleLabel'), card }} />;
  }
  return (
    <div className={css.cards}>
      {shares.map((share) => <MyShareCard key={share.id} share={share} onShare={onShare} />)}
      {list.hasNextPage ? <ActionButton tone="soft" full label={t('page.more')} onClick={() => void list.fetchNextPage()} busyLabel={list.isFetchingNextPage ? t('sheet.loading') : null} /> : null}
    </div>
  );
}
