import { Button, Select, TextInput } from '@mantine/core';
import type { CandidatesQuery } from '@portevoix/graphql';
import { Card, Columns, EmptyState, ErrorState, Key, PageHeader, SkeletonRows, Stack, UiLink, showUndo } from '@portevoix/ui';
import { errorText, pagesOf, queryOf, request, useCan, useT } from '@portevoix/web';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AddPageModal } from './AddPageModal';
import { CandidateRow } from './CandidateRow';
import { CandidatesDocument, DismissCandidateDocument, PrepareCandidateDocument, RestoreCandidateDocument, SourcesDocument } from './content.graphql';
import css from './content.module.css';
import { FeedMixCard } from './FeedMixCard';
import { useKeys } from './queue-keys';
import { texts } from './texts';
import { useFailure } from './useFailure';

export type Candidate = CandidatesQuery['candidates']['edges'][number]['node'];
interface Filters {
  q?: string;
  source?: string;
  ajouter?: string;
}

function useQueue({ q, source }: Filters) {
  return useInfiniteQuery(pagesOf(CandidatesDocument, { first: 30, status: 'NEW', search: q || null, sourceId: source ?? null }, ({ candidates }) => candidates));
}

/** What came in and waits for a choice: prepare, keep or dismiss, by hand or by key. */
export function CandidatesPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const canEdit = useCan('content:edit');
  const filters = useSearch({ strict: false }) as Filters;
  const setFilters = (next: Filters) => void navigate({ to: '.', search: { ...filters, ...next } as never, replace: true });
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useQueue(filters);
  const sources = useQuery(queryOf(SourcesDocument)).data?.sources ?? [];
  const fail = useFailure();
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = data?.pages.flatMap(({ candidates }) => candidates.edges.map(({ node }) => node)) ?? [];
  const at = Math.max(0, rows.findIndex(({ id }) => id === chosen));
  const current = rows[at];
  const count = data?.pages[0]?.candidateCount ?? 0;
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['Candidates'] }), client.invalidateQueries({ queryKey: ['WaitingContent'] })]);
  const select = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row) setChosen(row.id);
  };
  const prepare = (candidate: Candidate) =>
    void request(PrepareCandidateDocument, { id: candidate.id }).then(({ createPublicationFromCandidate: made }) => refresh().then(() => navigate({ to: `/contenus/publications/${made.id}` })), fail);
  const dismiss = (candidate: Candidate) => {
    setChosen(rows[at + 1]?.id ?? rows[at - 1]?.id ?? null);
    void request(DismissCandidateDocument, { id: candidate.id }).then(async () => {
      await refresh();
      showUndo({ message: t('queue.dismissed'), detail: t('queue.dismissedDetail'), onUndo: () => void request(RestoreCandidateDocument, { id: candidate.id }).then(refresh, fail) });
    }, fail);
  };
  const withCurrent = (act: (candidate: Candidate) => void) => () => (current && canEdit ? act(current) : undefined);
  useKeys({ j: () => select(at + 1), k: () => select(at - 1), p: withCurrent(prepare), g: () => select(at + 1), e: withCurrent(dismiss) });

  return (
    <Stack>
      <PageHeader
        title={t('queue.title')}
        subtitle={count > 0 ? t('queue.subtitle', { count }) : null}
        actions={canEdit ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setFilters({ ajouter: '1' })}>{t('queue.add')}</Button> : null}
      />
      <Columns layout="narrow">
        <Card padding="none" aria-label={t('queue.list')}>
          <div className={css.filters}>
            <TextInput size="sm" type="search" aria-label={t('queue.search')} placeholder={t('queue.search')} leftSection={<IconSearch size={16} aria-hidden />} value={filters.q ?? ''} onChange={(event) => setFilters({ q: event.currentTarget.value || undefined })} />
            <Select size="sm" clearable aria-label={t('queue.source')} placeholder={t('queue.anySource')} value={filters.source ?? null} data={sources.map(({ id, title }) => ({ value: id, label: title }))} onChange={(source) => setFilters({ source: source ?? undefined })} />
            <span className={`${css.row} ${css.quiet} ${css.wide}`}>
              <Key>J</Key> <Key>K</Key> {t('queue.keys')}
            </span>
          </div>
          {error ? <ErrorState title={t('queue.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
          {isPending ? <SkeletonRows rows={6} /> : null}
          {data && !rows.length ? <NothingToSort filtered={Boolean(filters.q || filters.source)} hasSources={sources.length > 0} onClear={() => void navigate({ to: '.', search: {} as never })} /> : null}
          <ul className={css.queue}>
            {rows.map((row) => (
              <CandidateRow key={row.id} candidate={row} selected={row.id === current?.id} canEdit={canEdit} onSelect={() => setChosen(row.id)} onPrepare={() => prepare(row)} onKeep={() => select(at + 1)} onDismiss={() => dismiss(row)} />
            ))}
          </ul>
          {hasNextPage ? (
            <div className={css.filters}>
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>
            </div>
          ) : null}
        </Card>
        <FeedMixCard />
      </Columns>
      <AddPageModal opened={Boolean(filters.ajouter)} onClose={() => setFilters({ ajouter: undefined })} onAdded={() => void refresh()} />
    </Stack>
  );
}

function NothingToSort({ filtered, hasSources, onClear }: { filtered: boolean; hasSources: boolean; onClear: () => void }) {
  const t = useT(texts);
  if (!hasSources && !filtered) return <EmptyState title={t('sources.emptyTitle')} reason={t('sources.emptyReason')} action={<Button component={UiLink} href="/contenus/sources?ajouter=1">{t('queue.emptyAction')}</Button>} />;
  const action = filtered ? <Button variant="default" onClick={onClear}>{t('clear')}</Button> : <Button variant="default" component={UiLink} href="/contenus/sources?ajouter=1">{t('queue.emptyAction')}</Button>;
  return <EmptyState title={t('queue.emptyTitle')} reason={t('queue.emptyReason')} action={action} />;
}
