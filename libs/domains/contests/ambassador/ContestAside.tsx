import { TextLink } from '@portevoix/ui';
import { SectionTitle } from '@portevoix/ui/ambassador';
import { queryOf, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ContestAsideQuery } from './contests.graphql';
import { Goal } from './Goal';
import { texts } from './texts';

/** Beside the feed: what the group is doing together now. Nothing without a running contest. */
export function ContestAside() {
  const t = useT(texts);
  const { data } = useQuery({ ...queryOf(ContestAsideQuery), meta: { offline: true } });
  const contest = data?.contests.find(({ state }) => state === 'RUNNING');
  if (!contest) return null;
  return (
    <section>
      <SectionTitle title={contest.name} end={<TextLink href={`/concours/${contest.id}`}>{t('goal.open')}</TextLink>} />
      <Goal contest={contest} />
    </section>
  );
}
