import { Button, Group, Modal, Stack as Fields } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ProgrammeAction, ProgrammeQuery } from '@portevoix/graphql';
import { MoveProgrammeInput } from '@portevoix/programmes/shared';
import { Form, formFor, request, SubmitButton, TextareaField, TextField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { MoveProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

type Programme = NonNullable<ProgrammeQuery['currentProgramme']>;
const MoveForm = formFor(MoveProgrammeInput);

/** A change of state, said in words before it is done, and why. */
export function MoveModal({ programme, action, onClose }: { programme: Programme; action: ProgrammeAction | null; onClose: () => void }) {
  const t = useT(texts);
  return (
    <Modal opened={action !== null} onClose={onClose} title={action ? t(`actions.${action}`) : ''}>
      {action ? <Move programme={programme} action={action} onClose={onClose} /> : null}
    </Modal>
  );
}

function Move({ programme: { id, name }, action, onClose }: { programme: Programme; action: ProgrammeAction; onClose: () => void }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = MoveForm.useForm({
    defaultValues: { id, action: action as MoveProgrammeInput['action'], note: '', phaseName: '' },
    submit: (input) => request(MoveProgrammeDocument, { input: input as never }),
    onDone: ({ moveProgramme: { state } }) => {
      void client.invalidateQueries({ queryKey: ['Programme'] });
      notifications.show({ message: t('plan.moved', { name, state: t(`states.${state}`) }) });
      onClose();
    },
  });
  return (
    <Form form={form} label={t(`actions.${action}`)}>
      <Fields gap="md">
        {action === 'PAUSE' ? <p>{t('plan.pauseHint')}</p> : null}
        {action === 'CLOSE' ? <p>{t('plan.closeHint')}</p> : null}
        {action === 'RELAUNCH' ? <TextField name="phaseName" label={t('plan.phaseName')} description={t('plan.phaseNameHint')} required data-autofocus /> : null}
        <TextareaField name="note" label={t('plan.note')} />
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('plan.cancel')}
          </Button>
          <SubmitButton>{t(`actions.${action}`)}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}
