import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { loadCatalogues, type Catalogue, type Messages, type Translate } from './catalogue';
import { createFormat, languageTag, type Format } from './format';
import { i18n, LOCALES, storeLocale, type Locale } from './instance';
import { onceEach } from './once';

/** Texts without values, once they were looked up: that takes i18next longer than React takes to draw them. */
const known = new Map<string, string>();
i18n.store.on('added', () => known.clear());

/** Texts of a catalogue in the language of the moment: `const t = useT(contests); t('nav.contests')`. */
export function useT<M extends Messages>(catalogue: Catalogue<M>): Translate<M> {
  const { namespace } = catalogue;
  const { t } = useTranslation(namespace, { i18n, useSuspense: false });
  return useMemo(
    () => (key, values) => {
      if (values) return t(key, { ...values });
      // The language of now, as `t` has it: a function kept from before a change must not leave its answer under the other one.
      const at = `${i18n.language} ${namespace} ${key}`;
      const text = known.get(at) ?? t(key);
      known.set(at, text);
      return text;
    },
    [t, namespace],
  );
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

let clock: () => number = Date.now;
const formatOf = onceEach((place: { locale: Locale; zone: string }) => createFormat(place.locale, place.zone, () => clock()));

/** The moment that ages are counted to, where it isn't now: of a page that the server draws. */
export function countAgesTo(moment: () => number): void {
  clock = moment;
}

let deviceZone: string | undefined;
export const zoneHere = (): string => (deviceZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Zone (IANA) of the reader, where it isn't the device's. */
export const ZoneContext = createContext<string | undefined>(undefined);

/** Numbers, money, dates and durations in the reader's language and zone. */
export function useFormat(): Format {
  return formatOf({ locale: useLocale(), zone: use(ZoneContext) ?? zoneHere() });
}
