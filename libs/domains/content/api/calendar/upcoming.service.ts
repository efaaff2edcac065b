import { Injectable } from '@nestjs/common';
import { Db } from '@portevoix/platform';
import { In } from 'typeorm';
import { Publication } from '../publications/publication.entity';
import { SegmentsOf, targetedAt } from '../publications/segments.service';

/**
 * The calendar as a reader may see it: what is for everybody, or for a cohort or group of theirs. News that stays
 * inside is not told before its time.
 */
@Injectable()
export class Upcoming {
  constructor(
    private readonly db: Db,
    private readonly segments: SegmentsOf,
  ) {}

  /** Publications that came out, or are to come out, between two instants, in order; at most `limit`. */
  async of(personId: string, from: Date, to: Date, limit = 500): Promise<Publication[]> {
    const { cohortIds: cohorts, groupIds: groups } = await this.segments.person(personId);
    return this.db
      .of(Publication)
      .createQueryBuilder('publication')
      .where('publication.organisationId = :organisation', { organisation: this.db.organisationId })
      .andWhere({ status: In(['SCHEDULED', 'PUBLISHED']) })
      .andWhere(`(publication.status = 'PUBLISHED' or publication.audience = 'SHAREABLE')`)
      .andWhere('coalesce(publication.publishAt, publication.publishedAt) >= :from and coalesce(publication.publishAt, publication.publishedAt) < :to', { from, to })
      .andWhere(targetedAt('publication', ':cohorts', ':groups'), { cohorts, groups })
      .orderBy('coalesce(publication.publish_at, publication.published_at)', 'ASC')
      .limit(limit)
      .getMany();
  }
}
