import type { ManagedContestQuery } from '@portevoix/graphql';
import { Card, TruthLabel } from '@portevoix/ui';
import { DataTable } from '@portevoix/ui/admin';
import { useFormat, useT } from '@portevoix/web';
import css from './facts.module.css';
import { texts } from './texts';
import { useContestTruths } from './truths';

/** Those who chose to be ranked, under the name they chose. */
export function Board({ contest: { leaderboard, rankedPeople, cohortSize } }: { contest: ManagedContestQuery['contest'] }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  return (
    <Card title={t('contest.board')}>
      {leaderboard.length ? (
        <>
          <p className={css.intro}>{t('contest.boardCount', { count: rankedPeople, people: format.number(cohortSize) })} <TruthLabel {...truth('contest-points', t('contest.rulePoints'))} /></p>
          <DataTable
            caption={t('contest.board')}
            columns={[
              { id: 'rank', header: t('contest.rank'), width: '4rem', cell: ({ rank }) => format.number(rank) },
              { id: 'alias', header: t('contest.alias'), rowHeader: true, cell: ({ name }) => name },
              { id: 'points', header: t('contest.rulePoints'), align: 'end', cell: ({ points }) => format.number(points) },
            ]}
            rows={leaderboard}
            rowId={({ position }) => String(position)}
            rowLabel={({ name }) => name}
          />
        </>
      ) : (
        <p>{t('contest.boardEmpty')}</p>
      )}
    </Card>
  );
}
