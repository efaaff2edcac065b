import { describe, expect, it } from '@jest/globals';
import type { TableColumn } from '@portevoix/ui/admin';
import fc from 'fast-check';
import { ordered, sortOf, sortText, tableOf } from './order';

interface Row {
  name: string;
  size: number | null;
}
const columns: TableColumn<Row>[] = [
  { id: 'name', header: 'Nom', cell: ({ name }) => name, value: ({ name }) => name },
  { id: 'size', header: 'Taille', cell: ({ size }) => size, value: ({ size }) => size },
  { id: 'act', header: '', cell: () => 'x' },
];
const { compare } = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
const rows: Row[] = [{ name: 'Zoé', size: 10 }, { name: 'élan', size: null }, { name: 'Eau', size: 9 }];
const names = (list: readonly Row[]) => list.map(({ name }) => name);

describe('order of a list', () => {
  it('reads accents and cases as the language does, numbers as numbers', () => {
    expect(names(ordered(rows, columns, { column: 'name', direction: 'asc' }, compare))).toEqual(['Eau', 'élan', 'Zoé']);
    expect(names(ordered(rows, columns, { column: 'size', direction: 'asc' }, compare))).toEqual(['Eau', 'Zoé', 'élan']);
  });

  it('keeps empty values last in both directions', () => {
    expect(names(ordered(rows, columns, { column: 'size', direction: 'desc' }, compare))).toEqual(['Zoé', 'Eau', 'élan']);
  });

  it('never loses nor doubles a row', () => {
    const anyRow = fc.record({ name: fc.string(), size: fc.option(fc.integer(), { nil: null }) });
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom('name', 'size', 'act', 'none'), fc.constantFrom('asc', 'desc'), (list, column, direction) => {
        const result = ordered(list, columns, { column, direction: direction as 'asc' | 'desc' }, compare);
        expect(new Set(result)).toEqual(new Set(list));
        expect(result).toHaveLength(list.length);
      }),
    );
  });

  it('comes back from the address', () => {
    expect(sortOf(sortText({ column: 'size', direction: 'desc' }), columns)).toEqual({ column: 'size', direction: 'desc' });
    expect(sortOf('-nothing', columns)).toBeNull();
    expect(sortOf(4, columns)).toBeNull();
  });
});

describe('lines of a file', () => {
  it('are those shown, under the heads of the columns that say something', () => {
    expect(tableOf(rows, columns)).toEqual([['Nom', 'Taille'], ['Zoé', 10], ['élan', null], ['Eau', 9]]);
  });
});
