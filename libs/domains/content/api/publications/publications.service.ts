import { Injectable } from '@nestjs/common';
import { PublicationStatus } from '@portevoix/content/shared';
import { Clock, Db, notFound, type Viewer } from '@portevoix/platform';
import { In } from 'typeorm';
import { Theme } from '../themes/theme.entity';
import { Variant } from './parts.entity';
import { Publication, PublicationTheme } from './publication.entity';
import { SegmentsOf, targetedAt } from './segments.service';

/** Reading publications; what changes them is in Editing and Workflow. */
@Injectable()
export class Publications {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly segments: SegmentsOf,
  ) {}

  /** A publication of the open unit's organisation, whatever its state; NOT_FOUND otherwise. */
  async byId(id: string): Promise<Publication> {
    const publication = await this.loader.load(id);
    if (!publication) throw notFound();
    return publication;
  }

  /** Batches look-ups of one operation; null for an unknown id. */
  get loader() {
    return this.db.loader<string, Publication | null>('content.publication', async (ids) => {
      const rows = await this.db.of(Publication).findBy({ organisationId: this.db.organisationId, id: In([...ids]) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  /**
   * The publication as its reader may open it: out, and for everybody or for a cohort or group that the viewer is in
   * now; NOT_FOUND otherwise, as for a random id. An expired one can still be opened (`isExpired`), not shared.
   */
  async visibleTo(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.byId(id);
    if (publication.status !== PublicationStatus.PUBLISHED) throw notFound();
    const { cohortIds, groupIds } = await this.segments.person(viewer.personId);
    const rows = await this.db.query(
      `select 1 from publication p where p.organisation_id = $1 and p.id = $2 and ${targetedAt('p', '$3', '$4')}`,
      [this.db.organisationId, id, cohortIds, groupIds],
    );
    if (!rows.length) throw notFound();
    return publication;
  }

  /** Past its validity: out of the feed, and its share is refused. */
  isExpired(publication: Publication): boolean {
    return publication.expiresAt !== null && publication.expiresAt <= this.clock.now();
  }

  /** In the order of the card; the first is the main one. */
  themesOf(publicationId: string): Theme[] | Promise<Theme[]> {
    return this.themesLoader.read(publicationId);
  }

  get themesLoader() {
    return this.db.loader<string, Theme[]>('content.themes-of', async (ids) => {
      const { organisationId } = this.db;
      const links = await this.db.of(PublicationTheme).find({ where: { organisationId, publicationId: In([...ids]) }, order: { position: 'ASC' } });
      const themes = await this.db.of(Theme).findBy({ organisationId, id: In([...new Set(links.map((link) => link.themeId))]) });
      const byId = new Map(themes.map((theme) => [theme.id, theme]));
      return ids.map((id) => links.filter((link) => link.publicationId === id).flatMap((link) => byId.get(link.themeId) ?? []));
    });
  }

  /** Ready-to-post texts, in the editor's order. */
  variantsOf(publicationId: string): Promise<Variant[]> {
    return this.db
      .loader<string, Variant[]>('content.variants-of', async (ids) => {
        const rows = await this.db.of(Variant).find({ where: { organisationId: this.db.organisationId, publicationId: In([...ids]) }, order: { position: 'ASC' } });
        return ids.map((id) => rows.filter((row) => row.publicationId === id));
      })
      .load(publicationId);
  }
}
