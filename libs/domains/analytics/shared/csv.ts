/** A cell: text, a number as it is, or nothing (withheld). */
export type CsvCell = string | number | null;

/**
 * Comma-separated text (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
