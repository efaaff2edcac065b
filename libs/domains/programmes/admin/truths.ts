import type { ProgrammeMetric } from '@portevoix/programmes/shared';
import type { TruthLabelProps } from '@portevoix/ui';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

type Measured = keyof typeof texts.messages.definitions;

/** Labels of the programme's own figures. */
export function useProgrammeTruths() {
  const t = useT(texts);
  return useTruths<ProgrammeMetric>((id) => {
    const of = id.replace(/^objective-/, '') as Measured;
    return { title: t(`metrics.${of}`), text: t(`definitions.${of}`) };
  });
}

/** The label of an objective's value, by the metric that it is set on. */
export function useObjectiveTruths(): (metricId: string) => TruthLabelProps {
  const truth = useProgrammeTruths();
  return (metricId) => truth(`objective-${metricId}` as ProgrammeMetric);
}
