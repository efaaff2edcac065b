import { ErrorState, SkeletonRows } from '@portevoix/ui';
import { EmptyScene } from '@portevoix/ui/ambassador';
import { errorText, queryOf, Settled, usePageFrame, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ContestView } from './ContestView';
import { MyContests } from './contests.graphql';
import { texts } from './texts';

/** The running contest first; another one by its address. */
export function ContestsPage() {
  const t = useT(texts);
  const { contestId } = useParams({ strict: false }) as { contestId?: string };
  usePageFrame({ title: t('nav.contests'), layout: 'wide' });
  return (
    <Settled key={contestId} pending={<SkeletonRows />}>
      <Contest {...(contestId && { contestId })} />
    </Settled>
  );
}

function Contest({ contestId }: { contestId?: string }) {
  const t = useT(texts);
  const { data, error, fetchStatus, refetch } = useQuery({ ...queryOf(MyContests), meta: { offline: true } });
  if (!data && error) return <ErrorState title={t('failed')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return fetchStatus === 'paused' ? <EmptyScene title={t('offlineTitle')} reason={t('offlineReason')} /> : null;
  const id = contestId ?? data.contests[0]?.id;
  if (!id) return <EmptyScene title={t('empty.title')} reason={t('empty.reason')} action={{ label: t('empty.action'), href: '/' }} />;
  return <ContestView key={id} id={id} others={data.contests.filter((contest) => contest.id !== id)} />;
}
