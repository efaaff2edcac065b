import { Button } from '@mantine/core';
import type { ObjectivesQuery, ProgrammeQuery } from '@portevoix/graphql';
import { Card, EmptyState, ErrorState, PageHeader, Pill, SkeletonRows, Stack, TruthLabel, showUndo } from '@portevoix/ui';
import { TargetGauge } from '@portevoix/ui/admin';
import { errorText, queryOf, request, useFormat, useT } from '@portevoix/web';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CreateProgramme } from './CreateProgramme';
import { ObjectiveModal } from './ObjectiveModal';
import css from './programme.module.css';
import { CreateObjectiveDocument, ObjectivesDocument, ProgrammeDocument, RemoveObjectiveDocument } from './programme.graphql';
import { texts } from './texts';
import { useObjectiveTruths } from './truths';

export type Objective = ObjectivesQuery['objectives'][number];
type Programme = NonNullable<ProgrammeQuery['currentProgramme']>;

export function ObjectivesPage() {
  const t = useT(texts);
  const { data, error, isPending, refetch } = useQuery(queryOf(ProgrammeDocument));
  if (error) return <ErrorState title={t('plan.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={6} />;
  return data.currentProgramme ? <Objectives programme={data.currentProgramme} /> : <CreateProgramme />;
}

/** What the programme must reach, and how far it is: the figures are measured. */
function Objectives({ programme: { id: programmeId, viewerCanManage } }: { programme: Programme }) {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { ajouter, modifier } = useSearch({ strict: false }) as { ajouter?: unknown; modifier?: string };
  const open = (search: object) => void navigate({ to: '.', search: search as never, replace: true });
  const { data, error, refetch } = useQuery(queryOf(ObjectivesDocument, { programmeId }));
  const refresh = () => client.invalidateQueries({ queryKey: ['Objectives'] });
  const remove = async ({ id, name, metricId, baseline, target, deadline, serves, owner }: Objective) => {
    await request(RemoveObjectiveDocument, { id });
    await refresh();
    const input = { programmeId, name, metricId, baseline, target, deadline, serves, ownerId: owner.id };
    showUndo({ message: t('objectives.removed', { name }), detail: t('objectives.removedDetail'), onUndo: () => void request(CreateObjectiveDocument, { input }).then(refresh) });
  };
  const add = viewerCanManage ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open({ ajouter: 1 })}>
      {t('objectives.add')}
    </Button>
  ) : null;
  const objectives = data?.objectives ?? [];
  return (
    <>
      <PageHeader title={t('objectives.title')} subtitle={t('objectives.subtitle')} actions={objectives.length ? add : null} />
      <Stack>
        {error ? <ErrorState title={t('objectives.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows /> : null}
        {data && !objectives.length ? <EmptyState title={t('objectives.emptyTitle')} reason={t('objectives.emptyReason')} action={add} /> : null}
        <ul className={css.objectives}>
          {objectives.map((objective) => (
            <li key={objective.id}>
              <ObjectiveCard objective={objective} {...(viewerCanManage && { onEdit: () => open({ modifier: objective.id }), onRemove: () => void remove(objective) })} />
            </li>
          ))}
        </ul>
        {data ? <ObjectiveModal programmeId={programmeId} objective={objectives.find(({ id }) => id === modifier)} opened={Boolean(ajouter) || objectives.some(({ id }) => id === modifier)} onClose={() => open({})} /> : null}
      </Stack>
    </>
  );
}

function ObjectiveCard({ objective, onEdit, onRemove }: { objective: Objective; onEdit?: () => void; onRemove?: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useObjectiveTruths();
  const { name, metricId, unit, baseline, target, deadline, serves, isMeasured, current, progress, owner } = objective;
  const notShown = t(isMeasured ? 'objectives.tooFew' : 'objectives.notMeasured');
  const amount = (value: number) => (unit === 'EUROS' ? format.currency(value) : t(`amounts.${unit}`, { value: format.number(value) }));
  return (
    <Card>
      <div className={css.objective}>
        <div>
          <h2>{name}</h2>
          {serves ? <p>{serves}</p> : null}
          <p className={css.second}>
            {t(`metrics.${metricId}` as 'metrics.readers')} · {t('objectives.fromTo', { baseline: amount(baseline), target: amount(target) })} · {format.date(deadline, 'long')} · {owner.displayName}
          </p>
        </div>
        <div>
          <p className={css.figure}>
            {typeof current === 'number' ? <span>{t('objectives.ofTarget', { current: format.number(current), target: amount(target) })}</span> : <span className={css.second}>{notShown}</span>}
            {progress?.reached ? <Pill tone="good" icon={<IconCircleCheck size={14} aria-hidden />}>{t('objectives.reached')}</Pill> : null}
            {isMeasured ? <TruthLabel {...truth(metricId)} /> : null}
          </p>
          <TargetGauge value={progress?.share ?? 0} label={progress ? t('objectives.gauge', { percent: format.percent(progress.share) }) : notShown} />
        </div>
        {onEdit ? (
          <div className={css.actions}>
            <Button size="sm" variant="default" aria-label={`${t('objectives.change')}, ${name}`} onClick={onEdit}>{t('objectives.change')}</Button>
            <Button size="sm" variant="subtle" color="gray" aria-label={`${t('objectives.remove')}, ${name}`} onClick={onRemove}>{t('objectives.remove')}</Button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
