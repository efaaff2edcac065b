import type { ResultsDetailQuery } from '@portevoix/graphql';
import type { CsvCell } from '@portevoix/web';
import type { ShownPeriod } from './shownPeriod';
import { texts } from './texts';
import type { FigureRow, T } from './truths';

type MetricKey = keyof typeof texts.messages.metrics;
type NetworkKey = keyof typeof texts.messages.networks;

/** Exactly what the page shows: the figures with their comparison, then each chart's table. A withheld cell is empty. */
export function csvOf(t: T, { from, to, compareFrom, compareTo, cohortId, origin }: ShownPeriod, figures: readonly FigureRow[], detail: ResultsDetailQuery | undefined): CsvCell[][] {
  const rows: CsvCell[][] = [
    [t('export.figure'), `${from} / ${to}`, `${compareFrom} / ${compareTo}`],
    ...figures.map(({ metricId, value, previous }) => [t(`metrics.${metricId as MetricKey}.name`), value ?? null, previous ?? null]),
  ];
  if (!detail) return rows;
  const { networks, clickBreakdown: clicks, dailySeries, topPublications, readersOnlyShare: only } = detail;
  return [
    ...rows,
    [t('metrics.readers-only.name'), only.share ?? null],
    [],
    ...(cohortId ?? origin ? [[t('cohort.only')]] : []),
    [t('tables.network'), t('legend.measured'), t('legend.declared'), t('legend.intended')],
    ...networks.map(({ network, measured, declared, opened }) => [t(`networks.${network as NetworkKey}`), measured, declared, opened]),
    [],
    ...(['raw', 'bots', 'duplicates', 'own', 'valid'] as const).map((part) => [t(`clicks.${part}`), clicks[part]]),
    [],
    [t('tables.publication'), t('metrics.readers.name'), t('metrics.shares.name'), t('metrics.valid-clicks.name')],
    ...topPublications.map(({ publication, readers, shares, clicks: valid }) => [publication.title, readers, shares, valid]),
    [],
    [t('tables.day'), ...dailySeries.series.map(({ metricId }) => t(`metrics.${metricId as MetricKey}.name`))],
    ...dailySeries.days.map((day, index) => [day, ...dailySeries.series.map(({ values }) => values[index] ?? 0)]),
  ];
}
