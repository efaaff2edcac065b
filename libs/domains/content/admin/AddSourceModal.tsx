import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AddSourceInput } from '@portevoix/content/shared';
import { Notice, Stack, SubmitBar } from '@portevoix/ui';
import { Form, formFor, NumberField, queryOf, request, SelectField, SubmitButton, TextField, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AddSourceDocument, SourceDocument, StudioChoicesDocument } from './content.graphql';
import { KINDS } from './kinds';
import { reasonOf } from './reasons';
import { texts } from './texts';

const AddSourceForm = formFor(AddSourceInput);

interface Props {
  opened: boolean;
  onClose: () => void;
  onChanged: () => void;
}

/** A feed or a page that announces one; the window waits for its first real reading. */
export function AddSourceModal({ opened, onClose, onChanged }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('sources.add')}>
      <AddSource onClose={onClose} onChanged={onChanged} />
    </Modal>
  );
}

function AddSource({ onClose, onChanged }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const [id, setId] = useState<string | null>(null);
  const themes = useQuery(queryOf(StudioChoicesDocument)).data?.themes ?? [];
  const form = AddSourceForm.useForm({
    defaultValues: { url: '', contentKind: null, themeId: null, intervalMinutes: 60 },
    draft: 'content.add-source',
    submit: (input) => request(AddSourceDocument, { input: input as never }),
    onDone: ({ addSource }) => {
      setId(addSource.id);
      onChanged();
    },
  });
  const { data } = useQuery({ ...queryOf(SourceDocument, { id: id ?? '' }), enabled: id !== null, refetchInterval: ({ state }) => (state.data?.source.status === 'CHECKING' ? 1_000 : false), staleTime: 0 });
  const source = data?.source;
  useEffect(() => {
    if (source?.status !== 'OK') return;
    notifications.show({ message: t('sources.added', { title: source.title }) });
    onChanged();
    onClose();
  }, [source, onChanged, onClose, t]);
  return (
    <Form form={form} label={t('sources.add')}>
      <Stack>
        <p>{t('sources.addIntro')}</p>
        <TextField name="url" type="url" label={t('sources.url')} required data-autofocus autoComplete="off" />
        <SelectField name="contentKind" label={t('sources.kind')} clearable data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        <SelectField name="themeId" label={t('sources.theme')} clearable searchable data={themes.map(({ id: value, name }) => ({ value, label: name }))} />
        <NumberField name="intervalMinutes" label={t('sources.interval')} min={5} max={10_080} required />
        {id && (!source || source.status === 'CHECKING') ? <Notice live>{t('sources.checking')}</Notice> : null}
        {source?.status === 'FAILING' ? <Notice tone="warn" live title={reasonOf(t, source.failureCode ?? null, null)}>{t('sources.notYet')}</Notice> : null}
        <SubmitBar>
          <SubmitButton>{t('sources.submit')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}
