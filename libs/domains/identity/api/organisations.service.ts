import { Injectable } from '@nestjs/common';
import { Db, notFound } from '@portevoix/platform';
import { Organisation } from './organisation.entity';

@Injectable()
export class Organisations {
  constructor(private readonly db: Db) {}

  /** The organisation of the open unit. */
  async current(): Promise<Organisation> {
    const organisation = await this.loader.load(this.db.organisationId);
    if (!organisation) throw notFound();
    return organisation;
  }

  private get loader() {
    return this.db.loader<string, Organisation | null>('identity.organisation', async (ids) => Promise.all(ids.map((id) => this.db.of(Organisation).findOneBy({ id }))));
  }
}
