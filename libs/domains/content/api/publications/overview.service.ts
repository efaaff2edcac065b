import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { mixOf, normaliseText, originOf, PublicationCategory, PublicationStatus, themeConcentration, type ContentKind, type PublicationFilter } from '@portevoix/content/shared';
import { People } from '@portevoix/identity/api';
import { THRESHOLD } from '@portevoix/identity/shared';
import { Clock, Db, pageById, type Connection, type PageArgs } from '@portevoix/platform';
import { In, LessThanOrEqual } from 'typeorm';
import { Theme } from '../themes/theme.entity';
import { Publication } from './publication.entity';
import { GRACE_MS } from './readiness';
import { targetedAt } from './segments.service';
import type { CategoryStats, FeedMix, PublicationTargets } from './publication.types';

/** Lists and counts of publications for those who edit them. */
@Injectable()
export class Overview {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cohorts: Cohorts,
    private readonly people: People,
  ) {}

  /** Newest first; archived ones only when asked for. Each word of the search must be in the texts. */
  list(page: PageArgs, { status, themeId, category, audience, search }: PublicationFilter): Promise<Connection<Publication>> {
    const query = this.db.of(Publication).createQueryBuilder('publication').where('publication.organisationId = :organisation', { organisation: this.db.organisationId });
    if (status) query.andWhere('publication.status = :status', { status });
    else query.andWhere(`publication.status <> 'ARCHIVED'`);
    if (category) query.andWhere('publication.category = :category', { category });
    if (audience) query.andWhere('publication.audience = :audience', { audience });
    if (themeId) query.andWhere('exists (select 1 from publication_theme t where t.organisation_id = publication.organisation_id and t.publication_id = publication.id and t.theme_id = :themeId)', { themeId });
    const words = normaliseText(search ?? '').split(' ').filter(Boolean);
    words.forEach((word, index) => query.andWhere(`publication.searchText like :word${index}`, { [`word${index}`]: `%${word}%` }));
    return pageById(query, page);
  }

  /** Readings of what fewer than five people read stay out: with the others' figures, the sum would tell them. */
  async categories(): Promise<CategoryStats[]> {
    const rows = await this.db.query<CategoryStats>(
      `select p.category, count(*)::int as total, (count(*) filter (where p.status = 'PUBLISHED'))::int as published,
              coalesce(sum(r.readers) filter (where r.readers >= $2), 0)::int as readings
         from publication p cross join lateral (select count(*) as readers from reading r where r.organisation_id = p.organisation_id and r.publication_id = p.id and r.read_at is not null) r where p.organisation_id = $1 and p.status <> 'ARCHIVED' and p.category is not null group by 1`,
      [this.db.organisationId, THRESHOLD],
    );
    return Object.values(PublicationCategory).map((category) => rows.find((row) => row.category === category) ?? { category, total: 0, published: 0, readings: 0 });
  }

  /** Number of publications in each state, archived included. */
  async statuses(): Promise<Map<string, number>> {
    const rows = await this.db.query<{ status: string; count: number }>('select status, count(*)::int as count from publication where organisation_id = $1 group by 1', [this.db.organisationId]);
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  /** Since when the publication in review for longest has been; null without any. */
  async inReviewSince(): Promise<Date | null> {
    const [row] = await this.db.query<{ since: Date | null }>(
      `select min(coalesce(sent, p.updated_at)) as since from publication p
         left join lateral (select max(r.created_at) as sent from publication_revision r where r.organisation_id = p.organisation_id and r.publication_id = p.id and r.to_status = 'IN_REVIEW' and r.from_status is distinct from 'IN_REVIEW') r on true
        where p.organisation_id = $1 and p.status = 'IN_REVIEW'`,
      [this.db.organisationId],
    );
    return row?.since ?? null;
  }

  /** Scheduled publications whose time has passed without their coming out. */
  overdue(): Promise<number> {
    return this.db.of(Publication).countBy({ organisationId: this.db.organisationId, status: PublicationStatus.SCHEDULED, publishAt: LessThanOrEqual(new Date(this.clock.now().getTime() - GRACE_MS)) });
  }

  /** What came out in the last `days` and is still in the feed: kinds, and how much one theme fills it. */
  async mix(days: number): Promise<FeedMix> {
    const now = this.clock.now();
    const rows = await this.db.query<{ kind: ContentKind; themes: string[] }>(
      `select p.kind, array(select t.theme_id from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id order by t.position) as themes
         from publication p where p.organisation_id = $1 and p.status = 'PUBLISHED' and p.published_at > $2 and p.published_at <= $3 and (p.expires_at is null or p.expires_at > $3)
        order by p.published_at desc`,
      [this.db.organisationId, new Date(now.getTime() - days * 86_400_000), now],
    );
    const { items, theme, share, mono } = themeConcentration(rows.map((row) => row.themes));
    const topTheme = theme ? await this.db.of(Theme).findOneBy({ organisationId: this.db.organisationId, id: theme }) : null;
    return { items, kinds: mixOf(rows.map(({ kind }) => kind)).map((part) => ({ ...part, origin: originOf(part.kind) })), topTheme, topThemeShare: share, isMonoSubject: mono };
  }

  async segments(): Promise<PublicationTargets> {
    const [cohorts, groups] = await Promise.all([this.cohorts.list(), this.people.groups()]);
    const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, name }));
    return { cohorts: named(cohorts), groups: named(groups) };
  }

  /** Publications that come out or came out between two instants, in order: the calendar; a cohort's own has what is for everybody too. */
  calendar(from: Date, to: Date, cohortId?: string): Promise<Publication[]> {
    const query = this.db
      .of(Publication)
      .createQueryBuilder('publication')
      .where('publication.organisationId = :organisation', { organisation: this.db.organisationId })
      .andWhere({ status: In(['SCHEDULED', 'PUBLISHED']) })
      .andWhere('coalesce(publication.publishAt, publication.publishedAt) >= :from and coalesce(publication.publishAt, publication.publishedAt) < :to', { from, to })
      .orderBy('coalesce(publication.publish_at, publication.published_at)', 'ASC')
      .limit(500);
    if (cohortId) query.andWhere(targetedAt('publication', ':cohorts', ':groups'), { cohorts: [cohortId], groups: [] });
    return query.getMany();
  }
}
