import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@portevoix/platform';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readPeopleFile } from './people-file';

const HEADER = ['Prénom', 'Nom', 'Adresse', 'Fonction'];
/** What a spreadsheet may hold: quotes, separators, lines, accents, what looks like a formula. */
const cell = fc.string({ unit: fc.constantFrom('a', 'É', ' ', '"', ';', ',', '\n', '\t', '=', '+', '-', '@', '1', "'"), maxLength: 20 }).map((text) => text.trim());

describe('a file of people', () => {
  it('says what was written in it, whatever its separator, quotes and what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t'), fc.boolean(), (titles, delimiter, bom) => {
        const rows = titles.map((title, index) => ['Ana', `Bon${index}`, `ana${index}@orvane.test`, title]);
        const { lines, ignored } = readPeopleFile(stringify([HEADER, ...rows], { delimiter, bom, escape_formulas: true }));
        expect(ignored).toEqual([]);
        // An apostrophe before a formula is what an export adds: it is taken off, the text's own one too.
        const bare = (text: string) => text.trim().replace(/^'(?=\s*[=+\-@\t\r|%])/u, '').trim();
        expect(lines.map(({ values }) => values.JOB_TITLE ?? '')).toEqual(titles.map(bare));
        expect(lines.flatMap(({ problems }) => problems)).toEqual([]);
      }),
      { examples: [[["'\t'="], ',', false]] },
    );
  });

  it('is read, or refused with the field and the rule, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, headed) => {
        try {
          const { lines } = readPeopleFile(headed ? `${HEADER.join(';')}\n${text}` : text);
          expect(lines.every(({ line, values, problems }) => line > 1 && (problems.length > 0 || Boolean(values.EMAIL)))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect((error as DomainError).fields[0]?.path).toBe('csv');
        }
      }),
    );
  });

  it('knows its columns in French and English, without case, accents or order', () => {
    const { lines, ignored } = readPeopleFile('SITE,e-mail,Last name,PRENOM,Matricule\nLyon,Ana@Orvane.test,Bon,Ana,12');
    expect(lines[0]).toEqual({ line: 2, values: { SITE: 'Lyon', EMAIL: 'ana@orvane.test', LAST_NAME: 'Bon', FIRST_NAME: 'Ana' }, problems: [] });
    expect(ignored).toEqual(['Matricule']);
  });
});
