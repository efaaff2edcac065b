import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { loadCatalogues, type Catalogue, type Messages, type Translate } from './catalogue';
import { createFormat, languageTag, type Format } from './format';
import { i18n, LOCALES, storeLocale, type Locale } from './instance';

/** Texts of a catalogue in the language of the moment: `const t = useT(contests); t('nav.contests')`. */
export function useT<M extends Messages>(catalogue: Catalogue<M>): Translate<M> {
  const { t } = useTranslation(catalogue.namespace, { i18n, useSuspense: false });
  return useMemo(() => (key, values) => t(key, { ...values }), [t]);
}

export function useLocale(): Locale {
  return useSyncExternalStore(onLanguage, currentLocale, currentLocale);
}

/** Tag for `Intl` (BCP 47), where `useFormat` has no word for it. */
export function useLanguageTag(): string {
  return languageTag(useLocale());
}

export function currentLocale(): Locale {
  return LOCALES.find((locale) => locale === i18n.language) ?? 'fr';
}

function onLanguage(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}

/** Switches the interface's language in place: the page and its drafts stay. */
export async function setLocale(locale: Locale): Promise<void> {
  storeLocale(locale);
  await loadCatalogues(locale);
  if (i18n.language !== locale) await i18n.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** Numbers, money, dates and durations in the reader's language and zone. */
export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => createFormat(locale), [locale]);
}
