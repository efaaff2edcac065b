import { Injectable } from '@nestjs/common';
import { ActivityKind, ShareStanding } from '@portevoix/analytics/shared';
import { Db } from '@portevoix/platform';
import type { NewEvent } from './activity.service';
import { PeopleDays, type Presence } from './people-days.service';
import { scopesOf } from './scopes';
import { ShareLives, type Life, type Moves } from './share-lives.service';

/** Sums changes by key, the columns of which it keeps. */
class Sums<Key extends Record<string, string>, Counts extends string> {
  private readonly rows = new Map<string, { key: Key; counts: Record<Counts, number> }>();

  constructor(private readonly counted: readonly Counts[]) {}

  add(key: Key, what: Counts, change: number): void {
    const id = Object.values(key).join(' ');
    const row = this.rows.get(id) ?? { key, counts: Object.fromEntries(this.counted.map((name) => [name, 0])) as Record<Counts, number> };
    row.counts[what] += change;
    this.rows.set(id, row);
  }

  /** In one order everywhere, so that two transactions never wait for each other; without those that change nothing. */
  list(): (Key & Record<Counts, number>)[] {
    return [...this.rows]
      .filter(([, { counts }]) => this.counted.some((name) => counts[name] !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, counts }]) => ({ ...key, ...counts }));
  }
}

const isOut = ({ standing }: Life): boolean => standing === ShareStanding.DECLARED || standing === ShareStanding.MEASURED;

/** What new events add to each rollup, written in the transaction of the events. */
@Injectable()
export class Increments {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleDays,
    private readonly lives: ShareLives,
  ) {}

  /** Every writer takes the tables, and the rows of each, in the same order. */
  async apply(events: readonly NewEvent[], { before, after }: Moves): Promise<void> {
    await this.addToDays(events);
    await this.addToPublications(events, { before, after });
    await this.moveShares({ before, after });
    const held = after.flatMap(presencesOf);
    await this.people.add([...events.flatMap(presencesOfEvent), ...held]);
    const given = before.flatMap(presencesOf);
    await this.people.remove((await this.lives.left(given)).map((place) => given[place]!));
  }

  private async addToDays(events: readonly NewEvent[]): Promise<void> {
    const sums = new Sums<{ kind: string; scope: string; day: string }, 'count'>(['count']);
    for (const { kind, day, scope_ids: ids } of events) for (const scope of scopesOf(ids)) sums.add({ kind, scope, day }, 'count', 1);
    const rows = sums.list();
    if (!rows.length) return;
    await this.db.query(
      `insert into activity_day as d (organisation_id, kind, scope_id, day, count) select $1, t.* from unnest($2::text[], $3::uuid[], $4::date[], $5::int[]) as t
       on conflict (organisation_id, kind, scope_id, day) do update set count = d.count + excluded.count`,
      [this.db.organisationId, rows.map(({ kind }) => kind), rows.map(({ scope }) => scope), rows.map(({ day }) => day), rows.map(({ count }) => count)],
    );
  }

  private async addToPublications(events: readonly NewEvent[], { before, after }: Moves): Promise<void> {
    const sums = new Sums<{ day: string; id: string }, 'readers' | 'clicks' | 'shares'>(['readers', 'clicks', 'shares']);
    for (const { kind, day, publication_id: id } of events) {
      if (id && kind === ActivityKind.READ) sums.add({ day, id }, 'readers', 1);
      if (id && kind === ActivityKind.CLICK_VALID) sums.add({ day, id }, 'clicks', 1);
    }
    for (const { day, publicationId: id } of before.filter(isOut)) sums.add({ day: day!, id }, 'shares', -1);
    for (const { day, publicationId: id } of after.filter(isOut)) sums.add({ day: day!, id }, 'shares', 1);
    const rows = sums.list();
    if (!rows.length) return;
    await this.db.query(
      `insert into publication_day as d (organisation_id, day, publication_id, readers, clicks, shares) select $1, t.* from unnest($2::date[], $3::uuid[], $4::int[], $5::int[], $6::int[]) as t
       on conflict (organisation_id, day, publication_id) do update set readers = d.readers + excluded.readers, clicks = d.clicks + excluded.clicks, shares = d.shares + excluded.shares`,
      [this.db.organisationId, rows.map(({ day }) => day), rows.map(({ id }) => id), rows.map(({ readers }) => readers), rows.map(({ clicks }) => clicks), rows.map(({ shares }) => shares)],
    );
  }

  private async moveShares({ before, after }: Moves): Promise<void> {
    const sums = new Sums<{ scope: string; day: string; standing: string; network: string }, 'count'>(['count']);
    const tell = (lives: readonly Life[], change: number) => {
      for (const { standing, day, network, scopeIds } of lives) if (standing && day) for (const scope of scopesOf(scopeIds)) sums.add({ scope, day, standing, network }, 'count', change);
    };
    tell(before, -1);
    tell(after, 1);
    const rows = sums.list();
    if (!rows.length) return;
    await this.db.query(
      `insert into share_day as d (organisation_id, scope_id, day, standing, network, count) select $1, t.* from unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::int[]) as t
       on conflict (organisation_id, scope_id, day, standing, network) do update set count = d.count + excluded.count`,
      [this.db.organisationId, rows.map(({ scope }) => scope), rows.map(({ day }) => day), rows.map(({ standing }) => standing), rows.map(({ network }) => network), rows.map(({ count }) => count)],
    );
  }
}

const presencesOfEvent = ({ kind, day, person_number: number, scope_ids: ids }: NewEvent): Presence[] => (number === null ? [] : scopesOf(ids).map((scopeId) => ({ kind, scopeId, day, number })));
const presencesOf = ({ standing: kind, day, personNumber: number, scopeIds }: Life): Presence[] => (kind && day && number !== null ? scopesOf(scopeIds).map((scopeId) => ({ kind, scopeId, day, number })) : []);
