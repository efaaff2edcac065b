import { Injectable } from '@nestjs/common';
import { Db } from '@portevoix/platform';
import { IsNull } from 'typeorm';
import { Person } from '../person.entity';

/** What may be known before anybody is signed in: which organisation an address belongs to. */
@Injectable()
export class Directory {
  constructor(private readonly db: Db) {}

  /**
   * The active person of an address, whose organisation the open unit enters; null when nobody has it, or when several
   * have and no slug tells which. An unknown address costs the same statements, in an organisation that stands in, so
   * that how long it takes tells nothing.
   */
  async personAt(email: string, slug?: string): Promise<Person | null> {
    const [{ known, standIn } = { known: null, standIn: null }] = await this.db.lookup<{ known: string | null; standIn: string | null }>(
      `select case when count(*) = 1 then min(o.id::text) end as known, (select id::text from organisation order by id limit 1) as "standIn"
         from person p join organisation o on o.id = p.organisation_id
        where p.email = $1 and p.deactivated_at is null and ($2::text is null or o.slug = $2)`,
      [email, slug ?? null],
    );
    const organisationId = known ?? standIn;
    if (!organisationId) return null;
    await this.db.enter(organisationId);
    const person = await this.db.of(Person).findOneBy({ organisationId, email, deactivatedAt: IsNull() });
    return known ? person : null;
  }

  async demoOrganisationId(): Promise<string | null> {
    const rows = await this.db.lookup<{ id: string }>('select id from organisation where is_demo limit 1');
    return rows[0]?.id ?? null;
  }

  /** For a public page of one organisation: by slug, else the only one of the installation. */
  async organisationBySlug(slug?: string): Promise<string | null> {
    const rows = await this.db.lookup<{ id: string }>('select id from organisation where $1::text is null or slug = $1 limit 2', [slug ?? null]);
    return rows.length === 1 ? rows[0]!.id : null;
  }
}
