import { readingNeed } from '@portevoix/content/shared';
import { TextButton } from '@portevoix/ui';
import type { WhyShown } from '@portevoix/ui/ambassador';
import { useFormat, useT } from '@portevoix/web';
import { Rich } from '../Rich';
import { texts } from '../texts';
import type { FeedItem } from './useFeed';

/** Why this person sees this item, when it will count as read, and what was not used. */
export function useWhyShown(onTheme?: (themeId: string) => void): (item: FeedItem) => WhyShown {
  const t = useT(texts);
  const format = useFormat();
  return ({ whyShown, isPinned, themes, wordCount }) => {
    const need = readingNeed(wordCount);
    const [theme] = themes;
    return {
      label: t('why.label'),
      closeLabel: t('why.close'),
      reasons: [
        { id: 'who', text: <Rich>{t(`why.${whyShown.because}`, { name: whyShown.name ?? '' })}</Rich> },
        ...(isPinned ? [{ id: 'pinned', text: <Rich>{t('why.pinned')}</Rich> }] : []),
        ...(theme ? [{ id: 'theme', text: <Rich>{t('why.theme', { name: theme.name })}</Rich> }] : []),
        { id: 'rule', text: <Rich>{t('why.rule', { count: Math.round(need.activeMs / 1000), depth: format.percent(need.depth) })}</Rich> },
        { id: 'never', text: t('why.never'), never: true },
      ],
      ...(theme && onTheme && { actions: <TextButton onClick={() => onTheme(theme.id)}>{t('why.only', { name: theme.name })}</TextButton> }),
    };
  };
}
