import { Injectable } from '@nestjs/common';
import { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';
import type { NewEvent } from './activity.service';
import { SCOPES_SQL } from './scopes';

export interface Life {
  shareId: string;
  personNumber: number | null;
  publicationId: string;
  network: string;
  scopeIds: string[];
  standing: ShareStanding | null;
  day: string | null;
}

/** What a batch of events moved. */
export interface Moves {
  before: Life[];
  after: Life[];
}

const COLUMNS = `share_id as "shareId", person_number as "personNumber", publication_id as "publicationId", network, scope_ids as "scopeIds", standing, day::text`;

/**
 * Where shares stand, from their raw events in any order of arrival: $2 null means every share. Measured from the first
 * of its click and of the declaration that holds (the first one after the last retraction), else declared, else opened.
 */
const FROM_EVENTS = `
  with step as (select * from activity_event where organisation_id = $1 and subject_id is not null and ($2::uuid[] is null or subject_id = any($2))),
  gone as (select subject_id, max(at) as at from step where kind = 'SHARE_RETRACTED' group by 1),
  known as (
    select s.subject_id,
           min(s.day) filter (where s.kind = 'SHARE_OPENED') as opened,
           min(s.day) filter (where s.kind = 'SHARE_DECLARED' and (g.at is null or s.at > g.at)) as declared,
           min(s.day) filter (where s.kind = 'CLICK_VALID') as clicked
      from step s left join gone g using (subject_id) group by 1),
  origin as (
    select distinct on (subject_id) subject_id, person_number, publication_id, network, scope_ids
      from step order by subject_id, (kind = 'SHARE_OPENED') desc, at, id)
  select subject_id as share_id, person_number, publication_id, network, scope_ids,
         case when clicked is not null then 'MEASURED' when declared is not null then 'DECLARED' when opened is not null then 'OPENED' end as standing,
         case when clicked is null and declared is null then opened else least(clicked, declared) end as day
    from known join origin using (subject_id)`;

const WRITE = `insert into share_life as l (organisation_id, share_id, person_number, publication_id, network, scope_ids, standing, day)
  select $1, e.* from (${FROM_EVENTS}) e
  on conflict (organisation_id, share_id) do update
    set person_number = excluded.person_number, publication_id = excluded.publication_id, network = excluded.network, scope_ids = excluded.scope_ids, standing = excluded.standing, day = excluded.day`;

/** The state of each share, `share_life`: read again from the share's own events, so that their order of arrival is of no matter. */
@Injectable()
export class ShareLives {
  constructor(private readonly db: Db) {}

  /** Brings along the shares of new events. One writer at a time for a person's shares. */
  async follow(events: readonly NewEvent[]): Promise<Moves> {
    const steps = events.filter(({ subject_id: id }) => id !== null);
    if (!steps.length) return { before: [], after: [] };
    for (const id of [...new Set(steps.map(({ person_id: person }) => person))].sort()) await this.db.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [id]);
    const known = await this.of([...new Set(steps.map(({ subject_id: id }) => id!))]);
    const moved = [...new Set(steps.filter((step) => !changesNothing(step, known.get(step.subject_id!))).map(({ subject_id: id }) => id!))];
    if (!moved.length) return { before: [], after: [] };
    await this.db.query(WRITE, [this.db.organisationId, moved]);
    const now = await this.of(moved);
    return { before: moved.flatMap((id) => known.get(id) ?? []), after: [...now.values()] };
  }

  /** Every share again, in an emptied table. */
  async rebuild(): Promise<void> {
    await this.db.query(WRITE, [this.db.organisationId, null]);
  }

  /** Of these presences, those that no share holds any more. */
  async left(presences: readonly { kind: string; scopeId: string; day: string; number: number }[]): Promise<number[]> {
    if (!presences.length) return [];
    const rows = await this.db.query<{ place: number }>(
      `select (t.place - 1)::int as place from unnest($2::text[], $3::uuid[], $4::date[], $5::int[]) with ordinality as t(standing, scope_id, day, number, place)
        where not exists (select 1 from share_life l where l.organisation_id = $1 and l.person_number = t.number and l.standing = t.standing and l.day = t.day and t.scope_id = any(${SCOPES_SQL('l.scope_ids')}))`,
      [this.db.organisationId, presences.map(({ kind }) => kind), presences.map(({ scopeId }) => scopeId), presences.map(({ day }) => day), presences.map(({ number }) => number)],
    );
    return rows.map(({ place }) => place);
  }

  /** Rows that a replay would change. */
  async thatDiffer(): Promise<number> {
    const stored = 'select share_id, person_number, publication_id, network, scope_ids, standing, day from share_life where organisation_id = $1';
    const [row] = await this.db.query<{ rows: number }>(`select count(*)::int as rows from (((${stored}) except (${FROM_EVENTS})) union all ((${FROM_EVENTS}) except (${stored}))) d`, [this.db.organisationId, null]);
    return row!.rows;
  }

  private async of(ids: readonly string[]): Promise<Map<string, Life>> {
    const rows = await this.db.query<Life>(`select ${COLUMNS} from share_life where organisation_id = $1 and share_id = any($2)`, [this.db.organisationId, ids]);
    return new Map(rows.map((life) => [life.shareId, life]));
  }
}

/** One more click on a share already measured moves nothing: the hot path reads no event again. */
const changesNothing = ({ kind, day }: NewEvent, life: Life | undefined): boolean => kind === ActivityKind.CLICK_VALID && life?.standing === ShareStanding.MEASURED && life.day! <= day;
