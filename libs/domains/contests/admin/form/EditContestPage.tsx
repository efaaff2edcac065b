import { Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { UpdateContestInput } from '@portevoix/contests/shared';
import type { ManagedContestQuery } from '@portevoix/graphql';
import { ErrorState, Notice, PageHeader, SkeletonRows, Stack } from '@portevoix/ui';
import { errorText, Form, formFor, queryOf, request, SubmitButton, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ManagedContest, UpdateContest } from '../contests.graphql';
import { texts } from '../texts';
import { ContestFields } from './ContestFields';
import { valuesOf } from './values';

const ContestForm = formFor(UpdateContestInput);

export function EditContestPage() {
  const t = useT(texts);
  const { contestId } = useParams({ strict: false }) as { contestId: string };
  const { data, error, refetch } = useQuery(queryOf(ManagedContest, { id: contestId }));
  if (error) return <ErrorState title={t('contest.failed')} {...errorText(error)} onRetry={() => void refetch()} />;
  return data ? <EditContest contest={data.contest} /> : <SkeletonRows />;
}

function EditContest({ contest }: { contest: ManagedContestQuery['contest'] }) {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const page = `/animation/concours/${contest.id}`;
  const form = ContestForm.useForm({
    defaultValues: { id: contest.id, ...valuesOf(contest) },
    draft: `contests.${contest.id}`,
    submit: (input) => request(UpdateContest, { input }),
    onDone: ({ updateContest: { name } }) => {
      notifications.show({ message: t('form.saved', { name }) });
      void Promise.all(['AllContests', 'ManagedContest'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      void navigate({ to: page });
    },
  });
  return (
    <Form form={form} label={t('form.editTitle')}>
      <Stack>
        <PageHeader title={t('form.editTitle')} crumbs={[{ label: t('nav.contests'), href: '/animation/concours' }, { label: contest.name, href: page }]} actions={<SubmitButton>{t('form.save')}</SubmitButton>} />
        {contest.viewerCanEdit ? null : <Notice tone="warn">{t('errors.CONTEST_STARTED.happened')}</Notice>}
        <ContestFields />
        <Group justify="flex-end">
          <SubmitButton>{t('form.save')}</SubmitButton>
        </Group>
      </Stack>
    </Form>
  );
}
