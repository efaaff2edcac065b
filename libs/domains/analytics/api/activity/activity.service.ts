import { Injectable } from '@nestjs/common';
import { ActivityKind } from '@portevoix/analytics/shared';
import { Organisations } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { Db, derivedId } from '@portevoix/platform';
import { Increments } from './increments.service';
import { ORIGIN_SQL } from './scopes';
import { ShareLives } from './share-lives.service';

/** What a reaction tells; `source` makes the row's id, so that the same fact told twice is one row. */
export interface Fact {
  source: string;
  at: Date;
  kind: ActivityKind;
  personId: string;
  /** Day of the organisation's calendar; that of `at` when it is not given. */
  day?: string;
  publicationId?: string | null;
  /** The share, for its steps and clicks. */
  subjectId?: string | null;
  network?: string | null;
}

/** A row of `activity_event`, as it went in. */
export interface NewEvent extends Record<string, unknown> {
  day: string;
  kind: ActivityKind;
  person_id: string;
  person_number: number | null;
  scope_ids: string[];
  publication_id: string | null;
  subject_id: string | null;
  network: string | null;
}

const BATCH = 1000;

/** Cohorts of a person at the instant of the fact, their programmes, and how the person came to them. */
const SCOPES = `array(select distinct s.id from cohort_membership m join cohort c on c.organisation_id = m.organisation_id and c.id = m.cohort_id
     cross join lateral (values (c.id), (c.programme_id), (${ORIGIN_SQL('m.origin')})) as s(id)
     where m.organisation_id = $1 and m.person_id = t.person_id and m.since <= t.at and (m.until is null or m.until > t.at) order by 1)`;

/** Writes events and brings the rollups along in the same transaction. */
@Injectable()
export class Activity {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly lives: ShareLives,
    private readonly increments: Increments,
  ) {}

  /** Facts already told change nothing. */
  async record(facts: readonly Fact[]): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock_shared(hashtext('analytics.rollups'), hashtext($1))`, [this.db.organisationId]);
    const events = await this.insert(facts);
    if (events.length) await this.increments.apply(events, await this.lives.follow(events));
  }

  /** Events alone, without their rollups: for a load followed by a rebuild. The new rows. */
  async insert(facts: readonly Fact[]): Promise<NewEvent[]> {
    const { timeZone } = await this.organisations.current();
    const rows: NewEvent[] = [];
    for (let from = 0; from < facts.length; from += BATCH) rows.push(...(await this.insertBatch(facts.slice(from, from + BATCH), timeZone)));
    return rows;
  }

  private insertBatch(facts: readonly Fact[], timeZone: string): Promise<NewEvent[]> {
    const column = <T>(pick: (fact: Fact) => T): T[] => facts.map(pick);
    return this.db.query<NewEvent>(
      `with told as (
         insert into activity_event (organisation_id, id, at, day, kind, person_id, person_number, scope_ids, publication_id, subject_id, network)
         select $1, t.id, t.at, t.day, t.kind, t.person_id, p.number, ${SCOPES}, t.publication_id, t.subject_id, t.network
           from unnest($2::uuid[], $3::timestamptz[], $4::date[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[]) as t(id, at, day, kind, person_id, publication_id, subject_id, network)
           left join person p on p.organisation_id = $1 and p.id = t.person_id
         on conflict do nothing returning day::text, kind, person_id, person_number, scope_ids, publication_id, subject_id, network)
       select * from told`,
      [
        this.db.organisationId, column(({ source }) => derivedId('analytics', source)), column(({ at }) => at), column(({ at, day }) => day ?? dayOf(at, timeZone)), column(({ kind }) => kind),
        column(({ personId }) => personId), column(({ publicationId }) => publicationId ?? null), column(({ subjectId }) => subjectId ?? null), column(({ network }) => network ?? null),
      ],
    );
  }
}
