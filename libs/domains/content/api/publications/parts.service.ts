import { Injectable } from '@nestjs/common';
import type { PublicationContentInput, VariantInput } from '@portevoix/content/shared';
import { Cohort } from '@portevoix/cohorts/api';
import { Group, Person } from '@portevoix/identity/api';
import { badInput, Db } from '@portevoix/platform';
import { In, IsNull, type EntityTarget } from 'typeorm';
import { Theme } from '../themes/theme.entity';
import { PublicationTarget, Variant } from './parts.entity';
import { PublicationTheme, type Publication } from './publication.entity';
import type { PublicationTargets } from './publication.types';

/** Themes, targets and texts of a publication. */
@Injectable()
export class Parts {
  constructor(private readonly db: Db) {}

  /** Replaces the lists that the input gives. */
  async set(publication: Publication, { themeIds, cohortIds, groupIds, variants }: PublicationContentInput): Promise<void> {
    if (themeIds) await this.setThemes(publication.id, themeIds);
    if (cohortIds) await this.setTargets(publication.id, 'cohortId', cohortIds, Cohort);
    if (groupIds) await this.setTargets(publication.id, 'groupId', groupIds, Group);
    if (variants) await this.setVariants(publication.id, variants);
  }

  async counts({ id: publicationId }: Publication): Promise<{ themes: number; variants: number }> {
    const where = { organisationId: this.db.organisationId, publicationId };
    return { themes: await this.db.of(PublicationTheme).countBy(where), variants: await this.db.of(Variant).countBy(where) };
  }

  /** Batched over the publications of one operation. */
  targetsOf(publicationId: string): Promise<PublicationTargets> {
    return this.db
      .loader<string, PublicationTargets>('content.targets-of', async (ids) => {
        const rows = await this.db.query<{ publication: string; cohort: string | null; group: string | null; name: string }>(
          `select t.publication_id as publication, t.cohort_id as cohort, t.group_id as "group", coalesce(c.name, g.name) as name from publication_target t
             left join cohort c on c.organisation_id = t.organisation_id and c.id = t.cohort_id
             left join "group" g on g.organisation_id = t.organisation_id and g.id = t.group_id
            where t.organisation_id = $1 and t.publication_id = any($2::uuid[]) order by name`,
          [this.db.organisationId, ids],
        );
        return ids.map((id) => {
          const mine = rows.filter((row) => row.publication === id);
          const of = (column: 'cohort' | 'group') => mine.flatMap(({ name, [column]: target }) => (target ? [{ id: target, name }] : []));
          return { cohorts: of('cohort'), groups: of('group') };
        });
      })
      .load(publicationId);
  }

  async checkPerson(field: string, id: string): Promise<void> {
    if (!(await this.db.of(Person).existsBy({ organisationId: this.db.organisationId, id, deactivatedAt: IsNull() }))) throw badInput(field, 'isKnown');
  }

  private async setThemes(publicationId: string, themeIds: string[]): Promise<void> {
    const { organisationId } = this.db;
    const known = await this.db.of(Theme).countBy({ organisationId, id: In(themeIds), archivedAt: IsNull() });
    const kept = await this.db.of(PublicationTheme).findBy({ organisationId, publicationId });
    const keptIds = new Set(kept.map(({ themeId }) => themeId));
    if (known < themeIds.filter((id) => !keptIds.has(id)).length || (await this.db.of(Theme).countBy({ organisationId, id: In(themeIds) })) !== themeIds.length) throw badInput('themeIds', 'isKnown');
    await this.db.of(PublicationTheme).delete({ organisationId, publicationId });
    if (themeIds.length) await this.db.of(PublicationTheme).insert(themeIds.map((themeId, position) => ({ organisationId, publicationId, themeId, position })));
  }

  private async setTargets(publicationId: string, column: 'cohortId' | 'groupId', ids: string[], target: EntityTarget<Cohort | Group>): Promise<void> {
    const { organisationId } = this.db;
    if (ids.length && (await this.db.of(target).countBy({ organisationId, id: In(ids) })) !== ids.length) throw badInput(`${column}s`, 'isKnown');
    const old = (await this.db.of(PublicationTarget).findBy({ organisationId, publicationId })).filter((row) => row[column]);
    if (old.length) await this.db.of(PublicationTarget).delete({ organisationId, id: In(old.map(({ id }) => id)) });
    if (ids.length) await this.db.of(PublicationTarget).insert(ids.map((id) => ({ ...this.db.key(), publicationId, cohortId: null, groupId: null, [column]: id })));
  }

  /** Texts keep their id from one edit to the next. */
  private async setVariants(publicationId: string, variants: VariantInput[]): Promise<void> {
    const { organisationId } = this.db;
    const old = await this.db.of(Variant).findBy({ organisationId, publicationId });
    const known = new Set(old.map(({ id }) => id));
    const rows = variants.map(({ id, network, language, tone, text }, position) => {
      if (id && !known.has(id)) throw badInput(`variants.${position}.id`, 'isKnown');
      return this.db.of(Variant).create({ ...this.db.key(), ...(id ? { id } : {}), publicationId, network: network ?? null, language, tone, text, position });
    });
    const gone = old.filter(({ id }) => !rows.some((row) => row.id === id));
    if (gone.length) await this.db.of(Variant).delete({ organisationId, id: In(gone.map(({ id }) => id)) });
    if (rows.length) await this.db.of(Variant).upsert(rows, ['organisationId', 'id']);
  }
}
