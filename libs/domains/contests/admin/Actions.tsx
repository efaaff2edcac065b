import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ManagedContestQuery } from '@portevoix/graphql';
import { showUndo } from '@portevoix/ui';
import { AppLink, errorText, request, useMutationOf, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AllContests, ManagedContest, PublishContest, RemoveContest } from './contests.graphql';
import { ReuseModal } from './ReuseModal';
import { texts } from './texts';

/** What can be done with a contest in its state; deletion waits for its undo. */
export function Actions({ contest }: { contest: ManagedContestQuery['contest'] }) {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reusing, setReusing] = useState(false);
  const { id, name, viewerCanEdit, publishedAt } = contest;
  const onError = (error: unknown) => {
    const { happened, todo } = errorText(error);
    notifications.show({ title: happened, message: todo, color: 'red' });
  };
  const publish = useMutationOf(PublishContest, { refresh: [AllContests, ManagedContest], onError, onSuccess: () => void notifications.show({ message: t('contest.published', { name }) }) });
  const remove = () => {
    void navigate({ to: '/animation/concours' });
    showUndo({
      message: t('contest.removed', { name }),
      detail: t('contest.removedDetail'),
      onUndo: () => void navigate({ to: `/animation/concours/${id}` }),
      onExpire: () => void request(RemoveContest, { id }).then(() => client.invalidateQueries({ queryKey: ['AllContests'] }), onError),
    });
  };
  return (
    <Group gap="xs">
      {viewerCanEdit ? <Button variant="subtle" onClick={remove}>{t('contest.remove')}</Button> : null}
      {viewerCanEdit ? <Button variant="default" component={AppLink} href={`/animation/concours/${id}/modifier`}>{t('contest.edit')}</Button> : null}
      <Button variant="default" onClick={() => setReusing(true)}>{t('contest.reuse')}</Button>
      {publishedAt ? null : <Button loading={publish.isPending} onClick={() => publish.mutate({ id })}>{t('contest.publish')}</Button>}
      <ReuseModal contest={contest} opened={reusing} onClose={() => setReusing(false)} />
    </Group>
  );
}
