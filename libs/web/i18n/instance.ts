import { createInstance, type FormatterModule } from 'i18next';
import { isWrittenAlike } from './format';
import { onceEach } from './once';

export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const STORED = 'portevoix.locale';

/** The supported language of a tag such as `fr-BE`, if any. */
export function supportedLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language);
}

/** First supported language among: the account's, the one chosen on this device, the browser's; else French. */
export function chooseLocale(account: string | null | undefined, stored: string | null, browser: readonly string[]): Locale {
  for (const tag of [account, stored, ...browser]) {
    const locale = supportedLocale(tag);
    if (locale) return locale;
  }
  return 'fr';
}

export function storedLocale(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORED) ?? null;
  } catch {
    return null;
  }
}

export function storeLocale(locale: Locale): void {
  try {
    globalThis.localStorage?.setItem(STORED, locale);
  } catch {
    // Private windows may refuse storage: the choice then lasts as long as the page.
  }
}

const numberIn = onceEach((locale: string | undefined) => new Intl.NumberFormat(locale));

/** Every number put into a text is written as its reader writes numbers; years and codes go in as texts. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, locale) => (typeof value === 'number' && !isWrittenAlike(value) ? numberIn(locale).format(value) : String(value)),
};

export const i18n = createInstance().use(numbers);

void i18n.init({
  lng: chooseLocale(null, storedLocale(), globalThis.navigator?.languages ?? []),
  fallbackLng: 'fr',
  supportedLngs: LOCALES,
  resources: {},
  initAsync: false,
  returnNull: false,
  interpolation: {
    // React escapes.
    escapeValue: false,
    alwaysFormat: true,
  },
  react: { useSuspense: false, bindI18nStore: 'added' },
});
