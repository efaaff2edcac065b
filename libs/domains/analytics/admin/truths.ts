import { changeOf } from '@portevoix/analytics/shared';
import type { ResultsQuery } from '@portevoix/graphql';
import type { Delta, Truth, TruthLabelProps } from '@portevoix/ui/admin';
import { useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { texts } from './texts';

type Definition = ResultsQuery['metricDefinitions'][number];
export type FigureRow = ResultsQuery['dashboard']['figures'][number];
export type T = Translate<typeof texts.messages>;
type MetricKey = keyof typeof texts.messages.metrics;

const KINDS: Record<string, Truth> = { MEASURED: 'measured', DECLARED: 'declared', ESTIMATED: 'estimated' };

/** The label of a metric, whose press opens what it means, its formula and the number of its definition. */
export function useTruths(definitions: readonly Definition[]) {
  const t = useT(texts);
  return (id: string, label?: string): TruthLabelProps => {
    const definition = definitions.find((candidate) => candidate.id === id);
    const key = id as MetricKey;
    return {
      kind: KINDS[definition?.label ?? 'MEASURED'] ?? 'measured',
      label,
      definition: definition && { title: t(`metrics.${key}.name`), text: t(`metrics.${key}.text`), formula: definition.formula, version: definition.version, note: t('definitionNote') },
    };
  };
}

/** « +18 % contre 275 »; nothing when there is nothing to compare with. */
export function deltaOf(t: T, format: Format, { value, previous }: Pick<FigureRow, 'value' | 'previous'>): Delta | undefined {
  const change = changeOf(value ?? null, previous ?? null);
  // Nothing then and nothing now is no news.
  if (change.kind === 'NONE' || (!value && !previous)) return undefined;
  const versus = t('versus', { value: format.number(previous ?? 0) });
  if (change.kind === 'SAME') return { text: t('same'), versus };
  const by = change.kind === 'PERCENT' ? change.percent / 100 : change.kind === 'COUNT' ? change.by : change.value;
  const text = format.number(by, { signDisplay: 'exceptZero', ...(change.kind === 'PERCENT' ? { style: 'percent' as const } : {}) });
  return { text, tone: by > 0 ? 'good' : 'neutral', versus };
}

export function useDelta() {
  const t = useT(texts);
  const format = useFormat();
  return (figure: FigureRow | undefined): Delta | undefined => figure && deltaOf(t, format, figure);
}
