import type { DataTableProps, TableColumn, TableSort } from '@portevoix/ui/admin';
import { notifications } from '@mantine/notifications';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useLocale, useT } from '../i18n/hooks';
import { csvName, saveCsv, toCsv } from './csv';
import { ordered, sortOf, sortText, tableOf } from './order';
import { lists } from './texts';

/** A longer list is sorted by nobody's browser: its columns offer no order. */
const SORT_LIMIT = 2000;
/** Past it, rows read for a sort or an export are shown by pages. */
const SHOWN = 100;

/** The part of `useInfiniteQuery`'s answer that a list needs. */
export interface ListPages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

interface TableViewOptions<Row> {
  /** Name of the list: the exported file's too. */
  title: string;
  columns: readonly TableColumn<Row>[];
  /** Rows read so far. */
  rows: readonly Row[];
  /** For a list that is read by pages: the whole answer of `useInfiniteQuery`. */
  pages?: ListPages;
  /** How many rows match, when the API says it. */
  total?: number;
}

type TableView<Row> = Pick<DataTableProps<Row>, 'columns' | 'rows' | 'sort' | 'onSort' | 'exporting' | 'columnChoice' | 'page'>;

/**
 * Order, columns and export of a list: `<DataTable {...useTableView({ title, columns, rows })} … />`. The order (`tri`) and the
 * columns put away (`sans`) live in the address; the export holds exactly the lines and columns shown, reading first the
 * pages that are missing.
 */
export function useTableView<Row>({ title, columns, rows, pages, total }: TableViewOptions<Row>): TableView<Row> {
  const format = useFormat();
  const address = useAddress();
  const { columns: shown, choice } = useColumns(columns, address);
  const complete = !pages?.hasNextPage;
  const sortable = complete ? rows.length <= SORT_LIMIT : total !== undefined && total <= SORT_LIMIT;
  const sort = sortable ? sortOf(address.search['tri'], columns) : null;
  const sorted = ordered(rows, columns, sort, format.compare);
  const reading = useReading({ title, shown, sorted, pages, wanted: sort !== null });
  const [index, setIndex] = useState(0);
  const paged = reading.gathered && sorted.length > 2 * SHOWN;
  const at = Math.min(index, Math.floor((sorted.length - 1) / SHOWN));
  return {
    columns: sortable ? shown.map((column) => (column.value ? { ...column, sortable: true } : column)) : shown,
    rows: paged ? sorted.slice(at * SHOWN, (at + 1) * SHOWN) : sorted,
    ...(sortable && { sort, onSort: (next: TableSort) => address.set({ tri: sortText(next) }) }),
    ...(paged && { page: { index: at, size: SHOWN, total: sorted.length, onChange: setIndex } }),
    exporting: { count: complete ? rows.length : (total ?? null), reading: reading.exporting ? rows.length : null, onExport: reading.start, onStop: reading.stop },
    ...(choice && rows.length > 0 && { columnChoice: choice }),
  };
}

function useAddress() {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  return { search, set: (next: Record<string, string | undefined>) => void navigate({ to: '.', search: { ...search, ...next } as never, replace: true, resetScroll: false }) };
}

type Address = ReturnType<typeof useAddress>;

function useColumns<Row>(columns: readonly TableColumn<Row>[], { search, set }: Address) {
  const away = new Set(typeof search['sans'] === 'string' ? search['sans'].split(',') : []);
  const named = columns.find(({ rowHeader }) => rowHeader) ?? columns[0];
  const hideable = columns.filter((column) => column !== named && column.value && column.hideable !== false);
  const isAway = (column: TableColumn<Row>) => away.has(column.id) && hideable.includes(column);
  const onToggle = (id: string) => {
    const next = hideable.filter((column) => (column.id === id ? !isAway(column) : isAway(column))).map((column) => column.id);
    set({ sans: next.join(',') || undefined });
  };
  const choice = hideable.length > 2 ? { columns: hideable.map((column) => ({ id: column.id, label: column.header, shown: !isAway(column) })), onToggle } : undefined;
  return { columns: columns.filter((column) => !isAway(column)), choice };
}

interface ReadingOptions<Row> {
  title: string;
  shown: readonly TableColumn<Row>[];
  sorted: readonly Row[];
  pages: ListPages | undefined;
  /** An order asks for every page as well. */
  wanted: boolean;
}

/** Reads what is missing of a list by pages, one after the other, then writes the file if that is what it was for. */
function useReading<Row>({ title, shown, sorted, pages, wanted }: ReadingOptions<Row>) {
  const t = useT(lists);
  const locale = useLocale();
  const [exporting, setExporting] = useState(false);
  const [gathered, setGathered] = useState(false);
  const { hasNextPage = false, isFetchingNextPage = false, isFetchNextPageError = false, fetchNextPage } = pages ?? {};
  const write = () => saveCsv(csvName(title), toCsv(tableOf(sorted, shown), locale === 'fr' ? ';' : ','));
  const latest = useRef({ write, fetchNextPage });
  useEffect(() => {
    latest.current = { write, fetchNextPage };
  });
  useEffect(() => {
    if (!(exporting || wanted) || isFetchingNextPage) return;
    if (isFetchNextPageError) {
      if (exporting) notifications.show({ message: t('interrupted') });
      setExporting(false);
    } else if (hasNextPage) {
      setGathered(true);
      void latest.current.fetchNextPage?.();
    } else if (exporting) {
      setExporting(false);
      latest.current.write();
    }
  }, [exporting, wanted, isFetchingNextPage, isFetchNextPageError, hasNextPage, t]);
  const start = () => (hasNextPage ? setExporting(true) : write());
  return { exporting, gathered, start, stop: () => setExporting(false) };
}
