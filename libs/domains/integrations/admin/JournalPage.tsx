import { Button, Select, VisuallyHidden } from '@mantine/core';
import { EmptyState, ErrorState, Notice, PageHeader, Stack } from '@portevoix/ui';
import { DataTable, DateRangeField, type TableColumn } from '@portevoix/ui/admin';
import { errorText, pagesOf, queryOf, useFormat, useT, useTableView, useViewer } from '@portevoix/web';
import { IconShieldLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditEntriesQuery } from '@portevoix/graphql';
import { useState } from 'react';
import { AuditChoicesDocument, AuditEntriesDocument } from './audit.graphql';
import css from './journal.module.css';
import { texts } from './texts';

type Row = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

interface Filters {
  acte?: string;
  personne?: string;
  du?: string;
  au?: string;
}

function useJournal({ acte, personne, du, au }: Filters) {
  const variables = { first: 50, operation: acte ?? null, actorId: personne ?? null, from: du ?? null, to: au ?? null };
  return useInfiniteQuery({ ...pagesOf(AuditEntriesDocument, variables, ({ auditEntries }) => auditEntries), placeholderData: keepPreviousData });
}

/** Who did what to the programme. What people do for themselves is not in it. */
export function JournalPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const filters = useSearch({ strict: false }) as Filters;
  const setFilters = (next: Filters) => void navigate({ to: '.', search: { ...filters, ...next } as never, replace: true });
  const journal = useJournal(filters);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = journal;
  const rows = data?.pages.flatMap(({ auditEntries: { edges } }) => edges.map(({ node }) => node)) ?? [];
  const nameOf = useNameOf();
  const view = useTableView({ title: t('title'), columns: useColumns(), rows, pages: journal });
  const isFiltered = Boolean(filters.acte ?? filters.personne ?? filters.du ?? filters.au);
  const clear = <Button variant="default" onClick={() => void navigate({ to: '.', search: {} as never })}>{t('clear')}</Button>;
  return (
    <Stack>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <DataTable
        {...view}
        caption={t('title')}
        rowId={({ id }) => id}
        rowLabel={({ operation }) => nameOf(operation)}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t(isFiltered ? 'nothingTitle' : 'emptyTitle')} reason={t(isFiltered ? 'nothingReason' : 'emptyReason')} action={isFiltered ? clear : undefined} />}
        filters={<JournalFilters key={`${filters.du ?? ''}${filters.au ?? ''}`} filters={filters} onChange={setFilters} />}
      />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      <Notice icon={<IconShieldLock size={18} aria-hidden />}>{t('privacy')}</Notice>
    </Stack>
  );
}

function JournalFilters({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const t = useT(texts);
  const nameOf = useNameOf();
  const choices = useQuery(queryOf(AuditChoicesDocument)).data?.auditChoices;
  const [days, setDays] = useState<[string | null, string | null]>([filters.du ?? null, filters.au ?? null]);
  return (
    <>
      <Select size="sm" clearable searchable aria-label={t('action')} placeholder={t('anyAction')} value={filters.acte ?? null} data={(choices?.operations ?? []).map((name) => ({ value: name, label: nameOf(name) }))} onChange={(acte) => onChange({ acte: acte ?? undefined })} />
      <Select size="sm" clearable searchable aria-label={t('who')} placeholder={t('anybody')} value={filters.personne ?? null} data={(choices?.people ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))} onChange={(personne) => onChange({ personne: personne ?? undefined })} />
      <div className={css.period}>
        <DateRangeField
          label={<VisuallyHidden>{t('period')}</VisuallyHidden>}
          placeholder={t('anyTime')}
          clearable
          value={days}
          onChange={(next) => {
            setDays(next);
            if (Boolean(next[0]) === Boolean(next[1])) onChange({ du: next[0] ?? undefined, au: next[1] ?? undefined });
          }}
        />
      </div>
    </>
  );
}

/** « Inviter des personnes »; the code itself for an act that has no name yet. */
function useNameOf() {
  const t = useT(texts);
  return (operation: string): string => (operation in texts.messages.acts ? t(`acts.${operation as keyof typeof texts.messages.acts}`) : operation);
}

function useColumns(): TableColumn<Row>[] {
  const t = useT(texts);
  const format = useFormat();
  const { organisation } = useViewer();
  const nameOf = useNameOf();
  const changeOf = ({ changes }: Row) => changes.map(({ path, before, after }) => t('changed', { path, before: before ?? t('nothing'), after: after ?? t('nothing') })).join(', ');
  const detailOf = ({ details }: Row) => details.map(({ path, value, length }) => (value === null ? t('typed', { path, count: length ?? 0 }) : t('given', { path, value }))).join(', ');
  return [
    { id: 'when', header: t('when'), width: '12rem', cell: ({ createdAt }) => format.dateTime(createdAt, organisation.timeZone, 'medium'), value: ({ createdAt }) => createdAt, hideable: false },
    { id: 'who', header: t('who'), width: '12rem', cell: ({ actor }) => actor?.displayName ?? t('nobody'), value: ({ actor }) => actor?.displayName ?? '' },
    { id: 'action', header: t('action'), rowHeader: true, cell: ({ operation }) => nameOf(operation), value: ({ operation }) => nameOf(operation) },
    { id: 'detail', header: t('detail'), quiet: true, cell: (row) => <span className={css.detail}>{detailOf(row)}</span>, value: detailOf },
    { id: 'changes', header: t('changes'), quiet: true, cell: (row) => <span className={css.detail}>{changeOf(row)}</span>, value: changeOf },
    { id: 'ip', header: t('ip'), quiet: true, width: '9rem', cell: ({ ip }) => ip ?? '—', value: ({ ip }) => ip ?? '' },
  ];
}
