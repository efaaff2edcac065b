/** A cell: text, a number as it is, or nothing (withheld, empty). */
export type CsvCell = string | number | null;

/**
 * Text of a table for spreadsheets (RFC 4180) with a byte order mark, so that they read it as UTF-8. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. `;` is the separator where the comma is decimal.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], separator: ',' | ';' = ','): string {
  return `\uFEFF${rows.map((row) => row.map((value) => cell(value, separator)).join(separator)).join('\r\n')}\r\n`;
}

function cell(value: CsvCell, separator: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
  const safe = /^\s*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value;
  return /[",;\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Gives a text to the browser as a file. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Name of a file from a title: « Les personnes » of the 3rd is `les-personnes-2026-03-03.csv`. */
export function csvName(title: string, day = new Date().toISOString().slice(0, 10)): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'export'}-${day}.csv`;
}
