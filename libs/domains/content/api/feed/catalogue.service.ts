import { Injectable } from '@nestjs/common';
import { Db } from '@portevoix/platform';
import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import { Publication } from '../publications/publication.entity';
import { Theme } from '../themes/theme.entity';
import { byAge, type Entries, type Entry } from './selection';

/** What is out in an organisation, at a version of its content. Never changed: another version is another catalogue. */
export interface Catalogue extends Entries {
  version: number;
  themes: ReadonlyMap<string, Theme>;
}

const instant = (column: string) => `(extract(epoch from p.${column}) * 1000)::float8`;

const ENTRIES = (ids: string) => `select p.id, ${instant('published_at')} as at, ${instant('expires_at')} as "expiresAt", ${instant('pinned_until')} as "pinnedUntil", p.audience,
    coalesce(themes.ids, '{}') as "themeIds", targets.cohorts as "cohortIds", targets.groups as "groupIds"
  from publication p
  left join (select t.publication_id, array_agg(t.theme_id::text order by t.position) as ids from publication_theme t where t.organisation_id = $1 ${ids.replaceAll('p.id', 't.publication_id')} group by 1) themes on themes.publication_id = p.id
  left join (select t.publication_id, array_remove(array_agg(t.cohort_id::text), null) as cohorts, array_remove(array_agg(t.group_id::text), null) as groups
               from publication_target t where t.organisation_id = $1 ${ids.replaceAll('p.id', 't.publication_id')} group by 1) targets on targets.publication_id = p.id
  where p.organisation_id = $1 and p.status = 'PUBLISHED' ${ids}`;

interface EntryRow extends Omit<Entry, 'targets'> {
  cohortIds: string[] | null;
  groupIds: string[] | null;
}

/** Past so many, reading everything again is no longer dearer. */
const MANY = 2000;
/** Of the texts kept in memory, about, as they are and as JSON: all organisations together. */
const TEXT_BYTES = 64 * 1024 * 1024;

/**
 * Published content in this process, by organisation. Nobody tells it of a change: each page of the feed asks for the
 * version anyway, and a catalogue of another version reads again what has changed since.
 */
@Injectable()
export class Catalogues {
  private readonly known = new LRUCache<string, Catalogue>({ maxSize: 1_000_000, sizeCalculation: ({ all }) => all.length + 100 });
  private readonly reading = new Map<string, Promise<Catalogue>>();
  /** By the entry itself: what has changed has another entry, so that an old text is never found. */
  private readonly texts = new LRUCache<Entry, Publication>({ maxSize: TEXT_BYTES, sizeCalculation: ({ body, summary }) => 1500 + 2 * (body.length + summary.length) });

  constructor(private readonly db: Db) {}

  /** What this process has; whether it is the version of now, the caller finds out. */
  current(organisationId: string): Catalogue | undefined {
    return this.known.get(organisationId);
  }

  /** The catalogue of `version`, or of a later one. */
  async at(version: number): Promise<Catalogue> {
    const { organisationId } = this.db;
    const known = this.known.get(organisationId);
    if (known && known.version >= version) return known;
    const under = await this.reading.get(organisationId)?.catch(() => undefined);
    if (under && under.version >= version) return under;
    const reading = this.read(organisationId, version, this.known.get(organisationId));
    this.reading.set(organisationId, reading);
    try {
      const catalogue = await reading;
      this.known.set(organisationId, catalogue);
      return catalogue;
    } finally {
      if (this.reading.get(organisationId) === reading) this.reading.delete(organisationId);
    }
  }

  /** The publications of these entries, in their order. They are shared by all who read them: frozen. */
  async publications(entries: readonly Entry[]): Promise<Publication[]> {
    const missing = entries.filter((entry) => !this.texts.has(entry));
    const rows = missing.length ? await this.db.of(Publication).findBy({ organisationId: this.db.organisationId, id: In(missing.map(({ id }) => id)) }) : [];
    const read = new Map(rows.map((row) => [row.id, Object.freeze(row)]));
    for (const entry of missing) {
      const publication = read.get(entry.id);
      if (publication) this.texts.set(entry, publication);
    }
    return entries.flatMap((entry) => this.texts.get(entry) ?? read.get(entry.id) ?? []);
  }

  private async read(organisationId: string, version: number, earlier: Catalogue | undefined): Promise<Catalogue> {
    const themes = new Map((await this.db.of(Theme).findBy({ organisationId })).map((theme) => [theme.id, Object.freeze(theme)]));
    const changed = earlier && (await this.changedSince(organisationId, earlier.version));
    if (!earlier || !changed) return catalogueOf(version, await this.entries('', [organisationId]), themes);
    const gone = new Set(changed);
    const kept = earlier.all.filter(({ id }) => !gone.has(id));
    const fresh = changed.length ? await this.entries('and p.id = any($2::uuid[])', [organisationId, changed]) : [];
    return catalogueOf(version, [...kept, ...fresh], themes);
  }

  /** Null when they are too many. */
  private async changedSince(organisationId: string, version: number): Promise<string[] | null> {
    const rows = await this.db.query<{ id: string }>(`select publication_id as id from publication_change where organisation_id = $1 and version > $2 limit ${MANY + 1}`, [organisationId, version]);
    return rows.length > MANY ? null : rows.map(({ id }) => id);
  }

  private async entries(ids: string, parameters: unknown[]): Promise<Entry[]> {
    const rows = await this.db.query<EntryRow>(ENTRIES(ids), parameters);
    return rows.map(({ cohortIds, groupIds, ...entry }) => ({ ...entry, targets: cohortIds && groupIds ? { cohortIds, groupIds } : null }));
  }
}

function catalogueOf(version: number, entries: Entry[], themes: ReadonlyMap<string, Theme>): Catalogue {
  const all = entries.sort(byAge);
  return { version, all, pinned: all.filter(({ pinnedUntil }) => pinnedUntil !== null), byId: new Map(all.map((entry) => [entry.id, entry])), themes };
}
