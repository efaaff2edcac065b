import { Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CreateContestInput } from '@portevoix/contests/shared';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { Notice, PageHeader, Stack } from '@portevoix/ui';
import { Form, formFor, request, SubmitButton, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CreateContest } from '../contests.graphql';
import { texts } from '../texts';
import { ContestFields } from './ContestFields';
import { newContest } from './values';

const ContestForm = formFor(CreateContestInput);

export function NewContestPage() {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { cohorte } = useSearch({ strict: false }) as { cohorte?: string };
  const tomorrow = addDays(dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone), 1);
  const form = ContestForm.useForm({
    defaultValues: { ...newContest(tomorrow, addDays(tomorrow, 20)), ...(cohorte && { cohortId: cohorte }) },
    draft: ['contests.new', cohorte].filter(Boolean).join('.'),
    submit: (input) => request(CreateContest, { input }),
    onDone: ({ createContest: { id, name } }) => {
      notifications.show({ message: t('form.created', { name }) });
      void client.invalidateQueries({ queryKey: ['AllContests'] });
      void navigate({ to: `/animation/concours/${id}` });
    },
  });
  return (
    <Form form={form} label={t('form.createTitle')}>
      <Stack>
        <PageHeader title={t('form.createTitle')} crumbs={[{ label: t('nav.contests'), href: '/animation/concours' }]} actions={<SubmitButton>{t('form.create')}</SubmitButton>} />
        <Notice>{t('form.intro')}</Notice>
        <ContestFields />
        <Group justify="flex-end">
          <SubmitButton>{t('form.create')}</SubmitButton>
        </Group>
      </Stack>
    </Form>
  );
}
