import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearDuplicates, normaliseText, sharedPassages, similarity } from './index';

const POST =
  'Je suis fière d’avoir participé au chantier de la nouvelle gare de Nantes. Deux ans de travail avec des collègues formidables, et un bâtiment qui consomme moitié moins d’énergie.';

const word = fc.stringMatching(/^[a-zéèêàçùôœ]{1,9}$/u);
const prose = fc.array(word, { minLength: 0, maxLength: 60 }).map((words) => words.join(' '));

describe('similarity', () => {
  it('sees through case, accents, punctuation, address and hashtag', () => {
    expect(similarity(POST, `${POST.toUpperCase()} !!! https://orv.fr/r/abc #TeamOrvane`)).toBe(1);
    expect(similarity(POST, POST.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(1);
  });

  it('still knows a text with a sentence added, or one word changed', () => {
    expect(similarity(POST, `${POST} Merci à toutes et à tous pour votre confiance !`)).toBe(1);
    expect(similarity(POST, POST.replace('formidables', 'épatants'))).toBeGreaterThan(0.8);
  });

  it('leaves one’s own words alone', () => {
    expect(similarity(POST, 'Deux ans sur le chantier de la gare : voici ce que j’ai appris sur l’énergie, et les gens qui m’ont aidé.')).toBeLessThan(0.3);
    expect(similarity('Bravo à tous', POST)).toBeLessThan(0.2);
  });

  it('does not take a short text inside a long one for a copy', () => {
    expect(similarity('la nouvelle gare de Nantes', POST)).toBeLessThan(0.3);
  });

  it('is symmetric and between 0 and 1, and 1 for itself', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'binary' })), fc.oneof(prose, fc.string({ unit: 'binary' })), (a, b) => {
        const value = similarity(a, b);
        expect(similarity(b, a)).toBe(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });

  it('does not depend on case, accents or blanks', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        const disguised = `\n ${a.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ /gu, ' \t\u00a0')} `;
        expect(normaliseText(disguised)).toBe(normaliseText(a));
        expect(similarity(disguised, b)).toBe(similarity(a, b));
      }),
    );
  });

  it.each([
    ['words', 'mot '.repeat(260_000)],
    ['one word', 'a'.repeat(1_000_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['hashes', '#'.repeat(1_000_000)],
    ['terminators', '.!?'.repeat(330_000)],
    ['terminators inside a word', `a${'.'.repeat(1_000_000)}a`],
    ['line breaks', '\n'.repeat(1_000_000)],
  ])('reads a megabyte of %s', (_name, text) => {
    expect(similarity(text, `${text} encore`)).toBeGreaterThanOrEqual(0);
    expect(sharedPassages(text, [{ id: 'a', text }], 1).length).toBeGreaterThanOrEqual(0);
  });
});

describe('nearDuplicates', () => {
  it('lists the copies, the nearest first', () => {
    const found = nearDuplicates(POST, [
      { id: 'own', text: 'Mon avis sur la gare : une belle aventure humaine, et beaucoup de béton.' },
      { id: 'near', text: POST.replace('formidables', 'épatants') },
      { id: 'same', text: POST },
    ]);
    expect(found.map(({ id }) => id)).toEqual(['same', 'near']);
  });

  it('takes nobody’s blank text for a copy', () => {
    expect(nearDuplicates(' 🎉 ', [{ id: 'a', text: '' }])).toEqual([]);
  });
});

describe('sharedPassages', () => {
  const first = 'Je suis fière d’avoir participé au chantier.';
  const others = ['a', 'b', 'c'].map((id) => ({ id, text: `${first.toUpperCase()} Et ${id} ajoute ses mots à lui.` }));

  it('points at the sentence that three colleagues kept, not at one’s own', () => {
    const text = `Quelle aventure pour moi !\n${first} Voici ce que je retiens de ces deux ans.`;
    const [passage, ...rest] = sharedPassages(text, others);
    expect(rest).toEqual([]);
    expect(passage).toMatchObject({ passage: first, colleagues: 3 });
    expect(text.slice(passage?.start, passage?.end)).toBe(first);
  });

  it('asks for that many different colleagues', () => {
    expect(sharedPassages(first, others.slice(0, 2))).toEqual([]);
    expect(sharedPassages(first, Array.from({ length: 5 }, () => ({ id: 'a', text: first })))).toEqual([]);
  });

  it('leaves short common sentences alone', () => {
    expect(sharedPassages('Bravo à tous !', others.map(({ id }) => ({ id, text: 'Bravo à tous !' })))).toEqual([]);
  });

  it('gives ranges of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end, passage } of sharedPassages(text, [{ id: 'a', text }], 1)) {
          expect(text.slice(start, end)).toBe(passage);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});
