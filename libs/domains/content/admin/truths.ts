import type { ContentMetric } from '@portevoix/content/shared';
import { useT, useTruths } from '@portevoix/web';
import { texts } from './texts';

/** Labels of how publications are read, and of what the feed is made of. */
export function useContentTruths() {
  const t = useT(texts);
  return useTruths<ContentMetric>((id) => ({ title: t(`figures.${id}.name`), text: t(`figures.${id}.text`) }));
}
