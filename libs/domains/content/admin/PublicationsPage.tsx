import { Button, Select } from '@mantine/core';
import type { Audience, EditorPublicationsQuery, PublicationCategory, PublicationStatus } from '@portevoix/graphql';
import { EmptyState, ErrorState, PageHeader, Pill, Stack, TruthLabel, UiLink, showUndo, type PillProps } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, pagesOf, queryOf, request, useCan, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ArchivePublicationsDocument, ContentOverviewDocument, EditorPublicationsDocument, StudioChoicesDocument } from './content.graphql';
import css from './content.module.css';
import { texts } from './texts';
import { useContentTruths } from './truths';
import { useFailure } from './useFailure';
import { useNewPublication } from './useNewPublication';

type Row = EditorPublicationsQuery['publications']['edges'][number]['node'];
type Texts = (typeof texts)['messages'];
interface Filters {
  q?: string;
  etat?: PublicationStatus;
  theme?: string;
  categorie?: PublicationCategory;
  public?: Audience;
}

export const STATUSES: PublicationStatus[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED'];
export const CATEGORIES: PublicationCategory[] = ['ADVOCACY', 'COMPANY'];
export const AUDIENCES: Audience[] = ['SHAREABLE', 'INTERNAL', 'INSTRUCTION'];
export const STATUS_TONES: Record<PublicationStatus, PillProps['tone']> = { DRAFT: 'neutral', IN_REVIEW: 'warn', APPROVED: 'info', SCHEDULED: 'info', PUBLISHED: 'good', ARCHIVED: 'neutral' };

function usePublications({ q, etat, theme, categorie, public: audience }: Filters) {
  const variables = { first: 50, search: q || null, status: etat ?? null, themeId: theme ?? null, category: categorie ?? null, audience: audience ?? null };
  return useInfiniteQuery(pagesOf(EditorPublicationsDocument, variables, ({ publications }) => publications));
}

/** Every publication, whatever its state; filters live in the address. */
export function PublicationsPage() {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const canEdit = useCan('content:edit');
  const fail = useFailure();
  const filters = useSearch({ strict: false }) as Filters;
  const setFilters = (next: Filters) => void navigate({ to: '.', search: { ...filters, ...next } as never, replace: true });
  const query = usePublications(filters);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const overview = useQuery(queryOf(ContentOverviewDocument)).data;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = data?.pages.flatMap(({ publications }) => publications.edges.map(({ node }) => node)) ?? [];
  const view = useTableView({ title: t('publications.title'), columns: columnsOf(t, format), rows, pages: query });
  const refresh = () => client.invalidateQueries({ queryKey: ['EditorPublications'] });

  const archive = async () => {
    const ids = [...selected];
    await request(ArchivePublicationsDocument, { input: { ids, archived: true } });
    setSelected(new Set());
    await refresh();
    const onUndo = () => void request(ArchivePublicationsDocument, { input: { ids, archived: false } }).then(refresh, fail);
    showUndo({ message: t('publications.archived', { count: ids.length }), detail: t('publications.archivedDetail'), onUndo });
  };
  const truth = useContentTruths();
  const create = useNewPublication();
  const countOf = (category: PublicationCategory) => overview?.publicationCategories.find((one) => one.category === category)?.total ?? 0;
  const isFiltered = Object.values(filters).some(Boolean);
  const add = canEdit ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={create}>{t('publications.new')}</Button> : null;
  const clear = <Button variant="default" onClick={() => void navigate({ to: '.', search: {} as never })}>{t('clear')}</Button>;
  const selection = { selected, onChange: setSelected, countLabel: (count: number) => t('publications.selected', { count }), actions: <Button size="sm" variant="default" onClick={() => void archive().catch(fail)}>{t('publications.archive')}</Button> };

  return (
    <Stack>
      <PageHeader
        title={t('publications.title')}
        subtitle={overview ? t('publications.subtitle', { advocacy: format.number(countOf('ADVOCACY')), company: format.number(countOf('COMPANY')) }) : null}
        actions={add}
      />
      <p className={css.row}><TruthLabel {...truth('publication-readers', t('publications.readers'))} /></p>
      <DataTable
        {...view}
        caption={t('publications.title')}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('publications.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('publications.emptyTitle')} reason={t('publications.emptyReason')} action={isFiltered ? clear : add} />}
        search={{ value: filters.q ?? '', onChange: (q) => setFilters({ q: q || undefined }), placeholder: t('publications.search') }}
        filters={<FilterSelects filters={filters} onChange={setFilters} />}
        {...(canEdit && filters.etat !== 'ARCHIVED' && { selection })}
      />
      {hasNextPage ? <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button> : null}
    </Stack>
  );
}

function FilterSelects({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const t = useT(texts);
  const themes = useQuery(queryOf(StudioChoicesDocument)).data?.themes ?? [];
  return (
    <>
      <Select size="sm" clearable aria-label={t('publications.status')} placeholder={t('publications.anyStatus')} value={filters.etat ?? null} data={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))} onChange={(etat) => onChange({ etat: (etat as PublicationStatus) ?? undefined })} />
      <Select size="sm" clearable searchable aria-label={t('publications.theme')} placeholder={t('publications.anyTheme')} value={filters.theme ?? null} data={themes.map(({ id, name }) => ({ value: id, label: name }))} onChange={(theme) => onChange({ theme: theme ?? undefined })} />
      <Select size="sm" clearable aria-label={t('publications.category')} placeholder={t('publications.anyCategory')} value={filters.categorie ?? null} data={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))} onChange={(categorie) => onChange({ categorie: (categorie as PublicationCategory) ?? undefined })} />
      <Select size="sm" clearable aria-label={t('publications.audience')} placeholder={t('publications.anyAudience')} value={filters.public ?? null} data={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))} onChange={(audience) => onChange({ public: (audience as Audience) ?? undefined })} />
    </>
  );
}

