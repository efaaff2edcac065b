import type { VoiceLanguage } from '@portevoix/content/shared';
import type { ChipOption } from '@portevoix/ui/ambassador';
import { useLocale, useT } from '@portevoix/web';
import { IconFeather } from '@tabler/icons-react';
import { useRef } from 'react';
import { texts } from '../texts';
import type { Preparation } from './usePreparation';

const MINE = 'mine';
const TONES = ['FIELD', 'EXPERT', 'SHORT', 'QUESTION'] as const;

/** The proposed texts as chips beside my own words, which a look at another text never loses. */
export function useVariants({ variants, initialText, initialVariantId, publication }: Preparation, text: string, change: (text: string) => void) {
  const t = useT(texts);
  const locale = useLocale();
  const from = useRef(initialVariantId);
  const mine = useRef(initialVariantId ? '' : initialText);
  const here = variants.find(({ variant }) => variant.text === text)?.variant;
  if (!here && text) mine.current = text;
  if (here) from.current = here.id;

  const words = (tone: string) => {
    const known = TONES.find((name) => name === tone.toUpperCase());
    return known ? t(`tones.${known}`) : tone;
  };
  const languageOf = (tag: string) => (tag.startsWith(locale) ? '' : ` · ${new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag}`);
  const options: ChipOption[] = [
    { id: MINE, label: t('sheet.mine'), icon: <IconFeather size={17} stroke={1.8} aria-hidden /> },
    ...variants.map(({ variant }) => ({ id: variant.id, label: `${words(variant.tone)}${languageOf(variant.language)}` })),
  ];
  const origin = variants.find(({ variant }) => variant.id === from.current)?.variant;
  const tag = here?.language ?? origin?.language ?? publication?.language ?? locale;
  return {
    options,
    chosen: here ? here.id : MINE,
    variantId: origin?.id ?? null,
    language: (tag.startsWith('en') ? 'en' : 'fr') as VoiceLanguage,
    pick: (id: string) => change(id === MINE ? mine.current : (variants.find(({ variant }) => variant.id === id)?.variant.text ?? text)),
    typed: (next: string) => {
      // A blank page owes nothing to a proposed text.
      if (!next.trim()) from.current = null;
    },
  };
}
