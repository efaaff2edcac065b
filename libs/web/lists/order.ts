import type { TableColumn, TableSort } from '@portevoix/ui/admin';
import type { CsvCell } from './csv';

type Value = string | number | null | undefined;
const isEmpty = (value: Value): value is null | undefined | '' => value === null || value === undefined || value === '';

/** Rows in the order of a column's values, as a reader of the language expects; empty values last in both directions, equals as they came. */
export function ordered<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], sort: TableSort | null, compare: (a: string, b: string) => number): readonly Row[] {
  const value = sort && columns.find(({ id }) => id === sort.column)?.value;
  if (!value) return rows;
  const sign = sort.direction === 'asc' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T.*Z$/;
/** « 2026-10-12 09:41 »: an order of numbers that every spreadsheet reads as a date, in the reader's zone. */
const instant = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** The lines of a file: heads of the columns that have a value, then their values. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): CsvCell[][] {
  const kept = columns.filter(({ value }) => value);
  return [kept.map(({ header }) => header), ...rows.map((row) => kept.map(({ value }) => cellOf(value?.(row))))];
}

function cellOf(value: Value): CsvCell {
  if (isEmpty(value)) return null;
  return typeof value === 'string' && INSTANT.test(value) ? instant.format(new Date(value)) : value;
}

/** `-since` is since, falling; nothing for a column that the list does not have. */
export function sortOf(text: unknown, columns: readonly { id: string }[]): TableSort | null {
  if (typeof text !== 'string') return null;
  const falling = text.startsWith('-');
  const column = falling ? text.slice(1) : text;
  return columns.some(({ id }) => id === column) ? { column, direction: falling ? 'desc' : 'asc' } : null;
}

export const sortText = ({ column, direction }: TableSort): string => (direction === 'desc' ? `-${column}` : column);
