import { ApiError, NetworkFailure, type FieldProblem } from '../api-error';
import { catalogueNamespaces, defineCatalogue } from '../i18n/catalogue';
import { createFormat } from '../i18n/format';
import { currentLocale } from '../i18n/hooks';
import { i18n } from '../i18n/instance';
import { isOfAnotherVersion } from '../version';
import en from './en';
import { fr } from './fr';

defineCatalogue('web', { fr, en });

/** A failure in the reader's words. `code` is what support asks for. */
export interface ErrorText {
  code: string;
  happened: string;
  safe: string;
  todo: string;
}

const REQUIRED = new Set(['isNotEmpty', 'isDefined', 'isNotIn', 'required']);
const SAME_AS: Readonly<Record<string, string>> = { isISO8601: 'isIso8601', isURL: 'isUrl', isUUID: 'isUuid', isLength: 'length', isNumberString: 'isNumber' };

/** A domain adds its own codes and rules under `errors` and `rules` of its catalogue; they win over the general ones. */
function lookUp(path: string): string | undefined {
  return [...catalogueNamespaces(), 'web'].map((namespace) => `${namespace}:${path}`).find((key) => i18n.exists(key, { count: 2 }));
}

/** Texts of any thrown value; never the raw message. */
export function errorText(error: unknown): ErrorText {
  const code = error instanceof ApiError || error instanceof NetworkFailure ? error.code : 'UNKNOWN';
  const params = error instanceof ApiError ? error.params : {};
  const base = isOfAnotherVersion(error) ? 'web:errors.VERSION' : i18n.exists(`web:errors.${code}.happened`) ? `web:errors.${code}` : 'web:errors.UNKNOWN';
  const part = (name: string) => i18n.t(lookUp(`errors.${code}.${name}`) ?? `${base}.${name}`, params);
  const seconds = params['retryAfterSeconds'];
  const wait = typeof seconds === 'number' && i18n.t('web:errors.RATE_LIMITED.wait', { delay: createFormat(currentLocale()).duration(seconds * 1000) });
  const text = { happened: part('happened'), safe: part('safe'), todo: wait || part('todo') };
  return { code: code === 'UNKNOWN' && error instanceof Error ? `UNKNOWN-${error.name}` : code, ...text };
}

/** What a refused field expects. */
export function fieldText({ rule, params = {} }: Pick<FieldProblem, 'rule' | 'params'>): string {
  // A pattern says nothing to a reader: `context: { rule: 'isSlug' }` on the decorator names it.
  const said = typeof params['rule'] === 'string' ? params['rule'] : rule;
  const name = REQUIRED.has(said) ? 'required' : (SAME_AS[said] ?? said);
  // The API tells one bound only.
  const known = name === 'length' && params['min'] === undefined ? undefined : lookUp(`rules.${name}`);
  const key = known ?? 'web:rules.invalid';
  const count = params['limit'] ?? params['min'] ?? params['max'];
  return i18n.t(key, { rule, ...params, ...(typeof count === 'number' && { count }) });
}
