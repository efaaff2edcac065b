import { Button, Select } from '@mantine/core';
import { Avatar, EmptyState, ErrorState, Notice, PageHeader, Pill, Stack, UiLink } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, Failure, pagesOf, queryOf, useCan, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconPlus, IconShieldLock, IconUpload, IconUserOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PeopleQuery, Role } from '@portevoix/graphql';
import { useState } from 'react';
import { AddPersonModal } from './AddPersonModal';
import css from './people.module.css';
import { GroupsDocument, PeopleDocument } from './settings.graphql';
import { texts } from './texts';
import { useAccess } from './useAccess';

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
  return useInfiniteQuery({ ...pagesOf(PeopleDocument, variables, ({ people }) => people), placeholderData: keepPreviousData });
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
  const people = usePeople(filters);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = people;
  const groups = useQuery(queryOf(GroupsDocument)).data?.groupsOfOrganisation ?? [];
  const rows = data?.pages.flatMap(({ people: { edges } }) => edges.map(({ node }) => node)) ?? [];
  const count = data?.pages[0]?.peopleCount ?? 0;
  const view = useTableView({ title: t('people.title'), columns: columnsOf(t, format), rows, pages: people, total: count });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const access = useAccess(() => setSelected(new Set()));
  const withdraw = (chosen: readonly Row[]) => void access.withdraw(chosen.map(({ id, displayName }) => ({ id, name: displayName })));
  const rowActions = (person: Row) => [{ label: t('people.deactivate'), icon: <IconUserOff size={16} aria-hidden />, onSelect: () => withdraw([person]) }];
  const bulk = (
    <Button size="sm" variant="default" leftSection={<IconUserOff size={16} aria-hidden />} loading={access.busy} onClick={() => withdraw(rows.filter(({ id }) => selected.has(id)))}>
      {t('people.deactivate')}
    </Button>
  );

  return (
    <Stack>
      <PageHeader title={t('people.title')} subtitle={t(filters.q || filters.role || filters.groupe ? 'people.matching' : 'people.subtitle', { count })} actions={canManage ? <Add onAdd={() => setFilters({ ajouter: '1' })} /> : null} />
      {access.failure ? <Failure error={access.failure} /> : null}
      <DataTable
        {...view}
        caption={t('people.title')}
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
        {...(canManage && { rowActions, selection: { selected, onChange: setSelected, countLabel: (chosen: number) => t('people.selected', { count: chosen }), actions: bulk } })}
      />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('people.more')}
        </Button>
      ) : null}
      <Notice icon={<IconShieldLock size={18} aria-hidden />}>{t('people.privacy')}</Notice>
      <AddPersonModal opened={Boolean(filters.ajouter)} groups={groups} onClose={() => setFilters({ ajouter: undefined })} onAdded={() => void client.invalidateQueries({ queryKey: ['People'] })} />
    </Stack>
  );
}

function Add({ onAdd }: { onAdd: () => void }) {
  const t = useT(texts);
  return (
    <>
      <Button component={UiLink} href="/reglages/personnes/import" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
        {t('import.open')}
      </Button>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
        {t('people.add')}
      </Button>
    </>
  );
}

function PersonName({ name, title, picture }: { name: string; title?: string | null; picture?: string | null }) {
  return (
    <span className={css.person}>
      <Avatar name={name} src={picture} />
      <span>
        {name}
        {title ? <small>{title}</small> : null}
      </span>
    </span>
  );
}

function columnsOf(t: Translate<(typeof texts)['messages']>, format: Format): TableColumn<Row>[] {
  const placeOf = ({ groups }: Row) => groups.map(({ name }) => name).join(', ');
  return [
    { id: 'name', header: t('people.name'), rowHeader: true, value: ({ displayName }) => displayName, cell: ({ displayName, jobTitle, pictureUrl }) => <PersonName name={displayName} title={jobTitle} picture={pictureUrl} /> },
    { id: 'place', header: t('people.place'), quiet: true, value: placeOf, cell: (person) => placeOf(person) || '—' },
    {
      id: 'roles',
      header: t('people.roles'),
      value: ({ roles }) => format.list(roles.length ? roles.map((role) => t(`roles.${role}`)) : [t('people.reader')]),
      cell: ({ roles }) => <span className={css.roles}>{roles.length ? roles.map((role) => <Pill key={role} tone={role === 'AMBASSADOR' ? 'good' : 'neutral'}>{t(`roles.${role}`)}</Pill>) : <Pill>{t('people.reader')}</Pill>}</span>,
    },
    { id: 'since', header: t('people.since'), align: 'end', width: '8.5rem', value: ({ createdAt }) => createdAt, cell: ({ createdAt }) => format.date(createdAt) },
  ];
}
