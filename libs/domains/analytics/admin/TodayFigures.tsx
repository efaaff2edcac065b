import { habitOf, pointsBetween } from '@portevoix/analytics/shared';
import { addDays, dayOf } from '@portevoix/identity/shared';
import type { TodayFiguresQuery } from '@portevoix/graphql';
import { useObjectiveTruths } from '@portevoix/programmes/admin';
import { Card, Freshness, GaugeCard, SkeletonFigures, SkeletonRows, TextLink, TruthLabel } from '@portevoix/ui/admin';
import { Failure, queryOf, useCan, useFormat, useT, useViewer } from '@portevoix/web';
import { IconBook, IconClick, IconRefresh, IconShare, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import css from './results.module.css';
import { nextObjective } from './objectives';
import { TodayFiguresDocument, TodayObjectivesDocument, TodayProgrammeDocument } from './results.graphql';
import { texts } from './texts';
import { useResultTruths } from './truths';

type Data = TodayFiguresQuery;

/** The last four times seven days, read once for all the parts of the morning page. */
function useFigures() {
  const { organisation } = useViewer();
  const today = dayOf(new Date(), organisation.timeZone);
  const [from, compareFrom, thirdFrom, fourthFrom] = [-6, -13, -20, -27].map((days) => addDays(today, days)) as [string, string, string, string];
  return useQuery(queryOf(TodayFiguresDocument, { from, to: today, compareFrom, compareTo: addDays(today, -7), thirdFrom, thirdTo: addDays(today, -14), fourthFrom, fourthTo: addDays(today, -21) }));
}

const figureOf = (dashboard: Data['dashboard'], id: string) => dashboard.figures.find(({ metricId }) => metricId === id);

/** How fresh the figures of the page are. */
export function TodayFresh() {
  const t = useT(texts);
  const format = useFormat();
  const { timeZone } = useViewer().organisation;
  const until = useFigures().data?.dataUntil;
  if (!until) return null;
  const isToday = dayOf(new Date(until), timeZone) === dayOf(new Date(), timeZone);
  return <Freshness icon={<IconRefresh size={14} aria-hidden />}>{isToday ? t('today.until', { time: format.time(until, timeZone) }) : t('until', { time: format.dateTime(until, timeZone) })}</Freshness>;
}

/** Who joined, and the weekly habit. */
export function TodayGauges() {
  const { data, error } = useFigures();
  if (error) return <Failure error={error} />;
  if (!data) return <SkeletonFigures count={2} />;
  return (
    <div className={css.gauges}>
      <Newcomers data={data} />
      <Habit data={data} />
      <Objective />
    </div>
  );
}

function Newcomers({ data }: { readonly data: Data }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const weeks = data.newMembers.map(({ people }) => people);
  const last = weeks.at(-1) ?? 0;
  const delta = { text: format.number(last, { signDisplay: 'exceptZero' }), tone: last > 0 ? ('good' as const) : ('neutral' as const), versus: t('today.newWeek') };
  return <GaugeCard title={t('today.new')} truth={truth('new-members')} value={format.number(weeks.reduce((sum, people) => sum + people, 0))} unit={t('today.newUnit')} delta={delta} spark={weeks} note={t('today.newNote')} />;
}

function Habit({ data: { dashboard, earlier } }: { readonly data: Data }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const week = (from: Data['dashboard'], key: 'value' | 'previous') => ({ active: figureOf(from, 'active-members')?.[key] ?? 0, members: figureOf(from, 'members')?.[key] ?? 0 });
  const weeks = [week(earlier, 'previous'), week(earlier, 'value'), week(dashboard, 'previous'), week(dashboard, 'value')] as const;
  const [before, now] = [habitOf(weeks[2]), habitOf(weeks[3])];
  if (now === null) return null;
  const points = pointsBetween(now, before);
  const label = t('today.ofMembers', { n: format.number(weeks[3].active), members: format.number(weeks[3].members) });
  const text = points && t('today.points', { count: Math.abs(points), points: format.number(points, { signDisplay: 'exceptZero' }) });
  const delta = points === null ? undefined : text ? { text, tone: points > 0 ? ('good' as const) : ('neutral' as const), versus: t('today.onWeek') } : { text: t('today.same') };
  return <GaugeCard title={t('today.habit')} truth={truth('habit')} value={format.percent(now)} unit={label} delta={delta} spark={weeks.map((of) => (habitOf(of) ?? 0) * 100)} sparkEmphasis="last" hue={3} gauge={{ value: now, label }} note={t('today.habitNote')} />;
}

/** Of the objectives that are measured, the one whose day comes next; nothing without one. */
function Objective() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useObjectiveTruths();
  const { organisation } = useViewer();
  const canRead = useCan('programme:read');
  const programmeId = useQuery({ ...queryOf(TodayProgrammeDocument, {}), enabled: canRead }).data?.currentProgramme?.id;
  const objectives = useQuery({ ...queryOf(TodayObjectivesDocument, { programmeId: programmeId ?? '' }), enabled: Boolean(programmeId) }).data?.objectives ?? [];
  const today = dayOf(new Date(), organisation.timeZone);
  const next = nextObjective(objectives, today);
  if (!next) return null;
  const { name, metricId, target, deadline, current, share, reached } = next;
  const date = format.date(deadline);
  const left = format.number(Math.max(0, target - current));
  const note = reached ? t('today.objectiveReached', { date }) : t(deadline < today ? 'today.objectivePast' : 'today.objectiveLeft', { left, date });
  return <GaugeCard title={name} truth={truth(metricId)} value={format.number(current)} unit={t('today.objectiveOf', { target: format.number(target) })} hue={4} gauge={{ value: share, target: 1, label: `${name}, ${note}` }} note={note} />;
}

