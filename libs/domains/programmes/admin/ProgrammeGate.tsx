import { Button } from '@mantine/core';
import { Card, EmptyState, PageHeader, SkeletonRows, UiLink } from '@portevoix/ui';
import { FailurePage, queryOf, useCan, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { ProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

/** What it holds, once there is a programme; until then, what it waits for. */
export function ProgrammeGate({ children }: PropsWithChildren) {
  const t = useT(texts);
  const canManage = useCan('programme:manage');
  const { data, error, refetch } = useQuery(queryOf(ProgrammeDocument));
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  if (data.currentProgramme) return children;
  return (
    <>
      <PageHeader title={t('first.title')} subtitle={t('first.subtitle')} />
      <Card>
        <EmptyState
          title={t('create.title')}
          reason={t(canManage ? 'create.reason' : 'create.waiting')}
          action={canManage ? <Button component={UiLink} href="/programme">{t('create.submit')}</Button> : undefined}
        />
      </Card>
    </>
  );
}
