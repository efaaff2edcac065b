import type { SharingMetric } from '@portevoix/sharing/shared';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

/** Labels of what my own shares did. */
export function useMyTruths() {
  const t = useT(texts);
  return useTruths<SharingMetric>((id) => ({ title: t(`figures.${id}.name`), text: t(`figures.${id}.text`) }));
}
