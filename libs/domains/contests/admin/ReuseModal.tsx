import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ContestFromTemplateInput } from '@portevoix/contests/shared';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { Stack } from '@portevoix/ui';
import { DateField, Form, formFor, queryOf, request, SelectField, SubmitButton, TextField, useT, useViewer } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ContestCohorts, ContestFromTemplate } from './contests.graphql';
import { texts } from './texts';

const ReuseForm = formFor(ContestFromTemplateInput);

interface Props {
  contest: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
}

/** The same contest for another cohort, to compare. */
export function ReuseModal({ contest, opened, onClose }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('reuse.title')}>
      <Reuse contest={contest} onDone={onClose} />
    </Modal>
  );
}

function Reuse({ contest, onDone }: { contest: Props['contest']; onDone: () => void }) {
  const t = useT(texts);
  const { organisation } = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const cohorts = useQuery(queryOf(ContestCohorts)).data?.cohorts ?? [];
  const form = ReuseForm.useForm({
    defaultValues: { contestId: contest.id, cohortId: '', name: contest.name, firstDay: addDays(dayOf(new Date(), organisation.timeZone), 1) },
    draft: `contests.reuse.${contest.id}`,
    submit: (input) => request(ContestFromTemplate, { input }),
    onDone: ({ contestFromTemplate: { id, name } }) => {
      notifications.show({ message: t('form.created', { name }) });
      void Promise.all(['AllContests', 'ComparedContests'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      onDone();
      void navigate({ to: `/animation/concours/${id}` });
    },
  });
  return (
    <Form form={form} label={t('reuse.title')}>
      <Stack>
        <p>{t('reuse.text')}</p>
        <SelectField name="cohortId" label={t('reuse.cohort')} required data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} />
        <DateField name="firstDay" label={t('reuse.firstDay')} required />
        <TextField name="name" label={t('reuse.name')} required autoComplete="off" />
        <SubmitButton>{t('reuse.submit')}</SubmitButton>
      </Stack>
    </Form>
  );
}
