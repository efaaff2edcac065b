import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, apiErrorOf, NetworkFailure } from '../api-error';
import { errorText, fieldText } from '../errors';
import en from '../errors/en';
import { fr } from '../errors/fr';
import { defineCatalogue, loadCatalogues } from './catalogue';
import { createFormat, durationParts } from './format';
import { chooseLocale, i18n } from './instance';

beforeEach(() => i18n.changeLanguage('fr'));

describe('catalogues', () => {
  it('speak French at once and English once fetched', async () => {
    let fetched = 0;
    const voices = defineCatalogue('voices', {
      fr: { title: 'Vos voix', heard_one: '{{count}} voix entendue', heard_other: '{{count}} voix entendues', nested: { deep: 'Au fond' } },
      en: async () => (fetched++, { default: { title: 'Your voices', heard_one: '{{count}} voice heard', heard_other: '{{count}} voices heard', nested: { deep: 'Deep down' } } }),
    });
    expect([voices.text('title'), voices.text('nested.deep'), fetched]).toEqual(['Vos voix', 'Au fond', 0]);
    expect([0, 1, 2, 1_000_000].map((count) => voices.text('heard', { count }))).toEqual(['0 voix entendue', '1 voix entendue', '2 voix entendues', '1\u202f000\u202f000 voix entendues']);
    await loadCatalogues('en');
    await i18n.changeLanguage('en');
    expect([voices.text('title'), voices.text('heard', { count: 0 }), fetched]).toEqual(['Your voices', '0 voices heard', 1]);
  });

  it('take the account’s language, then the device’s, then the browser’s, then French', () => {
    expect(chooseLocale('en-GB', 'fr', ['fr'])).toBe('en');
    expect(chooseLocale(null, 'en', ['fr'])).toBe('en');
    expect(chooseLocale(undefined, 'de', ['es-ES', 'en-US'])).toBe('en');
    expect(chooseLocale(null, null, ['de'])).toBe('fr');
  });

  it('have the same keys in both languages', () => {
    const keys = (value: object): string[] => Object.entries(value).flatMap(([key, item]: [string, unknown]) => (typeof item === 'object' && item ? keys(item).map((sub) => `${key}.${sub}`) : [key]));
    expect(keys(en)).toEqual(keys(fr));
  });
});

describe('errors', () => {
  it('read the code, the figures and the fields of an answer, and survive any other shape', () => {
    const error = apiErrorOf([{ message: 'x', extensions: { code: 'BAD_INPUT', params: { max: 3, odd: {} }, fields: [{ path: 'input.email', rule: 'isEmail', params: {} }, 'junk'] } }]);
    expect([error.code, error.params, error.fields]).toEqual(['BAD_INPUT', { max: 3 }, [{ path: 'input.email', rule: 'isEmail', params: {} }]]);
    for (const junk of [null, 'x', [], [{}], [{ extensions: 3 }]]) expect(apiErrorOf(junk).code).toBe('INTERNAL_ERROR');
  });

  it('say what happened, what is safe and what to do, with the code', () => {
    expect(errorText(new NetworkFailure())).toMatchObject({ code: 'NETWORK', happened: 'Nous n’avons pas reçu de réponse.' });
    expect(errorText(new ApiError('NEVER_HEARD_OF'))).toMatchObject({ code: 'NEVER_HEARD_OF', happened: 'L’action n’a pas abouti.' });
    expect(errorText(new TypeError('secret')).code).toBe('UNKNOWN-TypeError');
  });

  it('let a domain word its own codes and rules', () => {
    defineCatalogue('contest', {
      fr: { errors: { CONTEST_CLOSED: { happened: 'Le concours {{name}} est terminé.' } }, rules: { isPrize: 'Décrivez le prix.' } },
      en: { errors: { CONTEST_CLOSED: { happened: 'The contest {{name}} is over.' } }, rules: { isPrize: 'Describe the prize.' } },
    });
    expect(errorText(new ApiError('CONTEST_CLOSED', { name: 'Voix' }))).toMatchObject({ happened: 'Le concours Voix est terminé.', safe: 'Ce qui était enregistré l’est toujours.' });
    expect(fieldText({ rule: 'isPrize' })).toBe('Décrivez le prix.');
  });

  it('tell what a field expects, with its figures', () => {
    expect(fieldText({ rule: 'minLength', params: { min: 1 } })).toBe('Écrivez au moins 1 caractère.');
    expect(fieldText({ rule: 'maxLength', params: { max: 80 } })).toBe('Gardez 80 caractères au plus.');
    expect(fieldText({ rule: 'isLength', params: { min: 2, max: 5 } })).toBe('Écrivez de 2 à 5 caractères.');
    expect(fieldText({ rule: 'isNotEmpty' })).toBe('Remplissez ce champ.');
    expect(fieldText({ rule: 'isUnheard' })).toContain('isUnheard');
  });
});

describe('formats', () => {
  const fr = createFormat('fr', 'Europe/Paris');
  it('write French numbers with their no-break spaces', () => {
    expect(fr.number(1234.56)).toBe('1\u202f234,56');
    expect(fr.percent(0.61)).toMatch(/^61[\u00a0\u202f]%$/);
    expect(fr.currency(1200)).toBe('1\u202f200\u00a0€');
    expect(fr.currency(12.5)).toBe('12,50\u00a0€');
  });

  it('write dates in the reader’s zone, and name the zone when it is another', () => {
    const instant = '2026-10-25T10:30:00Z';
    expect(fr.date(instant)).toBe('25 oct. 2026');
    expect(fr.time(instant)).toBe('11:30');
    expect(fr.time(instant, 'Europe/Paris')).toBe('11:30');
    expect(fr.time(instant, 'America/Montreal')).toBe('06:30 UTC−4');
    expect(createFormat('fr', 'Pacific/Auckland').date('2026-10-25')).toBe('25 oct. 2026');
  });

  it('write English days before months, and 24 hours, as in Britain', () => {
    const en = createFormat('en', 'Europe/London');
    expect(en.date('2026-10-25')).toBe('25 Oct 2026');
    // Whether a comma follows the weekday is the business of the ICU at hand.
    expect(en.date('2026-10-25', 'full')).toMatch(/^Sunday,? 25 October 2026$/);
    expect(en.date('2026-10-25', 'short')).toBe('25/10/2026');
    expect(en.dayMonth('2026-10-25')).toBe('25 Oct');
    expect(en.time('2026-10-25T14:05:00Z')).toBe('14:05');
  });

  it('tell ages and lengths', () => {
    expect(fr.relative('2026-10-22T10:00:00Z', '2026-10-25T10:00:00Z')).toBe('il y a 3 jours');
    expect(fr.relative('2026-10-25T12:00:00Z', '2026-10-25T10:00:00Z')).toBe('dans 2 heures');
    expect(durationParts((3 * 24 + 4) * 3600_000 + 59_000)).toEqual({ days: 3, hours: 4 });
    expect(durationParts(0)).toEqual({ minutes: 1 });
    expect(fr.duration((3 * 24 + 4) * 3600_000)).toMatch(/^3[\u00a0\u202f]j et 4[\u00a0\u202f]h$/);
  });
});
