import { changeOf, type ResultMetric } from '@portevoix/analytics/shared';
import type { ResultsQuery } from '@portevoix/graphql';
import type { Delta } from '@portevoix/ui/admin';
import { useFormat, useT, useTruths, type Format, type Translate } from '@portevoix/web';
import { texts } from './texts';

export type FigureRow = ResultsQuery['dashboard']['figures'][number];
export type T = Translate<typeof texts.messages>;

/** Labels of the figures of the results pages. */
export function useResultTruths() {
  const t = useT(texts);
  return useTruths<ResultMetric>((id) => ({ title: t(`metrics.${id}.name`), text: t(`metrics.${id}.text`) }));
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

/** Of figures told in whole groups there is none: a difference of groups is not a difference of people. */
export function useDelta() {
  const t = useT(texts);
  const format = useFormat();
  return (figure: FigureRow | undefined): Delta | undefined => figure && !figure.atLeast ? deltaOf(t, format, figure) : undefined;
}
