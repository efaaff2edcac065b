import type { Truth, TruthLabelProps } from '@portevoix/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocale, useT } from '../i18n/hooks';
import { queryOf } from '../queries';
import { MetricsDocument } from './metrics.graphql';
import { metrics } from './texts';

const KINDS: Record<string, Truth> = { MEASURED: 'measured', DECLARED: 'declared', ESTIMATED: 'estimated' };

export interface MetricWords {
  readonly title: string;
  readonly text: string;
}

/**
 * The label of a figure, whose press opens what it means, its formula and the number of its definition. How it is known
 * and its formula are what the API says, read once; its words are the domain's. `label` replaces « mesuré ».
 */
export function useTruths<Id extends string>(words: (id: Id) => MetricWords): (id: Id, label?: ReactNode) => TruthLabelProps {
  const t = useT(metrics);
  const { data } = useQuery({ ...queryOf(MetricsDocument, { locale: useLocale() }), placeholderData: keepPreviousData, staleTime: Infinity, meta: { offline: true } });
  return (id, label) => {
    const found = data?.metricDefinitions.find((definition) => definition.id === id);
    if (!found) return { kind: null, label };
    return { kind: KINDS[found.label] ?? null, label, definition: { ...words(id), formula: found.formula, version: found.version, note: t('note') } };
  };
}
