import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CohortQuery } from '@portevoix/graphql';
import { Columns, ErrorState, PageHeader, SkeletonRows, Stack } from '@portevoix/ui';
import { PageTabs } from '@portevoix/ui/admin';
import { errorText, Failure, queryOf, Slot, slotOf, useFormat, useMutationOf, useShell, useT } from '@portevoix/web';
import { IconLock, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useState, type ComponentType } from 'react';
import { AboutCard } from './AboutCard';
import { CohortsDocument, CohortDocument, LaunchCohortDocument } from './cohorts.graphql';
import { CohortState } from './CohortsPage';
import { FollowUpsCard } from './FollowUpsCard';
import { LaunchCard } from './launch/LaunchCard';
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
        actions={viewerCanManage && !launchedAt ? <LaunchButton cohort={cohort} /> : null}
      />
      <PageTabs label={t('page.tabs')} tabs={tabs} active={partie} onChange={(next) => void navigate({ to: '.', search: { partie: next } as never, replace: true })} />
      {partie === 'membres' ? <MembersTable cohort={cohort} /> : null}
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

/** Blocked until each point is ready: it then leads to what blocks. */
function LaunchButton({ cohort: { id, name, launchPoints } }: { cohort: Cohort }) {
  const t = useT(texts);
  const navigate = useNavigate();
  const launch = useMutationOf(LaunchCohortDocument, { refresh: [CohortDocument, CohortsDocument], onSuccess: () => notifications.show({ message: t('page.launched', { name }) }) });
  const missing = launchPoints.filter(({ isReady }) => !isReady).length;
  const start = () => {
    if (!missing) return launch.mutate({ id });
    void navigate({ to: '.', search: { partie: 'depart' } as never, hash: 'depart-points', replace: true });
  };
  return (
    <>
      <Button leftSection={missing ? <IconLock size={18} aria-hidden /> : <IconRocket size={18} aria-hidden />} loading={launch.isPending} aria-disabled={missing > 0} aria-describedby={missing ? 'launch-blocked' : undefined} onClick={start}>
        {t('page.launch')}
      </Button>
      {missing ? <span id="launch-blocked" className="pv-sr">{t('launch.blocked', { count: missing })}</span> : null}
      {launch.error ? <Failure error={launch.error} /> : null}
    </>
  );
}

function Start({ cohort }: { cohort: Cohort }) {
  const [editing, setEditing] = useState(false);
  return (
    <Columns>
      <Stack>
        {cohort.launchPoints.length ? <LaunchCard cohort={cohort} onWelcome={() => setEditing(true)} /> : null}
        <Slot name="admin.cohort.main" cohortId={cohort.id} />
        <AboutCard cohort={cohort} editing={editing} setEditing={setEditing} />
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
