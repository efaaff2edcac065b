import { Injectable } from '@nestjs/common';
import { THRESHOLD, type TopArgs } from '@portevoix/analytics/shared';
import { Publication } from '@portevoix/content/api';
import { Db } from '@portevoix/platform';
import { In } from 'typeorm';
import { checkPeriod } from './dashboard.service';
import type { TopPublication } from './figures.types';

interface Row extends Record<string, unknown> {
  id: string;
  readers: number;
  clicks: number;
  shares: number;
}

/** What found its readers, among publications read enough to be compared. */
@Injectable()
export class TopPublications {
  constructor(private readonly db: Db) {}

  /** Most valid clicks, then shares, then readers; those with fewer than five readers in the period are left out. */
  async of({ from, to, first }: TopArgs): Promise<TopPublication[]> {
    checkPeriod({ from, to });
    const { organisationId } = this.db;
    const rows = await this.db.query<Row>(
      `select publication_id as id, sum(readers)::int as readers, sum(clicks)::int as clicks, sum(shares)::int as shares
         from publication_day where organisation_id = $1 and day between $2 and $3 group by 1 having sum(readers) >= $4
        order by clicks desc, shares desc, readers desc, id limit $5`,
      [organisationId, from, to, THRESHOLD, first],
    );
    const publications = await this.db.of(Publication).findBy({ organisationId, id: In(rows.map(({ id }) => id)) });
    const byId = new Map(publications.map((publication) => [publication.id, publication]));
    return rows.flatMap(({ id, ...counts }) => {
      const publication = byId.get(id);
      return publication ? [{ publication, ...counts }] : [];
    });
  }
}
