import { Button, Select, Text } from '@mantine/core';
import { EmptyState, ErrorState, Notice, PageHeader, Pill, Stack, showUndo } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, queryOf, request, useCan, useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { IconPlus, IconShieldLock } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PeopleQuery, PeopleQueryVariables, Role } from '@portevoix/graphql';
import { AddPersonModal } from './AddPersonModal';
import { DeactivatePersonDocument, GroupsDocument, PeopleDocument, ReactivatePersonDocument } from './settings.graphql';
import { texts } from './texts';

type Row = PeopleQuery['people']['edges'][number]['node'];
interface Filters {
  q?: string;
  role?: Role;
  groupe?: string;
  ajouter?: string;
}
const ROLES: Role[] = ['PILOT', 'COMMUNITY_MANAGER', 'EDITOR', 'COUNCIL', 'SPONSOR', 'CONTRIBUTOR', 'AMBASSADOR'];

function usePeople({ q, role, groupe }: Filters) {
  const variables = { first: 50, search: q || null, role: role ?? null, groupId: groupe ?? null };
  return useInfiniteQuery({
    queryKey: ['People', variables],
    queryFn: ({ pageParam, signal }) => request(PeopleDocument, { ...variables, after: pageParam } as PeopleQueryVariables, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ people }) => (people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null),
  });
}

/** The directory: who is here and what they do in the programme, never what they read or shared. */
export function PeoplePage() {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const filters = useSearch({ strict: false }) as Filters;
  const setFilters = (next: Filters) => void navigate({ to: '.', search: { ...filters, ...next } as never, replace: true });
  const canManage = useCan('people:manage');
  const client = useQueryClient();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(filters);
  const groups = useQuery(queryOf(GroupsDocument)).data?.groupsOfOrganisation ?? [];
  const rows = data?.pages.flatMap(({ people }) => people.edges.map(({ node }) => node)) ?? [];
  const count = data?.pages[0]?.peopleCount ?? 0;
  const refresh = () => client.invalidateQueries({ queryKey: ['People'] });

  const deactivate = async (person: Row) => {
    await request(DeactivatePersonDocument, { id: person.id });
    await refresh();
    showUndo({
      message: t('people.deactivated', { name: person.displayName }),
      detail: t('people.deactivatedDetail'),
      onUndo: () => void request(ReactivatePersonDocument, { id: person.id }).then(refresh),
    });
  };

  return (
    <Stack>
      <PageHeader
        title={t('people.title')}
        subtitle={t('people.subtitle', { count })}
        actions={
          canManage ? (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setFilters({ ajouter: '1' })}>
              {t('people.add')}
            </Button>
          ) : null
        }
      />
      <DataTable
        caption={t('people.title')}
        columns={columnsOf(t, format, canManage ? (person) => void deactivate(person) : undefined)}
        rows={rows}
        rowId={(person) => person.id}
        rowLabel={(person) => person.displayName}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('people.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('people.emptyTitle')} reason={t('people.emptyReason')} action={<Button variant="default" onClick={() => void navigate({ to: '.', search: {} as never })}>{t('people.clear')}</Button>} />}
        search={{ value: filters.q ?? '', onChange: (q) => setFilters({ q: q || undefined }), placeholder: t('people.search') }}
        filters={
          <>
            <Select size="sm" clearable aria-label={t('people.roles')} placeholder={t('people.anyRole')} value={filters.role ?? null} data={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))} onChange={(role) => setFilters({ role: (role as Role) ?? undefined })} />
            <Select size="sm" clearable searchable aria-label={t('people.place')} placeholder={t('people.anyGroup')} value={filters.groupe ?? null} data={groups.map(({ id, name }) => ({ value: id, label: name }))} onChange={(groupe) => setFilters({ groupe: groupe ?? undefined })} />
          </>
        }
      />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('people.more')}
        </Button>
      ) : null}
      <Notice icon={<IconShieldLock size={18} aria-hidden />}>{t('people.privacy')}</Notice>
      <AddPersonModal opened={Boolean(filters.ajouter)} groups={groups} onClose={() => setFilters({ ajouter: undefined })} onAdded={() => void refresh()} />
    </Stack>
  );
}

function PersonName({ name, title }: { name: string; title?: string | null }) {
  return (
    <span>
      <b>{name}</b>
      {title ? <Text component="span" display="block" size="xs" fw={400} c="dimmed">{title}</Text> : null}
    </span>
  );
}

function columnsOf(t: Translate<(typeof texts)['messages']>, format: Format, onDeactivate?: (person: Row) => void): TableColumn<Row>[] {
  const columns: TableColumn<Row>[] = [
    { id: 'name', header: t('people.name'), cell: ({ displayName, jobTitle }) => <PersonName name={displayName} title={jobTitle} />, rowHeader: true },
    { id: 'place', header: t('people.place'), quiet: true, cell: ({ groups }) => groups.map(({ name }) => name).join(', ') || '—' },
    {
      id: 'roles',
      header: t('people.roles'),
      cell: ({ roles }) => (roles.length ? roles.map((role) => <Pill key={role} tone={role === 'AMBASSADOR' ? 'good' : 'neutral'}>{t(`roles.${role}`)}</Pill>) : <Pill>{t('people.reader')}</Pill>),
    },
    { id: 'since', header: t('people.since'), align: 'end', width: '8.5rem', cell: ({ createdAt }) => format.date(createdAt) },
  ];
  if (onDeactivate) {
    const cell = (person: Row) => (
      <Button size="sm" variant="subtle" aria-label={`${t('people.deactivate')} : ${person.displayName}`} onClick={() => onDeactivate(person)}>
        {t('people.deactivate')}
      </Button>
    );
    columns.push({ id: 'action', header: '', align: 'end', cell });
  }
  return columns;
}
