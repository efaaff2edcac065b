import { Button, NumberInput, Stack as Fields } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { LaunchPlan } from '@portevoix/graphql';
import { adviseSize } from '@portevoix/cohorts/shared';
import { Card, TextLink } from '@portevoix/ui';
import { Failure, useMutationOf, useT } from '@portevoix/web';
import { useState } from 'react';
import { ApplySizingDocument, CohortDocument, CohortsDocument, FollowUpsDocument } from './cohorts.graphql';
import type { Cohort } from './CohortPage';
import css from './cohorts.module.css';
import { SizingAdvisor } from './SizingAdvisor';
import { texts } from './texts';

/** How the cohort is launched: chosen until the launch, then recalled with its waves. */
export function SizingCard({ cohort }: { cohort: Cohort }) {
  const t = useT(texts);
  const { launchedAt, viewerCanManage, wave } = cohort;
  const open = viewerCanManage && !launchedAt && (wave ?? 1) === 1;
  return <Card title={t('sizing.chosen')}>{open ? <SizingChoice cohort={cohort} /> : <ChosenPlan cohort={cohort} />}<Waves cohort={cohort} /></Card>;
}

function ChosenPlan({ cohort: { plan, plannedSize, memberCount, wave } }: { cohort: Cohort }) {
  const t = useT(texts);
  const label = plan === 'WAVES' ? t('sizing.wave', { wave: wave ?? 1 }) : t('sizing.LAUNCH_ALL');
  return <p className={css.text}>{[label, t('sizing.planned', { count: plannedSize ?? memberCount })].join(' · ')}</p>;
}

function SizingChoice({ cohort: { id, plan, waves, plannedSize, memberCount } }: { cohort: Cohort }) {
  const t = useT(texts);
  const planned = waves.length ? waves.reduce((sum, wave) => sum + (wave.plannedSize ?? 0), 0) : (plannedSize ?? memberCount);
  const [people, setPeople] = useState(planned);
  const [chosen, setChosen] = useState<LaunchPlan | null>(plan ?? null);
  const apply = useMutationOf(ApplySizingDocument, { refresh: [CohortDocument, CohortsDocument, FollowUpsDocument], onSuccess: () => notifications.show({ message: t('sizing.applied') }) });
  const { options, recommended } = adviseSize(people);
  const value = (options.some((option) => option.plan === chosen) ? chosen : recommended) ?? null;
  const isNew = value !== null && (value !== plan || people !== planned);
  return (
    <Fields gap="sm">
      <NumberInput label={t('sizing.people')} min={Math.max(1, memberCount)} max={100_000} allowDecimal={false} allowNegative={false} value={people || ''} onChange={(next) => setPeople(typeof next === 'number' ? next : 0)} />
      <SizingAdvisor people={people} value={value} onChoose={setChosen} />
      {apply.error ? <Failure error={apply.error} /> : null}
      {isNew ? (
        <Button variant="default" loading={apply.isPending} onClick={() => apply.mutate({ input: { cohortId: id, people, choice: value } })}>
          {t('sizing.apply')}
        </Button>
      ) : null}
    </Fields>
  );
}

function Waves({ cohort: { id, waves } }: { cohort: Cohort }) {
  const t = useT(texts);
  if (waves.length < 2) return null;
  return (
    <ol className={css.waves}>
      {waves.map((wave) => {
        const label = t('sizing.waveLink', { name: wave.name, members: wave.memberCount, planned: wave.plannedSize ?? 0 });
        return <li key={wave.id} aria-current={wave.id === id ? 'true' : undefined}>{wave.id === id ? <b>{label}</b> : <TextLink href={`/cohortes/${wave.id}`}>{label}</TextLink>}</li>;
      })}
    </ol>
  );
}
