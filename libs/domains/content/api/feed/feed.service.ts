import { Injectable } from '@nestjs/common';
import { FeedFilter, ShownBecause } from '@portevoix/content/shared';
import { Clock, Db, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { In } from 'typeorm';
import { Publication } from '../publications/publication.entity';
import { SegmentsOf, targetedAt } from '../publications/segments.service';
import { cursorOf, placeOf, type Place } from './place';
import { RELIEF, reliefFor, spread } from './spread';

export interface FeedQuery {
  filter: FeedFilter;
  themeId?: string;
}

interface Row {
  id: string;
  at: Date;
  theme: string | null;
  /** In its turn; brought up from further down; or brought up by an earlier page and still further down. */
  part: 'turn' | 'relief' | 'early';
}

/** Which rows a page asks for. */
interface Slice {
  asOf: Date;
  pinned: boolean;
  after: Place | null;
  limit: number;
  early: string[];
  /** Most rows of other themes to bring up when one theme fills the slice; 0: none. */
  relief: number;
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
   * meanwhile moves nothing. Inside a page neighbours of one theme are spread; when one theme fills a page, the next
   * items of others take some of its places, and the cursor remembers them until their own turn has passed.
   */
  async page(viewer: Viewer, { first, after }: PageArgs, query: FeedQuery): Promise<Connection<Publication>> {
    const place = after ? placeOf(after) : null;
    const asOf = place?.asOf ?? this.clock.now();
    const early = place?.early ?? [];
    const pinned = !place || place.pinned ? await this.rows(viewer, query, { asOf, pinned: true, after: place, limit: first + 1, early, relief: 0 }) : [];
    const room = first - pinned.length;
    const relief = query.themeId ? 0 : reliefFor(room, early.length);
    const rest = room >= 0 ? await this.rows(viewer, query, { asOf, pinned: false, after: place?.pinned ? null : place, limit: room + 1, early, relief }) : [];
    const brought = rest.filter(({ part }) => part === 'relief');
    const inTurn = rest.filter(({ part }) => part === 'turn');
    const turn = [...pinned.map((row) => ({ ...row, pinned: true })), ...inTurn.map((row) => ({ ...row, pinned: false }))];
    const shown = turn.slice(0, first - brought.length);
    const last = shown.at(-1);
    const order = [...shown.filter((row) => row.pinned), ...spread([...shown.filter((row) => !row.pinned), ...brought], (row) => row.theme)];
    const waiting = rest.filter((row) => row.part !== 'turn' && last && !last.pinned && isBelow(row, last)).map(({ id }) => id);
    const cursor = last ? cursorOf({ asOf, pinned: last.pinned, at: last.at, id: last.id, early: last.pinned ? early : waiting }) : null;
    const publications = await this.load(order.map(({ id }) => id));
    // The order inside a page is not the keyset's: each of its edges leads to the next page.
    return { edges: publications.map((node) => ({ node, cursor: cursor ?? '' })), pageInfo: { hasNextPage: turn.length > shown.length, endCursor: cursor } };
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

  /** One statement: the slice, what may break its run of one theme, and what earlier pages brought up and is still to come. */
  private async rows(viewer: Viewer, { filter, themeId }: FeedQuery, { asOf, pinned, after, limit, early, relief }: Slice): Promise<Row[]> {
    const { cohortIds, groupIds } = await this.segments.person(viewer.personId);
    const parameters: unknown[] = [this.db.organisationId, asOf, viewer.personId, cohortIds, groupIds, AUDIENCES[filter], limit, early];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      `p.organisation_id = $1 and p.status = 'PUBLISHED' and p.published_at <= $2 and (p.expires_at is null or p.expires_at > $2)`,
      `p.audience = any($6) and (p.pinned_until is not null and p.pinned_until > $2) = ${pinned}`,
      `not exists (select 1 from publication_dismissal d where d.organisation_id = p.organisation_id and d.publication_id = p.id and d.person_id = $3)`,
      `p.id <> all($8::uuid[])`,
      targetedAt('p', '$4', '$5'),
    ];
    if (themeId) conditions.push(`exists (select 1 from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id and t.theme_id = ${given(themeId)})`);
    const slice = after ? [...conditions, `(p.published_at, p.id) < (${given(after.at)}, ${given(after.id)}::uuid)`] : conditions;
    const theme = '(select t.theme_id from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id order by t.position limit 1)';
    const taken = `select p.id, p.published_at as at, ${theme} as theme from publication p where ${slice.join(' and ')} order by p.published_at desc, p.id desc limit $7::int`;
    if (!relief && !early.length) return this.db.query<Row>(`select id, at, theme, 'turn' as part from (${taken}) taken`, parameters);
    const [horizon, most, share] = [given(RELIEF.lookAhead), given(relief), given(Math.ceil(RELIEF.share * (limit - 1)))];
    return this.db.query<Row>(
      `with taken as (${taken}),
            mono as (select theme from taken where theme is not null group by theme having count(*) >= ${share}::int and (select count(*) from taken) = $7::int),
            edge as (select at, id from taken order by at, id limit 1)
       select id, at, theme, 'turn' as part from taken
       union all
       select r.id, r.at, r.theme, 'relief' from mono cross join edge cross join lateral (
         select * from (select p.id, p.published_at as at, ${theme} as theme from publication p where ${conditions.join(' and ')} and (p.published_at, p.id) < (edge.at, edge.id)
                         order by p.published_at desc, p.id desc limit ${horizon}::int) next
          where next.theme is distinct from mono.theme order by next.at desc, next.id desc limit ${most}::int) r
       union all
       select p.id, p.published_at, null, 'early' from publication p where p.organisation_id = $1 and p.id = any($8::uuid[])
        order by part desc, at desc, id desc`,
      parameters,
    );
  }

  private async load(ids: string[]): Promise<Publication[]> {
    const rows = ids.length ? await this.db.of(Publication).findBy({ organisationId: this.db.organisationId, id: In(ids) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

const isBelow = (row: Row, other: Row) => row.at < other.at || (row.at.getTime() === other.at.getTime() && row.id < other.id);
