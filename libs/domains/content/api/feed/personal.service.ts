import { Injectable } from '@nestjs/common';
import { Clock, Db, type Viewer } from '@portevoix/platform';
import { LRUCache } from 'lru-cache';
import { Reading } from '../reading/reading.entity';

/** Cohorts or groups of a person, by name. */
export type Belonging = readonly (readonly [id: string, name: string])[];

/** The viewer's own side of the feed, whatever page they ask for. */
export interface Personal {
  cohorts: Belonging;
  groups: Belonging;
  cohortIds: ReadonlySet<string>;
  groupIds: ReadonlySet<string>;
  dismissed: ReadonlySet<string>;
}

/** The same with what the viewer did with the publications that were asked about. */
export interface State {
  /** Of the organisation's content (ContentVersion), as of this statement. */
  version: number;
  personal: Personal;
  readings: ReadonlyMap<string, Reading>;
  /** When an instruction was said to be read. */
  receipts: ReadonlyMap<string, Date>;
}

const belonging = (membership: string, of: string, key: string, now: string) => `
  (select coalesce(json_agg(json_build_array(s.id, s.name) order by s.name, s.id), '[]') from ${membership} m join ${of} s on s.organisation_id = m.organisation_id and s.id = m.${key}
    where m.organisation_id = $1 and m.person_id = $2 and ${now})`;
const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** One statement: the version, what the person belongs to and does not want, and their marks on publications $4. */
const STATE = `select
  coalesce((select version from content_version where organisation_id = $1), 0) as version,
  json_build_array(${belonging('cohort_membership', 'cohort', 'cohort_id', 'm.since <= $3 and (m.until is null or m.until > $3)')},
    ${belonging('group_membership', '"group"', 'group_id', 'm.until is null')},
    (select coalesce(json_agg(publication_id), '[]') from publication_dismissal where organisation_id = $1 and person_id = $2))::text as personal,
  (select json_agg(json_build_array(id, publication_id, active_ms, depth, ${instant('started_at')}, ${instant('last_at')}, ${instant('read_at')}))
     from reading where organisation_id = $1 and person_id = $2 and publication_id = any($4::uuid[])) as readings,
  (select json_agg(json_build_array(publication_id, ${instant('at')}))
     from instruction_receipt where organisation_id = $1 and person_id = $2 and publication_id = any($4::uuid[])) as receipts`;

interface StateRow {
  version: number;
  personal: string;
  readings: [id: string, publicationId: string, activeMs: number, depth: number, startedAt: number, lastAt: number, readAt: number | null][] | null;
  receipts: [publicationId: string, at: number][] | null;
}

const NOBODY: Personal = { cohorts: [], groups: [], cohortIds: new Set(), groupIds: new Set(), dismissed: new Set() };

/** Asks PostgreSQL for what is the viewer's own. */
@Injectable()
export class PersonalStates {
  /** What each person's statement answered last: only a guess of what it will answer next. */
  private readonly last = new LRUCache<string, { text: string; personal: Personal }>({ max: 20_000 });

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** What was true when this process last asked; nobody in particular, if never. To be compared with `state`'s own. */
  guess({ personId }: Viewer): Personal {
    return this.last.get(personId)?.personal ?? NOBODY;
  }

  /** The same object as `guess` gave as long as nothing has changed. */
  async state({ organisationId, personId }: Viewer, publicationIds: readonly string[]): Promise<State> {
    const [row] = await this.db.prepared<StateRow>('content.feed-state', STATE, [organisationId, personId, this.clock.now(), `{${publicationIds.join()}}`]);
    const { version, personal: text, readings, receipts } = row!;
    let known = this.last.get(personId);
    if (known?.text !== text) {
      known = { text, personal: personalOf(text) };
      this.last.set(personId, known);
    }
    return {
      version,
      personal: known.personal,
      readings: new Map((readings ?? []).map((reading) => [reading[1], readingOf(organisationId, personId, reading)])),
      receipts: new Map((receipts ?? []).map(([id, at]) => [id, new Date(at)])),
    };
  }
}

function personalOf(text: string): Personal {
  const [cohorts, groups, dismissed] = JSON.parse(text) as [Belonging, Belonging, string[]];
  return { cohorts, groups, cohortIds: new Set(cohorts.map(([id]) => id)), groupIds: new Set(groups.map(([id]) => id)), dismissed: new Set(dismissed) };
}

/** As its reader sees it; the sitting going on is not read here. */
function readingOf(organisationId: string, personId: string, [id, publicationId, activeMs, depth, startedAt, lastAt, readAt]: NonNullable<StateRow['readings']>[number]): Reading {
  return Object.assign(new Reading(), { organisationId, personId, id, publicationId, activeMs, depth, startedAt: new Date(startedAt), lastAt: new Date(lastAt), readAt: readAt === null ? null : new Date(readAt) });
}
