import { i18n, type Locale } from './instance';

/** Texts of one domain in one language: plain nested objects, i18next interpolation and plural suffixes. */
export type Messages = { readonly [key: string]: string | Messages };

type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Stem<K extends string> = K extends `${infer S}${PluralSuffix}` ? S : K;
type Leaves<M> = { [K in keyof M & string]: M[K] extends string ? Stem<K> : `${K}.${Leaves<M[K]>}` }[keyof M & string];

/** Every key that `t` accepts for these messages, plural suffix left out. */
export type MessageKey<M extends Messages> = Leaves<M>;

/** The same keys in another language. `_many` (French millions) needs no counterpart. */
export type Translation<M> = { readonly [K in keyof M as K extends `${string}_many` ? never : K]: M[K] extends string ? string : Translation<M[K]> };

export type Values = Record<string, string | number>;
export type Translate<M extends Messages> = (key: MessageKey<M>, values?: Values) => string;

type Loader<M> = () => Promise<{ default: Translation<M> }>;

/** Non generic part, for lists of domains. */
export interface AnyCatalogue {
  readonly namespace: string;
  /** Translation outside components, in the language of the moment. */
  text(key: string, values?: Values): string;
}

export interface Catalogue<M extends Messages> extends AnyCatalogue {
  readonly messages: M;
  text(key: MessageKey<M>, values?: Values): string;
}

const namespaces = new Set<string>();
const loaders = new Map<string, () => Promise<Messages>>();

/** French has a form for whole millions ("many"); where it isn't written, the usual plural serves. */
function withMany(messages: Messages): Messages {
  const out: Record<string, string | Messages> = {};
  for (const [key, value] of Object.entries(messages)) {
    out[key] = typeof value === 'string' ? value : withMany(value);
    const many = key.replace(/_other$/, '_many');
    if (typeof value === 'string' && many !== key && !(many in messages)) out[many] = value;
  }
  return out;
}

/**
 * Registers a domain's texts. French is bundled; English is best given as a loader (`() => import('./en')`),
 * fetched only for those who read it.
 */
export function defineCatalogue<const M extends Messages>(namespace: string, languages: { fr: M; en: Translation<M> | Loader<M> }): Catalogue<M> {
  namespaces.add(namespace);
  i18n.addResourceBundle('fr', namespace, withMany(languages.fr), true, true);
  const { en } = languages;
  if (typeof en === 'function') {
    loaders.set(namespace, async () => (await (en as Loader<M>)()).default as Messages);
    if (i18n.language === 'en') void loadEnglish(namespace);
  } else {
    i18n.addResourceBundle('en', namespace, en, true, true);
  }
  return {
    namespace,
    messages: languages.fr,
    text: (key: string, values?: Values) => i18n.t(key, { ns: namespace, ...values }),
  };
}

/** Namespaces of every catalogue defined so far. */
export const catalogueNamespaces = (): readonly string[] => [...namespaces];

async function loadEnglish(namespace: string): Promise<void> {
  const loader = loaders.get(namespace);
  if (!loader) return;
  const messages = await loader();
  loaders.delete(namespace);
  i18n.addResourceBundle('en', namespace, messages, true, true);
}

/** Fetches what a language still lacks; call before switching, so that no text flashes in another language. */
export async function loadCatalogues(locale: Locale): Promise<void> {
  if (locale === 'en') await Promise.all([...loaders.keys()].map(loadEnglish));
}
