import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AddCandidateInput } from '@portevoix/content/shared';
import { Notice, Stack, SubmitBar } from '@portevoix/ui';
import { Form, formFor, queryOf, request, SubmitButton, TextField, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AddCandidateDocument, CandidateDocument } from './content.graphql';
import { reasonOf } from './reasons';
import { texts } from './texts';

const AddPageForm = formFor(AddCandidateInput);

interface Props {
  opened: boolean;
  onClose: () => void;
  onAdded: () => void;
}

/** A page by its address: the server reads its card, and the window waits for it. */
export function AddPageModal({ opened, onClose, onAdded }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('queue.addTitle')}>
      <AddPage onClose={onClose} onAdded={onAdded} />
    </Modal>
  );
}

function AddPage({ onClose, onAdded }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const [id, setId] = useState<string | null>(null);
  const form = AddPageForm.useForm({
    defaultValues: { url: '' },
    draft: 'content.add-page',
    submit: (input) => request(AddCandidateDocument, { input }),
    onDone: ({ addCandidateFromUrl: made }) => setId(made.id),
  });
  const { data } = useQuery({ ...queryOf(CandidateDocument, { id: id ?? '' }), enabled: id !== null, refetchInterval: ({ state }) => (state.data?.candidate.status === 'FETCHING' ? 1_000 : false), staleTime: 0 });
  const status = data?.candidate.status;
  useEffect(() => {
    if (status !== 'NEW') return;
    notifications.show({ message: t('queue.added') });
    onAdded();
    onClose();
  }, [status, onAdded, onClose, t]);
  return (
    <Form form={form} label={t('queue.addTitle')}>
      <Stack>
        <p>{t('queue.addIntro')}</p>
        <TextField name="url" type="url" label={t('queue.url')} required data-autofocus autoComplete="off" />
        {status === 'FETCHING' ? <Notice live>{t('queue.reading')}</Notice> : null}
        {status === 'FAILED' ? <Notice tone="warn" live title={t('queue.failed')}>{reasonOf(t, data?.candidate.failureCode ?? null, null)}</Notice> : null}
        <SubmitBar>
          <SubmitButton>{t('queue.addSubmit')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}
