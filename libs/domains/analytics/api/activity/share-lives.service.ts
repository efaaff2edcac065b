import { Injectable } from '@nestjs/common';
import { ActivityKind, lifeOfShare, type ShareStep } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';

interface StepRow extends Record<string, unknown> {
  subject_id: string;
  person_id: string;
  publication_id: string;
  network: string;
  kind: ActivityKind;
  at: Date;
  day: string;
}

export interface Life {
  shareId: string;
  personId: string;
  publicationId: string;
  network: string;
  openedOn: string | null;
  sharedOn: string | null;
  measured: boolean;
}

/** The rollup of shares: each row is read again from the share's own events, so that their order of arrival is of no matter. */
@Injectable()
export class ShareLives {
  constructor(private readonly db: Db) {}

  /** Computes the rows of these shares again, one writer at a time for each. */
  async refresh(shareIds: readonly string[]): Promise<void> {
    for (const id of [...shareIds].sort()) await this.db.query(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [id]);
    if (shareIds.length) await this.write(await this.compute(shareIds));
  }

  /** From the raw events; of every share without ids. */
  async compute(shareIds: readonly string[] | null): Promise<Life[]> {
    const rows = await this.db.query<StepRow>(
      `select subject_id, person_id, publication_id, network, kind, at, day::text from activity_event
        where organisation_id = $1 and subject_id is not null and ($2::uuid[] is null or subject_id = any($2)) order by subject_id`,
      [this.db.organisationId, shareIds],
    );
    const shares = new Map<string, StepRow[]>();
    for (const row of rows) shares.set(row.subject_id, [...(shares.get(row.subject_id) ?? []), row]);
    return [...shares].map(([shareId, steps]) => {
      const [{ person_id: personId, publication_id: publicationId, network }] = steps as [StepRow];
      const { openedOn, declaredOn, clickedOn } = lifeOfShare(steps as readonly ShareStep[]);
      const [sharedOn = null] = [declaredOn, clickedOn].filter((day) => day !== null).sort();
      return { shareId, personId, publicationId, network, openedOn, sharedOn, measured: clickedOn !== null };
    });
  }

  async write(lives: readonly Life[]): Promise<void> {
    for (let from = 0; from < lives.length; from += 1000) {
      const part = lives.slice(from, from + 1000);
      const column = <T>(pick: (life: Life) => T): T[] => part.map(pick);
      await this.db.query(
        `insert into share_life (organisation_id, share_id, person_id, publication_id, network, opened_on, shared_on, measured)
         select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[], $8::boolean[]) as t
         on conflict (organisation_id, share_id) do update set opened_on = excluded.opened_on, shared_on = excluded.shared_on, measured = excluded.measured`,
        [
          this.db.organisationId, column(({ shareId }) => shareId), column(({ personId }) => personId), column(({ publicationId }) => publicationId), column(({ network }) => network),
          column(({ openedOn }) => openedOn), column(({ sharedOn }) => sharedOn), column(({ measured }) => measured),
        ],
      );
    }
  }
}
