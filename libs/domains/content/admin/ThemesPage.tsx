import { Button, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { AddThemeInput } from '@portevoix/content/shared';
import type { ThemesQuery } from '@portevoix/graphql';
import { EmptyState, ErrorState, PageHeader, Pill, Stack, SubmitBar, UiLink, showUndo } from '@portevoix/ui';
import { DataTable, type TableColumn } from '@portevoix/ui/admin';
import { errorText, Form, formFor, queryOf, request, SelectField, SubmitButton, TextareaField, TextField, useCan, useFormat, useT, useTableView, type Format, type Translate } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddThemeDocument, ArchiveThemeDocument, ThemeOwnersDocument, ThemesDocument, UpdateThemeDocument } from './content.graphql';
import css from './content.module.css';
import { texts } from './texts';
import { useFailure } from './useFailure';

type Row = ThemesQuery['themes'][number];
type Texts = (typeof texts)['messages'];
const ThemeForm = formFor(AddThemeInput);

/** The subjects that publications are filed under, with how many each has. */
export function ThemesPage() {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const canEdit = useCan('content:edit');
  const fail = useFailure();
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  const { data, error, isPending, refetch } = useQuery(queryOf(ThemesDocument));
  const reload = () => client.invalidateQueries({ queryKey: ['Themes'] });
  const archive = (theme: Row) =>
    void request(ArchiveThemeDocument, { id: theme.id, archived: true }).then(async () => {
      await reload();
      showUndo({ message: t('themes.archived', { name: theme.name }), detail: t('themes.archivedDetail'), onUndo: () => void request(ArchiveThemeDocument, { id: theme.id, archived: false }).then(reload, fail) });
    }, fail);
  const view = useTableView({ title: t('themes.title'), columns: columnsOf(t, format), rows: data?.themes ?? [] });
  const rowActions = (theme: Row) => [{ label: t('themes.edit'), onSelect: () => setEdited(theme) }, { label: t('themes.archive'), onSelect: () => archive(theme) }];
  const add = canEdit ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>{t('themes.add')}</Button> : null;
  return (
    <Stack>
      <PageHeader title={t('themes.title')} subtitle={t('themes.subtitle')} actions={data?.themes.length ? add : null} />
      <DataTable
        {...view}
        caption={t('themes.title')}
        {...(canEdit && { rowActions })}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        state={error ? 'error' : isPending ? 'loading' : 'ready'}
        error={error ? <ErrorState title={t('themes.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        empty={<EmptyState title={t('themes.emptyTitle')} reason={t('themes.emptyReason')} action={add} />}
      />
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={t(edited === 'new' ? 'themes.add' : 'themes.edit')}>
        {edited ? <ThemeEditor theme={edited === 'new' ? null : edited} onDone={() => void reload().then(() => setEdited(null))} /> : null}
      </Modal>
    </Stack>
  );
}

function ThemeEditor({ theme, onDone }: { theme: Row | null; onDone: () => void }) {
  const t = useT(texts);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(theme?.owner ?? null);
  // What is typed after a choice is the name of the person chosen.
  const [search] = useDebouncedValue(words === chosen?.displayName ? '' : words.trim(), 250);
  const found = useQuery({ ...queryOf(ThemeOwnersDocument, { search }), placeholderData: keepPreviousData }).data?.themeOwners ?? [];
  const people = new Map([...(chosen ? [chosen] : []), ...found].map((person) => [person.id, person]));
  const owners = [...people.values()].map(({ id, displayName }) => ({ value: id, label: displayName }));
  const form = ThemeForm.useForm({
    defaultValues: { name: theme?.name ?? '', description: theme?.description ?? '', colour: theme?.colour ?? null, ownerId: theme?.owner?.id ?? null },
    draft: theme ? undefined : 'content.theme',
    submit: async (input) => void (theme ? await request(UpdateThemeDocument, { input: { ...input, id: theme.id } }) : await request(AddThemeDocument, { input })),
    onDone: (_, { name }) => {
      notifications.show({ message: t('themes.saved', { name }) });
      onDone();
    },
  });
  return (
    <Form form={form} label={t('themes.title')}>
      <Stack>
        <TextField name="name" label={t('themes.name')} required data-autofocus autoComplete="off" />
        <TextareaField name="description" label={t('themes.description')} />
        <SelectField name="ownerId" label={t('themes.owner')} description={t('themes.ownerHint')} clearable searchable onSearchChange={setWords} onOptionSubmit={(id) => setChosen(people.get(id) ?? null)} onClear={() => setChosen(null)} filter={({ options }) => options} nothingFoundMessage={t('themes.nobody')} data={owners} />
        <SubmitBar>
          <SubmitButton>{t('themes.save')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}

function columnsOf(t: Translate<Texts>, format: Format): TableColumn<Row>[] {
  return [
    { id: 'name', header: t('themes.name'), rowHeader: true, value: ({ name }) => name, cell: ({ id, name }) => <UiLink className={css.link} href={`/contenus/publications?theme=${id}`}>{name}</UiLink> },
    { id: 'description', header: t('themes.description'), quiet: true, prose: true, value: ({ description }) => description, cell: ({ description }) => description || '—' },
    { id: 'owner', header: t('themes.owner'), quiet: true, value: ({ owner }) => owner?.displayName, cell: ({ owner }) => owner?.displayName ?? '—' },
    { id: 'published', header: t('themes.published'), align: 'end', value: ({ publishedCount }) => publishedCount, cell: ({ publishedCount }) => format.number(publishedCount) },
    { id: 'publications', header: t('themes.publications'), align: 'end', value: ({ publicationCount }) => publicationCount, cell: ({ publicationCount }) => (publicationCount ? format.number(publicationCount) : <Pill tone="warn">{t('themes.empty')}</Pill>) },
  ];
}
