import { Button } from '@mantine/core';
import type { AllContestsQuery } from '@portevoix/graphql';
import { EmptyState, ErrorState, PageHeader, Pill, Stack, TextLink, TruthLabel } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { AppLink, errorText, queryOf, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { AllContests } from './contests.graphql';
import { texts } from './texts';
import css from './facts.module.css';
import { stateOf, TONES } from './states';
import { useContestTruths } from './truths';

type Row = AllContestsQuery['allContests'][number];

/** Every contest, drafts included. */
export function ContestsPage() {
  const t = useT(texts);
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(queryOf(AllContests, {}));
  const view = useTableView({ title: t('list.title'), columns: columnsOf(t, format), rows: data?.allContests ?? [] });
  const create = (
    <Button component={AppLink} href="/animation/concours/nouveau" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('list.create')}
    </Button>
  );
  return (
    <Stack>
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} actions={data?.allContests.length ? create : null} />
      <GoalLabels />
      <DataTable
        {...view}
        caption={t('list.title')}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('list.failed')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('list.emptyTitle')} reason={t('list.emptyReason')} action={create} />}
      />
    </Stack>
  );
}

/** How the goals of the list are counted. */
export function GoalLabels() {
  const t = useT(texts);
  const truth = useContestTruths();
  return (
    <p className={css.labels}>
      <TruthLabel {...truth('contest-goal-shares', t('metrics.DECLARED_SHARES'))} /> <TruthLabel {...truth('contest-goal-clicks', t('metrics.VALID_CLICKS'))} />
    </p>
  );
}

/** Columns of a list of contests. */
export function columnsOf(t: Translate<(typeof texts)['messages']>, format: Format): TableColumn<Row>[] {
  return [
    { id: 'name', header: t('list.name'), rowHeader: true, value: ({ name }) => name, cell: ({ id, name }) => <TextLink href={`/animation/concours/${id}`} quiet>{name}</TextLink> },
    { id: 'cohort', header: t('list.cohort'), quiet: true, value: ({ cohortName }) => cohortName, cell: ({ cohortName }) => cohortName },
    { id: 'dates', header: t('list.dates'), value: ({ firstDay }) => firstDay, cell: ({ firstDay, lastDay }) => format.dateRange(firstDay, lastDay) },
    { id: 'state', header: t('list.state'), value: (row) => t(`states.${stateOf(row)}`), cell: (row) => <Pill tone={TONES[stateOf(row)]}>{t(`states.${stateOf(row)}`)}</Pill> },
    { id: 'goal', header: t('list.goal'), align: 'end', value: ({ collectiveProgress: { done } }) => done, cell: ({ collectiveProgress: { done, target } }) => t('list.goalOf', { done: format.number(done), target: format.number(target) }) },
  ];
}
