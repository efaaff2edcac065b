import { Group, Modal, Stack as Fields } from '@mantine/core';
import { UpdateFollowUpInput } from '@portevoix/cohorts/shared';
import { DateField, Form, formFor, request, SubmitButton, TextareaField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { UpdateFollowUpDocument } from './cohorts.graphql';
import type { FollowUp } from './FollowUpsCard';
import { ReferentSelect } from './ReferentSelect';
import { texts } from './texts';

const CardForm = formFor(UpdateFollowUpInput);

export function FollowUpModal({ card, onClose }: { card: FollowUp | null; onClose: () => void }) {
  return (
    <Modal opened={card !== null} onClose={onClose} title={card?.person.displayName}>
      {card ? <FollowUpFields key={card.id} card={card} onClose={onClose} /> : null}
    </Modal>
  );
}

function FollowUpFields({ card: { id, nextContactOn, note, owner }, onClose }: { card: FollowUp; onClose: () => void }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = CardForm.useForm({
    defaultValues: { id, nextContactOn, note, ownerId: owner.id },
    draft: `cohorts.follow-up.${id}`,
    submit: (input) => request(UpdateFollowUpDocument, { input: input as never }),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['FollowUps'] });
      onClose();
    },
  });
  return (
    <Form form={form} label={t('followUps.edit')}>
      <Fields gap="md">
        <DateField name="nextContactOn" label={t('followUps.next')} required />
        <ReferentSelect name="ownerId" label={t('followUps.ownerLabel')} />
        <TextareaField name="note" label={t('followUps.note')} placeholder={t('followUps.notePlaceholder')} data-autofocus />
        <Group justify="flex-end">
          <SubmitButton>{t('followUps.save')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}