/** The last seven days beside the seven before. */
export function TodayChanges() {
  const t = useT(texts);
  const { data, error } = useFigures();
  if (error) return <Failure error={error} />;
  return (
    <Card title={t('today.changed')} aside={<TextLink href="/resultats">{t('today.all')}</TextLink>}>
      {data ? <Changes data={data} /> : <SkeletonRows rows={4} />}
    </Card>
  );
}

const LINES = [
  ['new-members', IconUserPlus, 'var(--chart-2)'],
  ['readers', IconUsers, 'var(--chart-3)'],
  ['shares', IconShare, 'var(--chart-2)'],
  ['valid-clicks', IconClick, 'var(--chart-4)'],
] as const;

function Changes({ data }: { readonly data: Data }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const joined = { value: data.newMembers.at(-1)?.people ?? 0, previous: data.newMembers.at(-2)?.people ?? 0 };
  const lines = LINES.flatMap(([id, Icon, colour]) => {
    const figure = id === 'new-members' ? joined : figureOf(data.dashboard, id);
    const [value, previous] = [figure?.value ?? 0, figure?.previous ?? 0];
    return value || previous ? [{ id, icon: <Icon size={17} stroke={1.75} color={colour} aria-hidden />, value, previous }] : [];
  });
  if (!lines.length && !data.topPublications.length) return <p>{t('today.quiet')}</p>;
  return (
    <ul className={css.changes}>
      {data.topPublications.map(({ publication: { id, title }, readers, clicks }) => (
        <Change key={id} icon={<IconBook size={17} stroke={1.75} color="var(--chart-3)" aria-hidden />} label={<TruthLabel {...truth('readers')} />}>
          <b>{t('today.publication', { title })}</b>
          {t('today.read', { count: readers, n: format.number(readers) })}, {t('today.clicked', { count: clicks, n: format.number(clicks) })}
        </Change>
      ))}
      {lines.map(({ id, icon, value, previous }) => (
        <Change key={id} icon={icon} label={<TruthLabel {...truth(id)} />}>
          <b>{t(`today.what.${id}`, { count: value, n: format.number(value) })}</b>
          {value === previous ? t('today.asMany') : t('today.against', { value: format.number(previous) })}
        </Change>
      ))}
    </ul>
  );
}

function Change({ icon, label, children }: { readonly icon: ReactNode; readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
      {label}
    </li>
  );
}
