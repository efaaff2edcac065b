import { Injectable } from '@nestjs/common';
import type { AddThemeInput, UpdateThemeInput } from '@portevoix/content/shared';
import { People, Person } from '@portevoix/identity/api';
import { permissionsOf, Role } from '@portevoix/identity/shared';
import { badInput, Clock, Db, isUniqueViolation, notFound } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { ArrayOverlap, IsNull } from 'typeorm';
import { Theme } from './theme.entity';

/** How many publications a theme has, as the launch checklist and the list of themes ask. */
export interface ThemeCounts {
  themeId: string;
  publications: number;
  published: number;
}

@Injectable()
export class Themes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly programmes: Programmes,
  ) {}

  /** In alphabetical order; without those archived unless asked. */
  async list(withArchived = false): Promise<Theme[]> {
    const { organisationId } = this.db;
    return this.db.of(Theme).find({ where: { organisationId, ...(withArchived ? {} : { archivedAt: IsNull() }) }, order: { name: 'ASC' } });
  }

  /** People who may look after a theme: without words those who edit contents, with them whoever they name; at most 50. */
  async owners(search: string): Promise<Person[]> {
    if (search) return (await this.people.list({ first: 50 }, { search })).edges.map(({ node }) => node);
    const roles = Object.values(Role).filter((role) => permissionsOf([role]).has('content:edit'));
    return this.db.of(Person).find({ where: { organisationId: this.db.organisationId, deactivatedAt: IsNull(), roles: ArrayOverlap(roles) }, order: { lastName: 'ASC', firstName: 'ASC' }, take: 50 });
  }

  async byId(id: string): Promise<Theme> {
    const theme = await this.db.of(Theme).findOneBy({ organisationId: this.db.organisationId, id });
    if (!theme) throw notFound();
    return theme;
  }

  async add({ name, description, colour, ownerId }: AddThemeInput): Promise<Theme> {
    const programme = await this.programmes.current();
    await this.checkOwner(ownerId);
    const theme = this.db.of(Theme).create({ ...this.db.key(), createdAt: this.clock.now(), programmeId: programme.id, name, description: description ?? '', colour: colour ?? null, ownerId: ownerId ?? null, archivedAt: null });
    await this.unique(() => this.db.of(Theme).insert(theme));
    return theme;
  }

  async update({ id, name, description, colour, ownerId }: UpdateThemeInput): Promise<Theme> {
    const theme = await this.byId(id);
    if (ownerId !== theme.ownerId) await this.checkOwner(ownerId);
    Object.assign(theme, { name, description: description ?? '', colour: colour ?? null, ownerId: ownerId ?? null });
    await this.unique(() => this.db.of(Theme).update({ organisationId: theme.organisationId, id }, { name, description: theme.description, colour: theme.colour, ownerId: theme.ownerId }));
    return theme;
  }

  /** What is filed under it stays so; it is no longer proposed. */
  async setArchived(id: string, archived: boolean): Promise<Theme> {
    const theme = await this.byId(id);
    theme.archivedAt = archived ? this.clock.now() : null;
    await this.db.of(Theme).update({ organisationId: theme.organisationId, id }, { archivedAt: theme.archivedAt });
    return theme;
  }

  counts(themeId: string): Promise<ThemeCounts> {
    return this.db
      .loader<string, ThemeCounts>('content.theme-counts', async (ids) => {
        const rows = await this.db.query<{ id: string; publications: number; published: number }>(
          `select t.theme_id as id, count(*)::int as publications, (count(*) filter (where p.status = 'PUBLISHED'))::int as published
             from publication_theme t join publication p on p.organisation_id = t.organisation_id and p.id = t.publication_id
            where t.organisation_id = $1 and t.theme_id = any($2::uuid[]) and p.status <> 'ARCHIVED' group by 1`,
          [this.db.organisationId, ids],
        );
        const byId = new Map(rows.map(({ id, ...counts }) => [id, counts]));
        return ids.map((id) => ({ themeId: id, ...(byId.get(id) ?? { publications: 0, published: 0 }) }));
      })
      .load(themeId);
  }

  private async checkOwner(ownerId: string | null | undefined): Promise<void> {
    const owner = ownerId ? await this.people.loader.load(ownerId) : null;
    if (ownerId && (!owner || owner.deactivatedAt)) throw badInput('ownerId', 'isKnown');
  }

  private async unique(work: () => Promise<unknown>): Promise<void> {
    try {
      await this.db.attempt(work);
    } catch (error) {
      if (isUniqueViolation(error, 'theme_name')) throw badInput('name', 'isUnique');
      throw error;
    }
  }
}
