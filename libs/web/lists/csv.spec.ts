import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvName, toCsv } from './csv';

describe('a table for spreadsheets', () => {
  it('quotes, and keeps withheld cells empty', () => {
    expect(toCsv([['Réseau', 'Partages'], ['X, anciennement "Twitter"', 12], ['Bluesky', null]])).toBe('\uFEFFRéseau,Partages\r\n"X, anciennement ""Twitter""",12\r\nBluesky,\r\n');
  });

  it('separates by semicolons where the comma is decimal', () => {
    expect(toCsv([['Réseau', 'Part'], ['X; Y', 1.5]], ';')).toBe('\uFEFFRéseau;Part\r\n"X; Y";1,5\r\n');
  });

  it('never lets a text be a formula', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t=', ' =cmd|'), fc.constantFrom(',', ';'), (text, start, separator) => {
        const [first = ''] = toCsv([[start + text]], separator as ',' | ';').slice(1).replace(/^"/, '');
        expect(first).toBe("'");
      }),
    );
    expect(toCsv([[-3]])).toBe('\uFEFF-3\r\n');
    expect(toCsv([['+33 6 12 34 56 78']])).toContain('+33 6 12 34 56 78');
  });

  it('whatever the texts, the table has as many lines and cells as were given', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), (rows, separator) => {
        expect(sizeOf(toCsv(rows, separator as ',' | ';'), separator)).toEqual(rows.map((row) => row.length));
      }),
    );
  });

  it('names the file after the list and the day', () => {
    expect(csvName('Publications à relire', '2026-10-12')).toBe('publications-a-relire-2026-10-12.csv');
    expect(csvName('…', '2026-10-12')).toBe('export-2026-10-12.csv');
  });
});

/** Cells by line, as a reader of RFC 4180 counts them. */
function sizeOf(text: string, separator: string): number[] {
  const sizes: number[] = [];
  let cells = 1;
  let quoted = false;
  for (let at = 1; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === separator) cells++;
    else if (!quoted && char === '\r' && text[at + 1] === '\n') {
      sizes.push(cells);
      cells = 1;
      at++;
    }
  }
  return sizes;
}
