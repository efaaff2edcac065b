import { addDays, dayOf } from '@portevoix/identity/shared';
import type { TodayFiguresQuery } from '@portevoix/graphql';
import { Card, GaugeCard, Stack, TextLink, SkeletonFigures } from '@portevoix/ui/admin';
import { Failure, queryOf, useFormat, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import css from './results.module.css';
import { TodayFiguresDocument } from './results.graphql';
import { texts } from './texts';
import { deltaOf, useTruths } from './truths';

/** The last seven days beside the seven before: the habit, and what changed. */
export function TodayFigures() {
  const t = useT(texts);
  const { organisation } = useViewer();
  const today = dayOf(new Date(), organisation.timeZone);
  const days = { from: addDays(today, -6), to: today, compareFrom: addDays(today, -13), compareTo: addDays(today, -7) };
  const { data, error } = useQuery(queryOf(TodayFiguresDocument, days));
  if (error) return <Failure error={error} />;
  if (!data) return <SkeletonFigures count={2} />;
  return (
    <Stack>
      <Habit data={data} />
      <Card title={t('today.changed')} aside={<TextLink href="/resultats">{t('today.all')}</TextLink>}>
        <Changes data={data} />
      </Card>
    </Stack>
  );
}

type Data = TodayFiguresQuery;

function Habit({ data }: { readonly data: Data }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useTruths(data.metricDefinitions);
  const of = (id: string) => data.dashboard.figures.find(({ metricId }) => metricId === id);
  const [active, members] = [of('active-members')?.value ?? 0, of('members')?.value ?? 0];
  const readers = of('readers');
  return (
    <div className={css.gauges}>
      {members > 0 ? (
        <GaugeCard
          title={t('today.habit')}
          truth={truth('active-members')}
          value={format.percent(active / members)}
          unit={t('today.ofMembers', { n: format.number(active), members: format.number(members) })}
          gauge={{ value: active / members, label: t('today.ofMembers', { n: format.number(active), members: format.number(members) }) }}
          note={t('today.habitNote')}
        />
      ) : null}
      {readers ? <GaugeCard title={t('metrics.readers.name')} truth={truth('readers')} value={format.number(readers.value ?? 0)} unit={t('today.week')} delta={deltaOf(t, format, readers)} hue={3} /> : null}
    </div>
  );
}

function Changes({ data }: { readonly data: Data }) {
  const t = useT(texts);
  const format = useFormat();
  const lines = (['people-connected', 'shares', 'valid-clicks'] as const).flatMap((id) => {
    const figure = data.dashboard.figures.find(({ metricId }) => metricId === id);
    const delta = figure && deltaOf(t, format, figure);
    return figure ? [{ id, text: t('today.line', { name: t(`metrics.${id}.name`), value: format.number(figure.value ?? 0) }), delta }] : [];
  });
  return (
    <ul className={css.changes}>
      {data.topPublications.map(({ publication, readers, shares }) => (
        <li key={publication.id}>{t('today.publication', { title: publication.title, readers: t('today.readers', { count: readers }), shares: t('today.shares', { count: shares }) })}</li>
      ))}
      {lines.map(({ id, text, delta }) => (
        <li key={id}>
          {text}
          {delta ? <>, <b>{delta.text}</b> {delta.versus}</> : null}
        </li>
      ))}
    </ul>
  );
}
