import { Injectable } from '@nestjs/common';
import { type PublicationStatus, RevisionKind } from '@portevoix/content/shared';
import { Clock, Db } from '@portevoix/platform';
import { PublicationRevision, Variant, type RevisionContent } from './parts.entity';
import type { Publication } from './publication.entity';

export interface HistoryLine {
  /** Null when time did it. */
  personId: string | null;
  kind: RevisionKind;
  fromStatus?: PublicationStatus;
  comment?: string;
}

/** Who did what to a publication, and its texts at that moment. */
@Injectable()
export class History {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async write(publication: Publication, line: HistoryLine): Promise<void> {
    await this.db.of(PublicationRevision).insert(await this.row(publication, line));
  }

  /**
   * The same in a transaction of its own, so that a refused attempt is kept although its mutation rolls back. The
   * caller may hold the publication by FOR NO KEY UPDATE, which the foreign key's share lock does not wait for.
   */
  async writeApart(publication: Publication, line: HistoryLine): Promise<void> {
    const { organisationId } = publication;
    const row = await this.row(publication, line);
    await this.db.outside(() => this.db.run(organisationId, 'write', async () => void (await this.db.of(PublicationRevision).insert(row))));
  }

  /** Newest first. */
  of(publicationId: string): Promise<PublicationRevision[]> {
    return this.db.of(PublicationRevision).find({ where: { organisationId: this.db.organisationId, publicationId }, order: { id: 'DESC' }, take: 100 });
  }

  private async row(publication: Publication, { personId, kind, fromStatus, comment }: HistoryLine): Promise<PublicationRevision> {
    const { organisationId, id: publicationId, status, title, summary, body, why } = publication;
    const variants = await this.db.of(Variant).find({ where: { organisationId, publicationId }, order: { position: 'ASC' } });
    const content: RevisionContent = { title, summary, body, why, variants: variants.map(({ language, tone, text }) => ({ language, tone, text })) };
    return { ...this.db.key(), createdAt: this.clock.now(), publicationId, personId, kind, fromStatus: fromStatus ?? null, toStatus: status, comment: comment ?? null, content };
  }
}