function columnsOf(t: Translate<Texts>, format: Format): TableColumn<Row>[] {
  const themesOf = ({ themes }: Row) => themes.map(({ name }) => name).join(', ');
  const dateOf = ({ publishAt, publishedAt }: Row) => publishAt ?? publishedAt;
  return [
    { id: 'title', header: t('publications.name'), rowHeader: true, value: ({ title }) => title, cell: ({ id, title }) => <UiLink className={css.link} href={`/contenus/publications/${id}`}>{title}</UiLink> },
    {
      id: 'status',
      header: t('publications.status'),
      value: ({ status }) => t(`statuses.${status}`),
      cell: ({ status, problems, isPinned, isExpired, isOverdue }) => (
        <>
          <Pill tone={STATUS_TONES[status]}>{t(`statuses.${status}`)}</Pill>
          {isOverdue ? <Pill tone="danger">{t('calendar.lateWord')}</Pill> : null}
          {problems.length && status !== 'ARCHIVED' ? <Pill tone="warn">{t('publications.incomplete')}</Pill> : null}
          {isPinned ? <Pill tone="accent">{t('publications.pinned')}</Pill> : null}
          {isExpired ? <Pill>{t('publications.expired')}</Pill> : null}
        </>
      ),
    },
    { id: 'theme', header: t('publications.theme'), quiet: true, value: themesOf, cell: (row) => themesOf(row) || '—' },
    { id: 'category', header: t('publications.category'), quiet: true, value: ({ category }) => category && t(`categories.${category}`), cell: ({ category }) => (category ? t(`categories.${category}`) : '—') },
    { id: 'audience', header: t('publications.audience'), value: ({ audience }) => t(`audiences.${audience}`), cell: ({ audience }) => <Pill tone={audience === 'SHAREABLE' ? 'good' : 'neutral'}>{t(`audiences.${audience}`)}</Pill> },
    { id: 'date', header: t('publications.date'), align: 'end', value: dateOf, cell: (row) => { const when = dateOf(row); return when ? <span className={css.nowrap}>{format.date(when)}</span> : '—'; } },
    { id: 'readers', header: t('publications.readers'), align: 'end', value: ({ status, readerCount, receiptCount }) => (status === 'PUBLISHED' ? (receiptCount ?? readerCount) : null), cell: ({ status, readerCount, receiptCount }) => (status !== 'PUBLISHED' ? '—' : receiptCount != null ? t('publications.receipts', { count: receiptCount }) : readerCount == null ? t('publications.fewReaders') : format.number(readerCount)) },
  ];
}
