import { Button, Select } from '@mantine/core';
import { carrierOf, changeOf } from '@portevoix/analytics/shared';
import { useOriginName } from '@portevoix/cohorts/admin';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import type { ResultsDetailQuery } from '@portevoix/graphql';
import { DateRangeField, Freshness, KpiStrip, Notice, PageHeader, SkeletonChart, SkeletonFigures, Stack, type Kpi } from '@portevoix/ui/admin';
import { FailurePage, queryOf, saveCsv, toCsv, useCan, useFormat, useT, useViewer } from '@portevoix/web';
import { IconClock, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { csvOf } from './export';
import { usePeriod } from './period';
import css from './results.module.css';
import { ResultCohortsDocument, ResultsDetailDocument, ResultsDocument } from './results.graphql';
import { ResultDetail } from './ResultDetail';
import type { ShownPeriod } from './shownPeriod';
import { texts } from './texts';
import { useDelta, useResultTruths, type FigureRow } from './truths';

/** What the programme gives, each figure with how it is known. */
export function ResultsPage() {
  const t = useT(texts);
  const { period } = usePeriod();
  const isPart = Boolean(period.cohortId ?? period.origin);
  const results = useQuery(queryOf(ResultsDocument, period));
  const detail = useQuery(queryOf(ResultsDetailDocument, period));
  const failure = results.error ?? detail.error;
  if (failure) return <FailurePage error={failure} onRetry={() => void Promise.all([results.refetch(), detail.refetch()])} />;
  const title = results.data ? titleOf(t, results.data.dashboard.figures, isPart ? undefined : detail.data) : t('title.plain');
  return (
    <>
      <PageHeader eyebrow={t('nav.results')} title={title} actions={<ExportButton period={period} figures={results.data?.dashboard.figures} detail={detail.data} />} />
      <Stack>
        <Filters dataUntil={results.data?.dataUntil ?? null} />
        {results.data ? <Figures figures={results.data.dashboard.figures} isPart={isPart} /> : <SkeletonFigures count={4} />}
        {detail.data && results.data ? <ResultDetail detail={detail.data} isPart={isPart} /> : <SkeletonChart />}
      </Stack>
    </>
  );
}

type Detail = ResultsDetailQuery;
type TResults = ReturnType<typeof useT<typeof texts.messages>>;

/** What the shares did, and which network carries it; only what the figures bear. */
function titleOf(t: TResults, figures: readonly FigureRow[], detail: Detail | undefined): string {
  const shares = figures.find(({ metricId }) => metricId === 'shares');
  if (shares?.atLeast) return t('title.plain');
  const change = changeOf(shares?.value ?? null, shares?.previous ?? null);
  if (change.kind !== 'PERCENT') return change.kind === 'SAME' && shares?.value ? t('title.same') : t('title.plain');
  const percent = Math.abs(change.percent);
  if (change.percent < 0) return t('title.down', { percent });
  const carrier = detail && carrierOf(detail.networks, detail.networksBefore);
  return carrier ? t('title.carried', { percent, network: t(`networks.${carrier as keyof typeof texts.messages.networks}`) }) : t('title.up', { percent });
}

function Filters({ dataUntil }: { readonly dataUntil: string | null }) {
  const t = useT(texts);
  const originName = useOriginName();
  const format = useFormat();
  const { organisation } = useViewer();
  const canSeeCohorts = useCan('cohorts:read');
  const { today, period, setPeriod, setComparison, setCohort, setOrigin } = usePeriod();
  const cohorts = useQuery({ ...queryOf(ResultCohortsDocument, {}), enabled: canSeeCohorts });
  return (
    <div className={css.filters}>
      <RangeField key={`p${period.from}${period.to}`} label={t('filters.period')} from={period.from} to={period.to} max={today} onChange={setPeriod} />
      <RangeField key={`c${period.compareFrom}${period.compareTo}`} label={t('filters.comparison')} from={period.compareFrom} to={period.compareTo} max={today} onChange={setComparison} />
      {canSeeCohorts ? (
        <Select
          label={t('filters.cohort')}
          value={period.cohortId ?? ''}
          onChange={(value) => setCohort(value || null)}
          data={[{ value: '', label: t('filters.all') }, ...(cohorts.data?.cohorts ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          allowDeselect={false}
        />
      ) : null}
      <Select label={t('filters.origin')} value={period.origin ?? ''} onChange={(value) => setOrigin(value || null)} data={[{ value: '', label: t('filters.all') }, ...Object.values(RecruitmentOrigin).map((value) => ({ value, label: originName(value) }))]} allowDeselect={false} />
      {dataUntil ? <Freshness icon={<IconClock size={14} aria-hidden />}>{t('until', { time: format.dateTime(dataUntil, organisation.timeZone, 'medium') })}</Freshness> : null}
    </div>
  );
}

/** The address changes once both days are chosen. */
function RangeField({ label, from, to, max, onChange }: { readonly label: string; readonly from: string; readonly to: string; readonly max: string; readonly onChange: (from: string, to: string) => void }) {
  const [value, setValue] = useState<[string | null, string | null]>([from, to]);
  return (
    <div className={css.range}>
      <DateRangeField
        label={label}
        value={value}
        max={max}
        onChange={(next) => {
          setValue(next);
          if (next[0] && next[1]) onChange(next[0], next[1]);
        }}
      />
    </div>
  );
}

function Figures({ figures, isPart }: { readonly figures: readonly FigureRow[]; readonly isPart: boolean }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const delta = useDelta();
  const of = (id: string) => figures.find(({ metricId }) => metricId === id);
  const shown = (id: string) => {
    const { value, atLeast } = of(id) ?? {};
    if (typeof value !== 'number') return t('withheld');
    return atLeast ? t('atLeast', { n: format.number(value) }) : format.number(value);
  };
  const members = of('members')?.value;
  // « 15 ou plus » in the size of a figure would not hold in its cell.
  const kpi = (id: 'people-connected' | 'readers' | 'active-members' | 'shares' | 'valid-clicks', { unit, ...more }: Partial<Kpi> = {}): Kpi => {
    const figure = of(id);
    const isFloor = Boolean(figure?.atLeast) && typeof figure?.value === 'number';
    return {
      label: t(`metrics.${id}.name`),
      value: isFloor ? format.number(figure?.value ?? 0) : shown(id),
      unit: isFloor ? [t('orMore'), unit].filter(Boolean).join(' ') : unit,
      delta: delta(figure),
      truths: [truth(id)],
      ...more,
    };
  };
  const items: Kpi[] = [
    kpi('people-connected'),
    kpi('readers'),
    kpi('active-members', { unit: typeof members === 'number' && members > 0 ? t('ofMembers', { count: members, members: format.number(members) }) : undefined }),
    kpi('shares', { truths: [truth('shares-measured', t('shares.measured', { n: shown('shares-measured') })), truth('shares-declared', t('shares.declared', { n: shown('shares-declared') }))] }),
    kpi('valid-clicks', { truths: isPart ? [truth('valid-clicks')] : [truth('valid-clicks'), truth('raw-clicks', t('rawClicks', { n: shown('raw-clicks') }))] }),
  ];
  const reason = figures.find(({ suppressed }) => suppressed)?.suppressed;
  return (
    <>
      <KpiStrip items={items} />
      {reason ? <Notice>{t(`suppressed.${reason}`)}</Notice> : null}
      {isPart ? <Notice>{t('cohort.groups')}</Notice> : null}
    </>
  );
}

function ExportButton({ period, figures, detail }: { readonly period: ShownPeriod; readonly figures: readonly FigureRow[] | undefined; readonly detail: Detail | undefined }) {
  const t = useT(texts);
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      aria-disabled={!figures}
      onClick={() => figures && saveCsv(`${t('export.file')}-${period.from}-${period.to}.csv`, toCsv(csvOf(t, period, figures, detail)))}
    >
      {t('export.button')}
    </Button>
  );
}
