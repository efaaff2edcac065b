import { Button } from '@mantine/core';
import type { CohortsQuery } from '@portevoix/graphql';
import { EmptyState, ErrorState, PageHeader, Pill, SkeletonTable, Stack, TextLink, TruthLabel, UiLink } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, queryOf, useCan, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconCircleDashed, IconPlus, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { CohortsDocument } from './cohorts.graphql';
import { texts, type Texts } from './texts';
import { useCohortTruths } from './truths';

type Row = CohortsQuery['cohorts'][number];

export function CohortsPage() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useCohortTruths();
  const canManage = useCan('cohorts:manage');
  const { data, error, isPending, refetch } = useQuery(queryOf(CohortsDocument));
  const view = useTableView({ title: t('list.title'), columns: columnsOf(t, format), rows: data?.cohorts ?? [] });
  if (error) return <ErrorState title={t('list.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonTable />;
  const { cohorts } = data;
  const create = canManage ? (
    <Button component={UiLink} href="/cohortes/nouvelle" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('nav.create')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('list.title')} subtitle={cohorts.length ? t('list.subtitle', { count: cohorts.length }) : undefined} actions={cohorts.length ? create : null} />
      <Stack>
        {cohorts.length ? (
          <>
            <p>
              <TruthLabel {...truth('cohort-members', t('list.members'))} />
            </p>
            <DataTable {...view} caption={t('list.title')} rowId={({ id }) => id} rowLabel={({ name }) => name} />
          </>
        ) : (
          <EmptyState title={t('list.emptyTitle')} reason={t('list.emptyReason')} action={create} />
        )}
      </Stack>
    </>
  );
}

function columnsOf(t: Translate<Texts>, format: Format): TableColumn<Row>[] {
  const strategyOf = ({ strategy, founding }: Row) => [t(`strategies.${strategy}`), founding && t('list.founding')].filter(Boolean).join(' · ');
  return [
    { id: 'name', header: t('list.name'), rowHeader: true, value: ({ name }) => name, cell: ({ id, name }) => <TextLink href={`/cohortes/${id}`} quiet>{name}</TextLink> },
    { id: 'strategy', header: t('list.strategy'), quiet: true, value: strategyOf, cell: strategyOf },
    { id: 'referent', header: t('list.referent'), value: ({ referent }) => referent.displayName, cell: ({ referent }) => referent.displayName },
    { id: 'state', header: t('list.state'), value: ({ launchedAt }) => t(launchedAt ? 'list.launched' : 'list.preparing'), cell: ({ launchedAt }) => <CohortState launched={Boolean(launchedAt)} /> },
    { id: 'start', header: t('list.start'), align: 'end', value: ({ startsOn }) => startsOn, cell: ({ startsOn }) => format.date(startsOn) },
    { id: 'members', header: t('list.members'), align: 'end', value: ({ memberCount }) => memberCount, cell: ({ memberCount }) => format.number(memberCount) },
  ];
}

export function CohortState({ launched }: { launched: boolean }) {
  const t = useT(texts);
  return launched ? (
    <Pill tone="good" icon={<IconRocket size={14} aria-hidden />}>{t('list.launched')}</Pill>
  ) : (
    <Pill tone="info" icon={<IconCircleDashed size={14} aria-hidden />}>{t('list.preparing')}</Pill>
  );
}
