import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SourcesQuery, SourceStatus } from '@portevoix/graphql';
import { EmptyState, ErrorState, PageHeader, Pill, Stack, showUndo, type PillProps } from '@portevoix/ui';
import { DataTable, type TableAction, type TableColumn } from '@portevoix/ui/admin';
import { errorText, queryOf, request, useCan, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AddSourceModal } from './AddSourceModal';
import { PauseSourceDocument, RefreshSourceDocument, SourcesDocument } from './content.graphql';
import css from './content.module.css';
import { reasonOf } from './reasons';
import { texts } from './texts';
import { useFailure } from './useFailure';

type Row = SourcesQuery['sources'][number];
type Texts = (typeof texts)['messages'];
interface Actions {
  pause: (source: Row, paused: boolean) => void;
  refresh: (source: Row) => void;
}
const TONES: Record<SourceStatus, PillProps['tone']> = { CHECKING: 'info', OK: 'good', FAILING: 'danger', PAUSED: 'neutral' };

/** The feeds that are read for candidates, and how each is doing. */
export function SourcesPage() {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const canEdit = useCan('content:edit');
  const fail = useFailure();
  const { ajouter } = useSearch({ strict: false }) as { ajouter?: string };
  const open = (shown: boolean) => void navigate({ to: '.', search: (shown ? { ajouter: '1' } : {}) as never, replace: true });
  const { data, error, isPending, refetch } = useQuery({ ...queryOf(SourcesDocument), refetchInterval: 60_000 });
  const reload = () => client.invalidateQueries({ queryKey: ['Sources'] });
  const actions: Actions = {
    pause: (source, paused) =>
      void request(PauseSourceDocument, { id: source.id, paused }).then(async () => {
        await reload();
        if (paused) showUndo({ message: t('sources.paused', { title: source.title }), detail: t('sources.pausedDetail'), onUndo: () => void request(PauseSourceDocument, { id: source.id, paused: false }).then(reload, fail) });
      }, fail),
    refresh: ({ id }) =>
      void request(RefreshSourceDocument, { id }).then(() => {
        notifications.show({ message: t('sources.refreshed') });
        // The worker reads it in a moment.
        setTimeout(() => void reload(), 3_000);
      }, fail),
  };
  const view = useTableView({ title: t('sources.title'), columns: columnsOf(t, format), rows: data?.sources ?? [] });
  const add = canEdit ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open(true)}>{t('sources.add')}</Button> : null;
  return (
    <Stack>
      <PageHeader title={t('sources.title')} subtitle={t('sources.subtitle')} actions={data?.sources.length ? add : null} />
      <DataTable
        {...view}
        caption={t('sources.title')}
        {...(canEdit && { rowActions: (source: Row) => actionsOf(t, source, actions) })}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('sources.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('sources.emptyTitle')} reason={t('sources.emptyReason')} action={add} />}
      />
      <AddSourceModal opened={Boolean(ajouter)} onClose={() => open(false)} onChanged={() => void reload()} />
    </Stack>
  );
}

function columnsOf(t: Translate<Texts>, format: Format): TableColumn<Row>[] {
  const themeOf = ({ theme, contentKind }: Row) => [theme?.name, contentKind && t(`kinds.${contentKind}`)].filter(Boolean).join(' · ');
  return [
    { id: 'name', header: t('sources.name'), rowHeader: true, value: ({ title }) => title, cell: ({ title, siteUrl, url }) => <a className={css.link} href={siteUrl ?? url} target="_blank" rel="noopener noreferrer">{title}</a> },
    {
      id: 'state',
      header: t('sources.state'),
      value: ({ status }) => t(`sources.statuses.${status}`),
      cell: ({ status, failureCode, failureStatus, failures }) => (
        <>
          <Pill tone={TONES[status]}>{t(`sources.statuses.${status}`)}</Pill>
          {failureCode ? <p className={css.quiet}>{reasonOf(t, failureCode, failureStatus ?? null)} {t('sources.failures', { count: failures })}</p> : null}
        </>
      ),
    },
    { id: 'theme', header: t('sources.theme'), quiet: true, value: themeOf, cell: (row) => themeOf(row) || '—' },
    { id: 'items', header: t('sources.items'), align: 'end', value: ({ itemsSeen }) => itemsSeen, cell: ({ itemsSeen }) => format.number(itemsSeen) },
    { id: 'last', header: t('sources.last'), align: 'end', value: ({ lastSuccessAt }) => lastSuccessAt, cell: ({ lastSuccessAt }) => (lastSuccessAt ? format.relative(lastSuccessAt) : t('sources.never')) },
    { id: 'next', header: t('sources.next'), align: 'end', quiet: true, value: ({ nextFetchAt }) => nextFetchAt, cell: ({ nextFetchAt }) => (nextFetchAt ? format.time(nextFetchAt) : '—') },
  ];
}

function actionsOf(t: Translate<Texts>, source: Row, { pause, refresh }: Actions): TableAction[] {
  const paused = source.status === 'PAUSED';
  const read = { label: t('sources.refresh'), onSelect: () => refresh(source) };
  return [...(paused ? [] : [read]), { label: t(paused ? 'sources.resume' : 'sources.pause'), onSelect: () => pause(source, !paused) }];
}
