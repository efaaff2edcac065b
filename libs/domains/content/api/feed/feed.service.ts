import { Injectable } from '@nestjs/common';
import { FeedFilter, ShownBecause } from '@portevoix/content/shared';
import { badInput, Clock, connection, Db, decodeCursor, encodeCursor, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { In } from 'typeorm';
import { Publication } from '../publications/publication.entity';
import { SegmentsOf, targetedAt } from '../publications/segments.service';
import { spread } from './spread';

export interface FeedQuery {
  filter: FeedFilter;
  themeId?: string;
}

/** Where a page starts: the feed as it was at `asOf`, after an item. */
interface Place {
  asOf: Date;
  pinned: boolean;
  at: Date;
  id: string;
}

interface Row {
  id: string;
  at: Date;
  theme: string | null;
}

const AUDIENCES: Record<FeedFilter, string[]> = {
  [FeedFilter.FOR_YOU]: ['SHAREABLE', 'INTERNAL', 'INSTRUCTION'],
  [FeedFilter.SHAREABLE]: ['SHAREABLE'],
  [FeedFilter.INTERNAL]: ['INTERNAL', 'INSTRUCTION'],
};

/** What a person is shown, newest first under what is pinned. */
@Injectable()
export class Feed {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly segments: SegmentsOf,
  ) {}

  /**
   * One page. The cursor keeps the instant of the first page, so that what comes out, expires or is unpinned
   * meanwhile moves nothing. Inside a page neighbours of one theme are spread; pages themselves never mix.
   */
  async page(viewer: Viewer, { first, after }: PageArgs, query: FeedQuery): Promise<Connection<Publication>> {
    const place = after ? placeOf(after) : null;
    const asOf = place?.asOf ?? this.clock.now();
    const pinned = !place || place.pinned ? await this.rows(viewer, query, asOf, true, place, first + 1) : [];
    const rest = pinned.length <= first ? await this.rows(viewer, query, asOf, false, place?.pinned ? null : place, first + 1 - pinned.length) : [];
    const rows = [...pinned.map((row) => ({ ...row, pinned: true })), ...rest.map((row) => ({ ...row, pinned: false }))];
    const cursorOf = (row: Row & { pinned: boolean }) => [asOf.getTime(), row.pinned ? 1 : 0, row.at.getTime(), row.id];
    const page = connection(rows, first, cursorOf);
    const shown = page.edges.map(({ node }) => node);
    const order = [...shown.filter((row) => row.pinned), ...spread(shown.filter((row) => !row.pinned), (row) => row.theme)];
    const publications = await this.load(order.map(({ id }) => id));
    const end = page.pageInfo.endCursor;
    // The order inside a page is not the keyset's: each of its edges leads to the next page.
    return { edges: publications.map((node) => ({ node, cursor: end ?? encodeCursor([]) })), pageInfo: page.pageInfo };
  }

  /** Why the viewer is shown a publication: their cohort before their group, with its name; null for everybody's. */
  async whyShown(viewer: Viewer, publicationId: string): Promise<{ because: ShownBecause; name: string | null }> {
    const { cohortIds, groupIds } = await this.segments.person(viewer.personId);
    return this.db
      .loader<string, { because: ShownBecause; name: string | null }>(`content.why-shown.${viewer.personId}`, async (ids) => {
        const rows = await this.db.query<{ id: string; cohort: string | null; group: string | null }>(
          `select t.publication_id as id, c.name as cohort, g.name as "group" from publication_target t
             left join cohort c on c.organisation_id = t.organisation_id and c.id = t.cohort_id
             left join "group" g on g.organisation_id = t.organisation_id and g.id = t.group_id
            where t.organisation_id = $1 and t.publication_id = any($2::uuid[]) and (t.cohort_id = any($3::uuid[]) or t.group_id = any($4::uuid[])) order by c.name, g.name`,
          [this.db.organisationId, ids, cohortIds, groupIds],
        );
        return ids.map((id) => {
          const mine = rows.filter((row) => row.id === id);
          const cohort = mine.find((row) => row.cohort);
          if (cohort) return { because: ShownBecause.COHORT, name: cohort.cohort };
          const group = mine.find((row) => row.group);
          return group ? { because: ShownBecause.GROUP, name: group.group } : { because: ShownBecause.EVERYONE, name: null };
        });
      })
      .load(publicationId);
  }

  private async rows(viewer: Viewer, { filter, themeId }: FeedQuery, asOf: Date, pinned: boolean, after: Place | null, limit: number): Promise<Row[]> {
    const { cohortIds, groupIds } = await this.segments.person(viewer.personId);
    const parameters: unknown[] = [this.db.organisationId, asOf, viewer.personId, cohortIds, groupIds, AUDIENCES[filter], limit];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      `p.organisation_id = $1 and p.status = 'PUBLISHED' and p.published_at <= $2 and (p.expires_at is null or p.expires_at > $2)`,
      `p.audience = any($6) and (p.pinned_until is not null and p.pinned_until > $2) = ${pinned}`,
      `not exists (select 1 from publication_dismissal d where d.organisation_id = p.organisation_id and d.publication_id = p.id and d.person_id = $3)`,
      targetedAt('p', '$4', '$5'),
    ];
    if (themeId) conditions.push(`exists (select 1 from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id and t.theme_id = ${given(themeId)})`);
    if (after) conditions.push(`(p.published_at, p.id) < (${given(after.at)}, ${given(after.id)}::uuid)`);
    return this.db.query<Row>(
      `select p.id, p.published_at as at,
              (select t.theme_id from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id order by t.position limit 1) as theme
         from publication p where ${conditions.join(' and ')} order by p.published_at desc, p.id desc limit $7`,
      parameters,
    );
  }

  private async load(ids: string[]): Promise<Publication[]> {
    const rows = ids.length ? await this.db.of(Publication).findBy({ organisationId: this.db.organisationId, id: In(ids) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

function placeOf(cursor: string): Place {
  const [asOf, pinned, at, id] = decodeCursor(cursor, 4);
  if (typeof asOf !== 'number' || typeof at !== 'number' || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id) || Math.abs(asOf) > 8.64e15 || Math.abs(at) > 8.64e15) throw badInput('after', 'isCursor');
  return { asOf: new Date(asOf), pinned: pinned === 1, at: new Date(at), id };
}
