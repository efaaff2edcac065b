import type { Place } from './place';
import { RELIEF, reliefFor, spread } from './spread';

/** What the feed knows of a publication that is out. Instants in milliseconds. */
export interface Entry {
  id: string;
  at: number;
  expiresAt: number | null;
  pinnedUntil: number | null;
  audience: string;
  /** The main one first. */
  themeIds: readonly string[];
  /** Whom it is for; null: everybody. */
  targets: { cohortIds: readonly string[]; groupIds: readonly string[] } | null;
}

/** Newest first; of one instant, the greater id first. */
export const byAge = (a: Pick<Entry, 'at' | 'id'>, b: Pick<Entry, 'at' | 'id'>): number => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** All entries, by age. */
export interface Entries {
  all: readonly Entry[];
  /** Those that are or were pinned. */
  pinned: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
}

export interface Viewing {
  audiences: readonly string[];
  themeId: string | null;
  cohortIds: ReadonlySet<string>;
  groupIds: ReadonlySet<string>;
  dismissed: ReadonlySet<string>;
}

export interface Selected {
  /** In the order to show. */
  entries: Entry[];
  hasNextPage: boolean;
  /** Where the next page starts; null for an empty one. */
  end: Place | null;
}

/** The first place of entries that stand after `from`. */
function placeAfter(entries: readonly Entry[], from: Pick<Entry, 'at' | 'id'>): number {
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (byAge(entries[middle]!, from) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next `limit` entries that hold, after `from`. */
function taken(entries: readonly Entry[], from: Pick<Entry, 'at' | 'id'> | null, limit: number, holds: (entry: Entry) => boolean): Entry[] {
  const found: Entry[] = [];
  for (let at = from ? placeAfter(entries, from) : 0; at < entries.length && found.length < limit; at += 1) {
    const entry = entries[at]!;
    if (holds(entry)) found.push(entry);
  }
  return found;
}

const themeOf = (entry: Entry): string | null => entry.themeIds[0] ?? null;

/** The theme that fills a full slice of `limit`; undefined when none does. */
function fillingTheme(slice: readonly Entry[], limit: number): string | undefined {
  if (slice.length < limit) return undefined;
  const counts = new Map<string, number>();
  for (const entry of slice) {
    const theme = themeOf(entry);
    if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  const share = Math.ceil(RELIEF.share * (limit - 1));
  return [...counts].find(([, count]) => count >= share)?.[0];
}

/**
 * One page of the feed as it was at `asOf`, after `place`: what is pinned, then the rest by age. Inside a page
 * neighbours of one theme are spread; when one theme fills a page, the next items of others take some of its places,
 * and the place that it ends at remembers them until their own turn has passed.
 */
export function select({ all, pinned, byId }: Entries, viewing: Viewing, first: number, asOf: Date, place: Place | null): Selected {
  const now = asOf.getTime();
  const early = place?.early ?? [];
  const shownBefore = new Set(early);
  const isPinned = (entry: Entry) => entry.pinnedUntil !== null && entry.pinnedUntil > now;
  const shows = (entry: Entry) => isOut(entry, now) && isFor(entry, viewing) && !shownBefore.has(entry.id);
  const from = place && { at: place.at.getTime(), id: place.id };
  const heads = !place || place.pinned ? taken(pinned, from, first + 1, (entry) => isPinned(entry) && shows(entry)) : [];
  const room = first - heads.length;
  const holds = (entry: Entry) => !isPinned(entry) && shows(entry);
  const rest = room >= 0 ? taken(all, place?.pinned ? null : from, room + 1, holds) : [];
  const brought = relief(all, rest, viewing.themeId ? 0 : reliefFor(room, early.length), room + 1, holds);
  const turn = [...heads, ...rest];
  const shown = turn.slice(0, first - brought.length);
  const last = shown.at(-1);
  if (!last) return { entries: [], hasNextPage: turn.length > 0, end: null };
  const headCount = Math.min(heads.length, shown.length);
  const entries = [...shown.slice(0, headCount), ...spread([...shown.slice(headCount), ...brought], themeOf)];
  const endsPinned = headCount === shown.length;
  const waiting = [...early.flatMap((id) => byId.get(id) ?? []), ...brought].filter((entry) => byAge(last, entry) < 0).map(({ id }) => id);
  return { entries, hasNextPage: turn.length > shown.length, end: { asOf, pinned: endsPinned, at: new Date(last.at), id: last.id, early: endsPinned ? early : waiting } };
}

/** What comes next and may break the run of the one theme that fills `slice`; at most `most`. */
function relief(all: readonly Entry[], slice: readonly Entry[], most: number, limit: number, holds: (entry: Entry) => boolean): Entry[] {
  const theme = most ? fillingTheme(slice, limit) : undefined;
  const edge = slice.at(-1);
  if (theme === undefined || !edge) return [];
  return taken(all, edge, RELIEF.lookAhead, holds)
    .filter((entry) => themeOf(entry) !== theme)
    .slice(0, most);
}

const isOut = ({ at, expiresAt }: Entry, now: number): boolean => at <= now && (expiresAt === null || expiresAt > now);

function isFor({ id, audience, themeIds, targets }: Entry, { audiences, themeId, cohortIds, groupIds, dismissed }: Viewing): boolean {
  if (!audiences.includes(audience) || dismissed.has(id) || (themeId !== null && !themeIds.includes(themeId))) return false;
  return !targets || targets.cohortIds.some((cohort) => cohortIds.has(cohort)) || targets.groupIds.some((group) => groupIds.has(group));
}
