import { useQueries } from '@tanstack/react-query';
import type { Domain } from '../domain';
import type { AgendaEntry, AgendaRow, Day, Reading, WaitingEntry, WaitingRow } from '../morning';
import { useLocale } from '../i18n/hooks';
import { useShell } from '../slot';

export type Shown<Row, Entry> = Row & { key: string; entry: Entry & { domain: Domain }; title: string; meta: string | undefined };

export interface Rows<Row, Entry> {
  rows: Shown<Row, Entry>[];
  pending: boolean;
  /** What failed to be read: the other rows are shown. */
  error: Error | null;
  retry: () => void;
}

interface AnyEntry<Row> {
  title: string;
  meta?: string;
  permission?: string;
  order?: number;
  read: (day: Day) => Reading<Row>;
}

type RowBase = { id: string; values?: Record<string, string | number>; count?: number };

function useRows<Row extends RowBase, Entry extends AnyEntry<Row>>(pick: (domain: Domain) => readonly Entry[], day: Day): Rows<Row, Entry> {
  const { domains, can } = useShell();
  useLocale();
  const entries = domains
    .flatMap((domain) => pick(domain).map((entry) => ({ ...entry, domain })))
    .filter(({ permission }) => !permission || can(permission))
    .sort((a, b) => (a.order ?? 100) - (b.order ?? 100));
  const answers = useQueries({
    queries: entries.map((entry) => {
      const { queryKey, queryFn, select } = entry.read(day);
      // Whoever comes back from an answer sees it gone at once.
      return { queryKey, queryFn, select: (data: unknown) => select(data as never), staleTime: 0 };
    }),
  });
  const rows = entries.flatMap((entry, index) =>
    (answers[index]?.data ?? []).map((row) => {
      const text = (key: string) => entry.domain.catalogue.text(key, { ...row.values, ...(row.count === undefined ? {} : { count: row.count }) });
      return { ...row, key: `${entry.domain.id}.${index}.${row.id}`, entry, title: text(entry.title), meta: entry.meta && text(entry.meta) };
    }),
  );
  return { rows, pending: answers.some(({ isPending }) => isPending), error: answers.find(({ error }) => error)?.error ?? null, retry: () => answers.forEach((answer) => void (answer.error && answer.refetch())) };
}

/** What waits for the viewer in every domain, the most pressing first. */
export function useWaiting(day: Day): Rows<WaitingRow, WaitingEntry> {
  const { rows, ...rest } = useRows<WaitingRow, WaitingEntry>(({ waiting }) => waiting, day);
  return { ...rest, rows: rows.filter(({ count }) => count > 0) };
}

/** What is to come in every domain, not yet in order of dates. */
export function useAgenda(day: Day): Rows<AgendaRow, AgendaEntry> {
  return useRows<AgendaRow, AgendaEntry>(({ agenda }) => agenda, day);
}
