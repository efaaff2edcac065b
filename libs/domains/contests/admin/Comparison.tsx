import type { ComparedContestsQuery } from '@portevoix/graphql';
import { Card, TextLink, TruthLabel } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ComparedContests } from './contests.graphql';
import css from './facts.module.css';
import { texts } from './texts';
import { useContestTruths } from './truths';

type Row = ComparedContestsQuery['compareContests'][number];

/** The contests made from one template, side by side; nothing about fewer than five people. */
export function Comparison({ templateId }: { templateId: string }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  const { data } = useQuery(queryOf(ComparedContests, { templateId }));
  if (!data) return null;
  const figure = (value: (totals: NonNullable<Row['totals']>) => string) => ({ totals }: Row) => (totals ? value(totals) : t('compare.hidden'));
  const columns: TableColumn<Row>[] = [
    { id: 'contest', header: t('compare.contest'), rowHeader: true, cell: ({ contest, sameRules }) => <><TextLink href={`/animation/concours/${contest.id}`}>{contest.name}</TextLink> {sameRules ? null : `(${t('compare.otherRules')})`}</> },
    { id: 'days', header: t('compare.days'), align: 'end', cell: ({ days }) => format.number(days) },
    { id: 'active', header: t('compare.active'), align: 'end', cell: figure(({ activeMembers, members }) => t('list.goalOf', { done: format.number(activeMembers), target: format.number(members) })) },
    { id: 'perMember', header: t('compare.perMember'), align: 'end', cell: figure(({ sharesPerActiveMember }) => format.number(sharesPerActiveMember, { maximumFractionDigits: 1 })) },
    { id: 'clicks', header: t('compare.clicks'), align: 'end', cell: figure(({ clicks }) => format.number(clicks)) },
  ];
  return (
    <Card title={t('compare.title')}>
      {data.compareContests.length > 1 ? (
        <>
          <p className={css.labels}>
            <TruthLabel {...truth('contest-active-members', t('compare.active'))} /> <TruthLabel {...truth('contest-shares-per-member', t('compare.perMember'))} /> <TruthLabel {...truth('contest-valid-clicks', t('compare.clicks'))} />
          </p>
          <DataTable caption={t('compare.title')} columns={columns} rows={data.compareContests} rowId={({ contest }) => contest.id} rowLabel={({ contest }) => contest.name} />
        </>
      ) : (
        <p>{t('compare.alone')}</p>
      )}
    </Card>
  );
}
