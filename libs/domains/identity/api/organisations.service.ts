import { Injectable } from '@nestjs/common';
import { dayOf } from '@portevoix/identity/shared';
import { Clock, Db, notFound } from '@portevoix/platform';
import { Organisation } from './organisation.entity';

@Injectable()
export class Organisations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The organisation of the open unit. */
  async current(): Promise<Organisation> {
    const organisation = await this.loader.load(this.db.organisationId);
    if (!organisation) throw notFound();
    return organisation;
  }

  /** Today's date (2026-11-24) in the organisation's time zone. */
  async today(): Promise<string> {
    return dayOf(this.clock.now(), (await this.current()).timeZone);
  }

  private get loader() {
    return this.db.loader<string, Organisation | null>('identity.organisation', async (ids) => Promise.all(ids.map((id) => this.db.of(Organisation).findOneBy({ id }))));
  }
}
