import { columnOf, IMPORT_LIMITS, LIMITS, normaliseEmail, PeopleColumn } from '@portevoix/identity/shared';
import { badInput } from '@portevoix/platform';
import { isEmail } from 'class-validator';
import { CsvError, parse } from 'csv-parse/sync';

export interface FileProblem {
  column: PeopleColumn | null;
  /** As class-validator names it, or `isUnique`, `isKnown`, `isActive`. */
  rule: string;
  value: string;
}

/** One line of the file; `line` as a text editor counts it. Columns that the file lacks are undefined. */
export interface FileLine {
  line: number;
  values: Partial<Record<PeopleColumn, string>>;
  problems: FileProblem[];
}

export interface PeopleFile {
  lines: FileLine[];
  /** Headers that are not read. */
  ignored: string[];
}

const NEEDED = [PeopleColumn.FIRST_NAME, PeopleColumn.LAST_NAME, PeopleColumn.EMAIL];
const LENGTHS: Readonly<Record<PeopleColumn, number>> = {
  [PeopleColumn.FIRST_NAME]: LIMITS.name,
  [PeopleColumn.LAST_NAME]: LIMITS.name,
  [PeopleColumn.EMAIL]: LIMITS.email,
  [PeopleColumn.JOB_TITLE]: LIMITS.jobTitle,
  [PeopleColumn.DEPARTMENT]: LIMITS.name,
  [PeopleColumn.SITE]: LIMITS.name,
};

/** An apostrophe that an export put before what looks like a formula is taken off again. */
const clean = (cell: string) => cell.replace(/^'(?=\s*[=+\-@\t\r|%])/u, '').trim();

/** Reads a CSV text (comma, semicolon or tab, with or without a byte order mark). BAD_INPUT on `csv` when it is not one, lacks a needed column, or is too long. */
export function readPeopleFile(csv: string): PeopleFile {
  const { header, rows } = cells(csv);
  const columns = header.map((name) => columnOf(name));
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index);
  if (twice) throw badInput('csv', 'hasColumnOnce', { column: twice });
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing) throw badInput('csv', 'hasColumn', { column: missing });
  if (rows.length > IMPORT_LIMITS.lines) throw badInput('csv', 'arrayMaxSize', { max: IMPORT_LIMITS.lines, limit: IMPORT_LIMITS.lines });
  const lines = rows.map(({ record, line }) => {
    const values: FileLine['values'] = {};
    columns.forEach((column, index) => column && (values[column] = column === PeopleColumn.EMAIL ? normaliseEmail(clean(record[index] ?? '')) : clean(record[index] ?? '')));
    return { line, values, problems: problemsOf(values) };
  });
  const firstOf = new Map<string, FileLine>();
  for (const line of lines) {
    const email = line.values[PeopleColumn.EMAIL]!;
    if (email && firstOf.has(email)) line.problems.push({ column: PeopleColumn.EMAIL, rule: 'isUnique', value: email });
    else firstOf.set(email, line);
  }
  return { lines, ignored: header.filter((_, index) => !columns[index]).filter(Boolean) };
}

/** The sign that parts the headers: what spreadsheets write differs by language. */
function separatorOf(csv: string): string {
  const [header = ''] = csv.split(/\r?\n/, 1);
  const count = (sign: string) => header.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function cells(csv: string): { header: string[]; rows: { record: string[]; line: number }[] } {
  try {
    const parsed = parse(csv, { bom: true, delimiter: separatorOf(csv), info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true }) as unknown as { record: string[]; info: { lines: number } }[];
    const [first, ...rest] = parsed;
    if (!first) throw badInput('csv', 'isNotEmpty');
    return { header: first.record, rows: rest.map(({ record, info }) => ({ record, line: info.lines })) };
  } catch (error) {
    if (error instanceof CsvError) throw badInput('csv', 'isCsv', { line: Number(error['lines'] ?? 0) });
    throw error;
  }
}

function problemsOf(values: FileLine['values']): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const [column, value] of Object.entries(values) as [PeopleColumn, string][]) {
    if (!value && NEEDED.includes(column)) problems.push({ column, rule: 'isNotEmpty', value });
    else if (value.length > LENGTHS[column]) problems.push({ column, rule: 'maxLength', value: value.slice(0, 60) });
    else if (column === PeopleColumn.EMAIL && !isEmail(value)) problems.push({ column, rule: 'isEmail', value });
  }
  return problems;
}
