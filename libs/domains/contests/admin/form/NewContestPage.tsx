import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CreateContestInput } from '@portevoix/contests/shared';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { Card, EmptyState, Notice, PageHeader, SkeletonRows, Stack, UiLink } from '@portevoix/ui';
import { FailurePage, Form, formFor, queryOf, request, SubmitButton, useT, useViewer } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ContestCohorts, CreateContest } from '../contests.graphql';
import { texts } from '../texts';
import { ContestFields } from './ContestFields';
import { newContest } from './values';

const ContestForm = formFor(CreateContestInput);

/** A contest is played by a cohort: there must be one. */
export function NewContestPage() {
  const t = useT(texts);
  const { data, error, refetch } = useQuery(queryOf(ContestCohorts));
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  if (data.cohorts.length) return <NewContest />;
  return (
    <>
      <PageHeader title={t('form.createTitle')} crumbs={[{ label: t('nav.contests'), href: '/animation/concours' }]} />
      <Card>
        <EmptyState title={t('form.cohortFirst')} reason={t('form.cohortHint')} action={<Button component={UiLink} href="/cohortes">{t('form.toCohorts')}</Button>} />
      </Card>
    </>
  );
}

function NewContest() {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { organisation } = useViewer();
  const { cohorte } = useSearch({ strict: false }) as { cohorte?: string };
  const tomorrow = addDays(dayOf(new Date(), organisation.timeZone), 1);
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
