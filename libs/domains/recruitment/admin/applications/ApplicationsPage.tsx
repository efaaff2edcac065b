import { Button, Select } from '@mantine/core';
import { Columns, EmptyState, ErrorState, Notice, Pill, Stack, UiLink, type Tone } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, Failure, queryOf, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCalls } from '../calls/useCalls';
import { GroupChoicesDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { RecruitmentFrame } from '../RecruitmentFrame';
import { texts } from '../texts';
import { MixCard } from './MixCard';
import { ProfileCard } from './ProfileCard';
import { useApplications, useDecision, type ApplicationFilters, type ApplicationRow } from './useApplications';

const TONES: Record<ApplicationRow['state'], Tone> = { SUBMITTED: 'warn', QUEUED: 'info', ACCEPTED: 'good', DECLINED: 'neutral', WITHDRAWN: 'neutral' };
const STATES = ['SUBMITTED', 'QUEUED', 'ACCEPTED'] as const;
const LEVELS = ['EXPERT', 'BEGINNER'] as const;

/** Who answered, decided several at once, beside the mix that it makes. */
export function ApplicationsPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const filters = useSearch({ strict: false }) as ApplicationFilters;
  const setFilters = (next: ApplicationFilters) => void navigate({ to: '.', search: { ...filters, ...next } as never, replace: true });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { calls, current } = useCalls();
  const call = calls.find(({ id }) => id === filters.appel) ?? current;
  const { decide, busy, failure } = useDecision(() => setSelected(new Set()));
  const run = (action: 'ACCEPT' | 'QUEUE') => decide({ ids: [...selected], action });
  return (
    <RecruitmentFrame tab="applications">
      <Columns layout="narrow">
        <Stack>
          <ApplicationsTable
            filters={filters}
            setFilters={setFilters}
            selected={selected}
            onSelect={setSelected}
            actions={
              <>
                <Button size="sm" loading={busy} onClick={() => run('ACCEPT')}>{t('applications.accept')}</Button>
                <Button size="sm" variant="default" loading={busy} onClick={() => run('QUEUE')}>{t('applications.queue')}</Button>
              </>
            }
          />
          {failure ? <Failure error={failure} /> : null}
          <Notice icon={<IconShieldLock size={18} aria-hidden />}>{t('applications.privacy')}</Notice>
        </Stack>
        {call ? (
          <Stack>
            <MixCard call={call} onChoose={(ids) => setSelected(new Set(ids))} />
            <ProfileCard callId={call.id} />
          </Stack>
        ) : null}
      </Columns>
    </RecruitmentFrame>
  );
}

interface TableProps {
  filters: ApplicationFilters;
  setFilters: (next: ApplicationFilters) => void;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  actions: React.ReactNode;
}

function ApplicationsTable({ filters, setFilters, selected, onSelect, actions }: TableProps) {
  const t = useT(texts);
  const format = useFormat();
  const { rows, error, isPending, refetch, ...pages } = useApplications(filters);
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = pages;
  const view = useTableView({ title: t('nav.applications'), columns: columnsOf(t, format), rows, pages });
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <>
      <DataTable
        {...view}
        caption={t('nav.applications')}
        rowId={({ id }) => id}
        rowLabel={({ person }) => person.displayName}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('applications.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={
          isFiltered ? (
            <EmptyState title={t('applications.emptyTitle')} reason={t('applications.emptyFiltered')} action={<Button component={UiLink} href="/recrutement/candidatures" variant="default">{t('applications.clear')}</Button>} />
          ) : (
            <EmptyState title={t('applications.emptyTitle')} reason={t('applications.emptyReason')} action={<Button component={UiLink} href="/recrutement/appel">{t('applications.emptyAction')}</Button>} />
          )
        }
        search={{ value: filters.q ?? '', onChange: (q) => setFilters({ q: q || undefined }), placeholder: t('applications.search') }}
        filters={<Filters filters={filters} setFilters={setFilters} />}
        selection={{ selected, onChange: onSelect, countLabel: (count) => t('applications.selected', { count }), actions }}
      />
      {hasNextPage ? <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('applications.more')}</Button> : null}
    </>
  );
}

function Filters({ filters, setFilters }: Pick<TableProps, 'filters' | 'setFilters'>) {
  const t = useT(texts);
  const { calls } = useCalls();
  const groups = useQuery(queryOf(GroupChoicesDocument)).data?.groupsOfOrganisation ?? [];
  return (
    <>
      <Select size="sm" clearable aria-label={t('applications.state')} placeholder={t('applications.anyState')} value={filters.etat ?? null} data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))} onChange={(etat) => setFilters({ etat: (etat as ApplicationFilters['etat']) ?? undefined })} />
      <Select size="sm" clearable aria-label={t('applications.level')} placeholder={t('applications.anyLevel')} value={filters.niveau ?? null} data={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))} onChange={(niveau) => setFilters({ niveau: (niveau as ApplicationFilters['niveau']) ?? undefined })} />
      <Select size="sm" clearable searchable aria-label={t('applications.group')} placeholder={t('applications.anyGroup')} value={filters.groupe ?? null} data={groups.map(({ id, name }) => ({ value: id, label: name }))} onChange={(groupe) => setFilters({ groupe: groupe ?? undefined })} />
      {calls.length > 1 ? <Select size="sm" clearable aria-label={t('applications.call')} placeholder={t('applications.anyCall')} value={filters.appel ?? null} data={calls.map(({ id, title }) => ({ value: id, label: title }))} onChange={(appel) => setFilters({ appel: appel ?? undefined })} /> : null}
    </>
  );
}

function columnsOf(t: Translate<typeof texts.messages>, format: Format): TableColumn<ApplicationRow>[] {
  return [
    {
      id: 'person',
      header: t('applications.person'),
      rowHeader: true,
      value: ({ person }) => person.displayName,
      cell: ({ person }) => (
        <span className={css.who}>
          <b>{person.displayName}</b>
          <small>{person.jobTitle}</small>
        </span>
      ),
    },
    { id: 'motivation', header: t('applications.motivation'), quiet: true, prose: true, width: '45%', value: ({ motivation }) => motivation, cell: ({ motivation, networks }) => <span className={css.motivation}>{motivation} <small className={css.hint}>{format.list(networks.map((network) => t(`networkNames.${network as 'LINKEDIN'}`)))}</small></span> },
    { id: 'level', header: t('applications.level'), value: ({ selfLevel }) => t(`levels.${selfLevel}`), cell: ({ selfLevel }) => t(`levels.${selfLevel}`) },
    { id: 'state', header: t('applications.state'), value: ({ state }) => t(`states.${state}`), cell: ({ state }) => <Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill> },
    { id: 'date', header: t('applications.date'), align: 'end', value: ({ createdAt }) => createdAt, cell: ({ createdAt }) => <span className={css.day}>{format.dayMonth(createdAt)}</span> },
  ];
}
