import type { QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { request } from './client';
import type { Values } from './i18n/catalogue';
import type { OperationDocument } from './operation';
import { queryOf } from './queries';

/** The day as the organisation's calendar has it (ISO date), and the zone of that calendar (IANA). */
export interface Day {
  today: string;
  timeZone: string;
}

/** One query, and the rows of the morning page that its answer makes. */
export interface Reading<Row> {
  queryKey: QueryKey;
  queryFn: (context: { signal: AbortSignal }) => Promise<unknown>;
  select: (data: never) => readonly Row[];
}

/** Something that asks an answer of the viewer: one thing, or several of a kind together. */
export interface WaitingRow {
  id: string;
  /** Where the answer is given. */
  to: string;
  count: number;
  /** Instant since which it waits; for several, the oldest's. */
  since?: string;
  /** For the texts of the entry, which get `count` too. */
  values?: Values;
}

/** Something to come. */
export interface AgendaRow {
  id: string;
  /** ISO date. */
  on: string;
  /** Instant, when it has an hour. */
  at?: string;
  to: string;
  /** Plural of the texts. */
  count?: number;
  values?: Values;
}

/** What waits in a domain. Texts are keys of its catalogue. */
export interface WaitingEntry<Key extends string = string> {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  tone?: 'neutral' | 'good' | 'warn' | 'info' | 'danger' | 'accent';
  title: Key;
  meta?: Key;
  /** The button: « Examiner ». */
  action: Key;
  /** The same in the page's heading: « {{count}} candidatures attendent ». */
  finding: Key;
  permission?: string;
  /** The most pressing first; 100 when left out. */
  order?: number;
  read: (day: Day) => Reading<WaitingRow>;
}

/** What is to come in a domain. Texts are keys of its catalogue. */
export interface AgendaEntry<Key extends string = string> {
  title: Key;
  meta?: Key;
  permission?: string;
  order?: number;
  read: (day: Day) => Reading<AgendaRow>;
}

/** Rows of a document's answer: `readingOf(CallsDocument, {}, ({ calls }) => calls.map(…))`. */
export function readingOf<Result, Variables extends object, Row>(document: OperationDocument<Result, Variables>, variables: Variables, select: (data: Result) => readonly Row[]): Reading<Row> {
  return { queryKey: queryOf(document, variables).queryKey, queryFn: ({ signal }) => request(document, variables, { signal }), select: select as (data: never) => readonly Row[] };
}

/** Beyond it, an answer is late. */
export const LATE_MS = 48 * 3_600_000;

export interface Finding<Entry> {
  entry: Entry;
  count: number;
  /** Each of them has been waiting for more than 48 hours. */
  late: boolean;
}

/**
 * The one thing that the morning's heading says: the late answers of the first entry that has any, else all that waits
 * in the first entry; null when nothing does. Rows come in the order of their entries. Of a row that stands for several
 * things only the oldest's age is known, so it is never said to be late.
 */
export function findingOf<Entry>(rows: readonly (Pick<WaitingRow, 'count' | 'since'> & { entry: Entry })[], now: Date): Finding<Entry> | null {
  const waiting = rows.filter(({ count }) => count > 0);
  const late = waiting.filter(({ count, since }) => count === 1 && since !== undefined && now.getTime() - Date.parse(since) > LATE_MS);
  const shown = late.length ? late : waiting;
  const entry = shown[0]?.entry;
  if (entry === undefined) return null;
  return { entry, count: shown.reduce((sum, row) => sum + (row.entry === entry ? row.count : 0), 0), late: late.length > 0 };
}

/** What is to come, soonest first: from today on, `limit` at most. */
export function soonest<Row extends Pick<AgendaRow, 'on' | 'at'>>(rows: readonly Row[], today: string, limit: number): Row[] {
  const hour = ({ at }: Row) => (at ? Date.parse(at) : 0);
  return rows.filter(({ on }) => on >= today).sort((a, b) => (a.on === b.on ? hour(a) - hour(b) : a.on < b.on ? -1 : 1)).slice(0, limit);
}
