import { Injectable } from '@nestjs/common';
import { Organisations } from '@portevoix/identity/api';
import { addDays, dayOf, startOfDay, weekOf } from '@portevoix/identity/shared';
import { Clock, Db, pageById, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import type DataLoader from 'dataloader';
import { Share } from '../share.entity';

export interface ClickFigures {
  /** One per link, visitor and hour; robots, previews, checks and the member's own apart. */
  valid: number;
  /** Everything that came. */
  raw: number;
  /** Distinct visitors among the valid; the same person on two days counts twice, since nothing tells them apart. */
  people: number;
  lastAt: Date | null;
}

export interface OwnResults {
  lastShare: Share | null;
  shares: number;
  clicks: ClickFigures;
  weekShares: number;
  weekClicks: ClickFigures;
}

/** A week of a member, from Monday (ISO). */
export interface MemberWeek {
  monday: string;
  /** ISO number of the week in its year. */
  number: number;
  /** They read a publication to its end, or shared one. */
  active: boolean;
  current: boolean;
}

interface FigureRow {
  share_id: string;
  valid: number;
  raw: number;
  people: number;
  last_at: Date | null;
}

const NONE: ClickFigures = { valid: 0, raw: 0, people: 0, lastAt: null };
const FIGURES = `count(*) filter (where c.valid)::int as valid, count(c.id)::int as raw,
  count(distinct c.visitor_hash) filter (where c.valid)::int as people, max(c.at) filter (where c.valid) as last_at`;

const figuresOf = (row: Omit<FigureRow, 'share_id'> | undefined): ClickFigures => (row ? { valid: row.valid, raw: row.raw, people: row.people, lastAt: row.last_at } : NONE);

/** What a member's own shares did; nobody else reads it. */
@Injectable()
export class ShareResults {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {}

  /** Newest first. */
  mine({ organisationId, personId }: Viewer, page: PageArgs): Promise<Connection<Share>> {
    return pageById(this.db.of(Share).createQueryBuilder('share').where('share.organisationId = :organisationId and share.personId = :personId', { organisationId, personId }), page);
  }

  /** Clicks on a share's own link, batched. */
  get clicks(): DataLoader<string, ClickFigures> {
    return this.db.loader<string, ClickFigures>('sharing.clicks', async (shareIds) => {
      const rows = await this.db.query<FigureRow>(
        `select l.share_id, ${FIGURES} from share_link l join click c on c.organisation_id = l.organisation_id and c.link_id = l.id
          where l.organisation_id = $1 and l.share_id = any($2) group by l.share_id`,
        [this.db.organisationId, [...shareIds]],
      );
      const byShare = new Map(rows.map((row) => [row.share_id, row]));
      return shareIds.map((id) => figuresOf(byShare.get(id)));
    });
  }

  /** The member's gains, for the home: a network opened with nothing after is no share, nor is what was taken back. */
  async own({ organisationId, personId }: Viewer): Promise<OwnResults> {
    const { timeZone } = await this.organisations.current();
    const monday = startOfDay(timeZone, weekOf(dayOf(this.clock.now(), timeZone)).monday);
    const [lastShare] = await this.db.query<{ id: string }>('select id from share where organisation_id = $1 and person_id = $2 and retracted_at is null order by id desc limit 1', [organisationId, personId]);
    const [shares] = await this.db.query<{ all: number; week: number }>(
      `select count(*)::int as all, count(*) filter (where s.opened_at >= $3)::int as week from share s
        where s.organisation_id = $1 and s.person_id = $2 and s.retracted_at is null and s.state <> 'OPENED'`,
      [organisationId, personId, monday],
    );
    return {
      lastShare: lastShare ? await this.db.of(Share).findOneBy({ organisationId, id: lastShare.id }) : null,
      shares: shares?.all ?? 0,
      clicks: await this.clicksSince(personId, null),
      weekShares: shares?.week ?? 0,
      weekClicks: await this.clicksSince(personId, monday),
    };
  }

  /** The last `count` weeks of the organisation's calendar from the first in which the member read or shared, oldest first; none before. */
  async weeks({ organisationId, personId }: Viewer, count = 8): Promise<MemberWeek[]> {
    const { timeZone } = await this.organisations.current();
    const { monday } = weekOf(dayOf(this.clock.now(), timeZone));
    const first = addDays(monday, -7 * (count - 1));
    const rows = await this.db.query<{ monday: string }>(
      `select distinct to_char(date_trunc('week', at at time zone $3), 'YYYY-MM-DD') as monday from (
         select read_at as at from reading where organisation_id = $1 and person_id = $2 and read_at >= $4
         union all
         select opened_at from share where organisation_id = $1 and person_id = $2 and retracted_at is null and opened_at >= $4
       ) mine`,
      [organisationId, personId, timeZone, startOfDay(timeZone, first)],
    );
    const active = new Set(rows.map((row) => row.monday));
    const weeks = Array.from({ length: count }, (_, index) => addDays(first, 7 * index)).map((day) => ({ monday: day, number: Number(weekOf(day).week.slice(-2)), active: active.has(day), current: day === monday }));
    const start = weeks.findIndex((week) => week.active);
    return start < 0 ? [] : weeks.slice(start);
  }

  private async clicksSince(personId: string, since: Date | null): Promise<ClickFigures> {
    const [row] = await this.db.query<FigureRow>(
      `select ${FIGURES} from share_link l join click c on c.organisation_id = l.organisation_id and c.link_id = l.id
        where l.organisation_id = $1 and l.person_id = $2 and ($3::timestamptz is null or c.at >= $3)`,
      [this.db.organisationId, personId, since],
    );
    return figuresOf(row);
  }
}
