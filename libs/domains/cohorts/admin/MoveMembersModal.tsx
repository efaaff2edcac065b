import { Group, Modal, Stack as Fields } from '@mantine/core';
import { MoveMembersInput } from '@portevoix/cohorts/shared';
import { showUndo } from '@portevoix/ui';
import { Form, formFor, queryOf, request, SelectField, SubmitButton, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CohortsDocument, MoveMembersDocument } from './cohorts.graphql';
import { texts } from './texts';

const MoveForm = formFor(MoveMembersInput);

interface Props {
  fromCohortId: string;
  personIds: string[];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** The chosen members go on in another cohort, their origin with them. */
export function MoveMembersModal({ opened, onClose, ...rest }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('members.moveTitle', { count: rest.personIds.length })}>
      <Move onClose={onClose} {...rest} />
    </Modal>
  );
}

function Move({ fromCohortId, personIds, onClose, onDone }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const client = useQueryClient();
  const others = useQuery(queryOf(CohortsDocument)).data?.cohorts.filter(({ id }) => id !== fromCohortId);
  const refresh = () => ['Cohort', 'Cohorts', 'CohortMembers', 'FollowUps'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
  const form = MoveForm.useForm({
    defaultValues: { fromCohortId, toCohortId: '', personIds },
    submit: (input) => request(MoveMembersDocument, { input }),
    onDone: ({ moveMembers: { name } }, { toCohortId }) => {
      const back = { fromCohortId: toCohortId, toCohortId: fromCohortId, personIds };
      refresh();
      onDone();
      onClose();
      showUndo({ message: t('members.moved', { count: personIds.length, name }), detail: t('members.movedDetail'), onUndo: () => void request(MoveMembersDocument, { input: back }).then(refresh) });
    },
  });
  if (others?.length === 0) return <p>{t('members.noOther')}</p>;
  return (
    <Form form={form} label={t('members.move')}>
      <Fields gap="md">
        <p>{t('members.moveIntro')}</p>
        <SelectField<MoveMembersInput> name="toCohortId" label={t('members.moveTo')} required data={(others ?? []).map(({ id, name }) => ({ value: id, label: name }))} data-autofocus />
        <Group justify="flex-end">
          <SubmitButton>{t('members.moveSubmit')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}
