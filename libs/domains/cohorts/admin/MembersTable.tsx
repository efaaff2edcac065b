import { Button } from '@mantine/core';
import type { CohortMembersQuery } from '@portevoix/graphql';
import { dayOf } from '@portevoix/identity/shared';
import { Avatar, EmptyState, ErrorState, Notice, Stack, TruthLabel } from '@portevoix/ui';
import { DataTable, DateField, type TableColumn } from '@portevoix/ui/admin';
import { errorText, pagesOf, useFormat, useT, useTableView, useViewer, type Format, type Translate } from '@portevoix/web';
import { IconShieldLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CohortMembersDocument } from './cohorts.graphql';
import type { Cohort } from './CohortPage';
import css from './cohorts.module.css';
import { MoveMembersModal } from './MoveMembersModal';
import { useOriginName } from './origins';
import { texts, type Texts } from './texts';
import { useCohortTruths } from './truths';

type Member = CohortMembersQuery['cohortMembers']['edges'][number]['node'];

/** Members as a day ended: who, how they came and since when, never what they do. */
export function MembersTable({ cohort: { id: cohortId, viewerCanManage } }: { cohort: Cohort }) {
  const t = useT(texts);
  const format = useFormat();
  const today = dayOf(new Date(), useViewer().organisation.timeZone);
  const [on, setOn] = useState(today);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState(false);
  const query = useInfiniteQuery({ ...pagesOf(CohortMembersDocument, { cohortId, on, first: 50 }, ({ cohortMembers }) => cohortMembers), placeholderData: keepPreviousData });
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const rows = data?.pages.flatMap(({ cohortMembers }) => cohortMembers.edges.map(({ node }) => node)) ?? [];
  const count = data?.pages[0]?.cohortMembers.count ?? 0;
  const truth = useCohortTruths();
  const view = useTableView({ title: t('members.caption'), columns: columnsOf(t, format, useOriginName()), rows, pages: query, total: count });
  return (
    <Stack>
      <div className={css.asOf}>
        <DateField label={t('members.on')} value={on} max={today} onChange={(day) => setOn(day ?? today)} />
        {on === today ? null : <Button size="sm" variant="subtle" onClick={() => setOn(today)}>{t('members.today')}</Button>}
        <p aria-live="polite">{data ? t('members.asOf', { count, date: format.date(on, 'long') }) : null}</p>
        {data ? <TruthLabel {...truth('cohort-members')} /> : null}
      </div>
      <DataTable
        {...view}
        caption={t('members.caption')}
        rowId={({ person }) => person.id}
        rowLabel={({ person }) => person.displayName}
        {...(viewerCanManage && on === today && { selection: { selected, onChange: setSelected, countLabel: (total) => t('members.selected', { count: total }), actions: <Button size="sm" onClick={() => setMoving(true)}>{t('members.move')}</Button> } })}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('members.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('members.emptyTitle')} reason={t('members.emptyReason')} />}
      />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('members.more')}
        </Button>
      ) : null}
      <MoveMembersModal fromCohortId={cohortId} personIds={[...selected]} opened={moving} onClose={() => setMoving(false)} onDone={() => setSelected(new Set())} />
      <Notice icon={<IconShieldLock size={18} aria-hidden />}>{t('members.privacy')}</Notice>
    </Stack>
  );
}

function MemberName({ name, title }: { name: string; title?: string | null }) {
  return (
    <span className={css.member}>
      <Avatar name={name} />
      <span>
        {name}
        {title ? <small>{title}</small> : null}
      </span>
    </span>
  );
}

function columnsOf(t: Translate<Texts>, format: Format, originName: ReturnType<typeof useOriginName>): TableColumn<Member>[] {
  const placeOf = ({ person }: Member) => person.groups.map(({ name }) => name).join(', ');
  return [
    { id: 'name', header: t('members.name'), rowHeader: true, value: ({ person }) => person.displayName, cell: ({ person }) => <MemberName name={person.displayName} title={person.jobTitle} /> },
    { id: 'place', header: t('members.place'), quiet: true, value: placeOf, cell: (row) => placeOf(row) || '—' },
    { id: 'origin', header: t('members.origin'), value: ({ origin }) => originName(origin), cell: ({ origin, rationale }) => (rationale ? <span title={rationale}>{originName(origin)}<small className={css.rationale}>{rationale}</small></span> : originName(origin)) },
    { id: 'since', header: t('members.since'), align: 'end', width: '8.5rem', value: ({ since }) => since, cell: ({ since }) => format.date(since) },
  ];
}
