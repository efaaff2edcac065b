import { Radio, Stack as Fields } from '@mantine/core';
import type { ProgrammeQuery } from '@portevoix/graphql';
import { ProgrammeAxis } from '@portevoix/programmes/shared';
import { Card, Notice, SkeletonRows, Tag, showUndo } from '@portevoix/ui';
import { errorText, queryOf, useMutationOf, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import css from './programme.module.css';
import { AxisDefaultsDocument, ProgrammeDocument, UpdateProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

type Programme = NonNullable<ProgrammeQuery['currentProgramme']>;

/** The first axis, and what it selects. */
export function AxisCard({ programme: { id, axis, viewerCanManage } }: { programme: Programme }) {
  const t = useT(texts);
  const save = useMutationOf(UpdateProgrammeDocument, { refresh: [ProgrammeDocument] });
  const choose = (next: Programme['axis']) => {
    save.mutate({ input: { id, axis: next } }, { onSuccess: () => showUndo({ message: t('axis.saved', { axis: t(`axes.${next}`) }), detail: t('axis.savedDetail'), onUndo: () => save.mutate({ input: { id, axis } }) }) });
  };
  return (
    <Card title={t('axis.title')}>
      {viewerCanManage ? (
        <Radio.Group aria-label={t('axis.title')} value={axis} onChange={(next) => choose(next as Programme['axis'])}>
          <Fields gap="xs">
            {Object.values(ProgrammeAxis).map((value) => (
              <Radio key={value} value={value} label={t(`axes.${value}`)} description={t(`axisHints.${value}`)} />
            ))}
          </Fields>
        </Radio.Group>
      ) : (
        <p>{t(`axes.${axis}`)}</p>
      )}
      {save.error ? <Notice tone="danger" live>{errorText(save.error).happened}</Notice> : null}
      <AxisDefaults axis={axis} />
    </Card>
  );
}

export function AxisDefaults({ axis }: { axis: Programme['axis'] }) {
  const t = useT(texts);
  const defaults = useQuery(queryOf(AxisDefaultsDocument, { axis })).data?.axisDefaults;
  if (!defaults) return <SkeletonRows rows={2} />;
  return (
    <dl className={css.defaults}>
      <dt>{t('axis.themes')}</dt>
      <dd>{defaults.themes.map((theme) => <Tag key={theme}>{t(`themes.${theme}`)}</Tag>)}</dd>
      <dt>{t('axis.kpis')}</dt>
      <dd>{defaults.kpis.map(({ metricId }) => <Tag key={metricId}>{t(`metrics.${metricId}` as 'metrics.readers')}</Tag>)}</dd>
    </dl>
  );
}
