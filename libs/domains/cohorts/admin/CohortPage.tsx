import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CohortQuery } from '@portevoix/graphql';
import { Columns, ErrorState, PageHeader, SkeletonRows, Stack } from '@portevoix/ui';
import { PageTabs } from '@portevoix/ui/admin';
import { errorText, queryOf, Slot, slotOf, useFormat, useMutationOf, useShell, useT } from '@portevoix/web';
import { IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, type ComponentType } from 'react';
import { AboutCard } from './AboutCard';
import { CohortsDocument, CohortDocument, LaunchCohortDocument } from './cohorts.graphql';
import { CohortState } from './CohortsPage';
import { FollowUpsCard } from './FollowUpsCard';
import { MembersTable } from './MembersTable';
import { ReferentCard } from './ReferentCard';
import { SizingCard } from './SizingCard';
import { texts } from './texts';

export type Cohort = CohortQuery['cohort'];

/** A cohort: how it starts, who is in it, whom to contact next. */
export function CohortPage() {
  const t = useT(texts);
  const { cohortId = '' } = useParams({ strict: false }) as { cohortId?: string };
  const { data, error, refetch } = useQuery(queryOf(CohortDocument, { id: cohortId }));
  if (error) return <ErrorState title={t('page.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  return data ? <Cohort cohort={data.cohort} /> : <SkeletonRows rows={6} />;
}

function Cohort({ cohort }: { cohort: Cohort }) {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const { partie = 'depart' } = useSearch({ strict: false }) as { partie?: string };
  const { domains, can } = useShell();
  const others = slotOf(domains, 'admin.cohort.tabs', can);
  const { id, name, launchedAt, memberCount, strategy, startsOn, viewerCanManage } = cohort;
  const launch = useMutationOf(LaunchCohortDocument, { refresh: [CohortDocument, CohortsDocument], onSuccess: () => notifications.show({ message: t('page.launched', { name }) }) });
  const tabs = [
    { id: 'depart', label: t('page.tabStart') },
    { id: 'membres', label: t('page.tabMembers'), count: memberCount },
    { id: 'suivi', label: t('page.tabFollowUps') },
    ...others.map(({ domain, label = '' }) => ({ id: domain.id, label: domain.catalogue.text(label) })),
  ];
  const Other = others.find(({ domain }) => domain.id === partie)?.component as ComponentType<{ cohortId: string }> | undefined;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t('page.back'), href: '/cohortes' }, { label: name }]}
        status={<CohortState launched={Boolean(launchedAt)} />}
        subtitle={t('page.subtitle', { members: t('page.members', { count: memberCount }), strategy: t(`strategies.${strategy}`), date: format.date(startsOn, 'long') })}
        actions={
          viewerCanManage && !launchedAt ? (
            <Button leftSection={<IconRocket size={18} aria-hidden />} loading={launch.isPending} onClick={() => launch.mutate({ id })}>
              {t('page.launch')}
            </Button>
          ) : null
        }
      />
      <PageTabs label={t('page.tabs')} tabs={tabs} active={partie} onChange={(next) => void navigate({ to: '.', search: { partie: next } as never, replace: true })} />
      {partie === 'membres' ? <MembersTable cohortId={id} /> : null}
      {partie === 'suivi' ? <FollowUpsCard cohortId={id} /> : null}
      {partie === 'depart' ? <Start cohort={cohort} /> : null}
      {Other ? (
        <Suspense fallback={<SkeletonRows />}>
          <Other cohortId={id} />
        </Suspense>
      ) : null}
    </>
  );
}

function Start({ cohort }: { cohort: Cohort }) {
  return (
    <Columns>
      <Stack>
        <Slot name="admin.cohort.main" cohortId={cohort.id} />
        <AboutCard cohort={cohort} />
        <FollowUpsCard cohortId={cohort.id} short />
      </Stack>
      <Stack>
        <ReferentCard cohort={cohort} />
        <Slot name="admin.cohort.aside" cohortId={cohort.id} />
        <SizingCard cohort={cohort} />
      </Stack>
    </Columns>
  );
}
