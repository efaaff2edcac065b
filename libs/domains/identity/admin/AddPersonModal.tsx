import { Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Role } from '@portevoix/graphql';
import { AddPersonInput, LOCALES } from '@portevoix/identity/shared';
import { Stack } from '@portevoix/ui';
import { Form, formFor, MultiSelectField, request, SelectField, SubmitButton, TextField, useLocale, useT } from '@portevoix/web';
import { AddPersonDocument } from './settings.graphql';
import { texts } from './texts';

const AddPersonForm = formFor(AddPersonInput);
/** AMBASSADOR is not given here: it comes from the person's own acceptance. */
const GIVEN: Role[] = ['PILOT', 'COMMUNITY_MANAGER', 'EDITOR', 'COUNCIL', 'SPONSOR', 'CONTRIBUTOR'];

interface Props {
  opened: boolean;
  groups: readonly { id: string; name: string }[];
  onClose: () => void;
  onAdded: () => void;
}

export function AddPersonModal({ opened, onClose, ...rest }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('add.title')}>
      <AddPerson onClose={onClose} {...rest} />
    </Modal>
  );
}

function AddPerson({ groups, onClose, onAdded }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const locale = useLocale();
  const form = AddPersonForm.useForm({
    defaultValues: { firstName: '', lastName: '', email: '', jobTitle: '', roles: [], groupIds: [], locale },
    draft: 'identity.add-person',
    submit: (input) => request(AddPersonDocument, { input: input as never }),
    onDone: ({ addPerson }) => {
      notifications.show({ message: t('add.done', { name: addPerson.displayName }) });
      onAdded();
      onClose();
    },
  });
  return (
    <Form form={form} label={t('add.title')}>
      <Stack>
        <p>{t('add.intro')}</p>
        <TextField name="firstName" label={t('add.firstName')} required autoComplete="off" data-autofocus />
        <TextField name="lastName" label={t('add.lastName')} required autoComplete="off" />
        <TextField name="email" type="email" label={t('add.email')} required autoComplete="off" />
        <TextField name="jobTitle" label={t('add.jobTitle')} autoComplete="off" />
        <SelectField name="locale" label={t('add.locale')} description={t('add.localeHint')} allowDeselect={false} data={LOCALES.map((value) => ({ value, label: t(`add.locales.${value}`) }))} />
        <MultiSelectField name="roles" label={t('add.roles')} data={GIVEN.map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
        <MultiSelectField name="groupIds" label={t('add.groups')} searchable data={groups.map(({ id, name }) => ({ value: id, label: name }))} />
        <Group justify="flex-end">
          <SubmitButton>{t('add.submit')}</SubmitButton>
        </Group>
      </Stack>
    </Form>
  );
}
