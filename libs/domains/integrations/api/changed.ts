import type { Change, Watched } from '@portevoix/platform';
import type { AuditDetail } from './audit-entry.entity';

const MAX_CHANGES = 30;
const MAX_TEXT = 120;

/**
 * What the journal tells with its value before and after: the programme's settings, and the names of things. What
 * people are called, wrote, answered or refused is not here, nor is any secret: a column is told only once it is listed.
 */
export const TOLD: Watched = {
  organisation: ['name', 'accent', 'logoUrl', 'disclosure', 'timeZone', 'locale'],
  group: ['kind', 'name'],
  person: ['roles', 'deactivatedAt'],
  programme: ['name', 'state', 'axis', 'startsOn'],
  phase: ['name', 'kind', 'startsOn', 'endsOn'],
  objective: ['name', 'metricId', 'baseline', 'target', 'deadline', 'ownerId'],
  cohort: ['name', 'strategy', 'founding', 'startsOn', 'referentId', 'launchedAt', 'plan', 'plannedSize', 'wave'],
  call: ['title', 'opensOn', 'closesOn', 'state', 'places', 'cohortId'],
  theme: ['name', 'colour', 'ownerId', 'archivedAt'],
  source: ['url', 'title', 'contentKind', 'themeId', 'intervalMinutes', 'status'],
  publication: ['title', 'kind', 'category', 'audience', 'status', 'targetUrl', 'publishAt', 'publishedAt', 'expiresAt', 'pinnedUntil', 'editorId'],
  contest: ['name', 'rules', 'firstDay', 'lastDay', 'collectiveGoal', 'prize', 'publishedAt'],
  pulse: ['opensOn', 'closesOn', 'closedAt'],
  sharing_policy: ['dailyCap'],
};

/** `cohort.referentId`, its value before and after; of a text only so much. */
export const changesOf = (changes: readonly Change[]): AuditDetail[] =>
  changes.slice(0, MAX_CHANGES).map(({ table, row, column, before, after }) => ({ row, path: `${table}.${column}`, before: shown(before), value: shown(after), length: null, isChange: true }));

/** Null: nothing there, before or any more. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);
  const kept = [...text.slice(0, MAX_TEXT + 1)];
  return kept.length > MAX_TEXT ? `${kept.slice(0, MAX_TEXT).join('')}…` : text;
}
