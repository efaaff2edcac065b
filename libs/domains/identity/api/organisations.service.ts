import { Injectable } from '@nestjs/common';
import { dayOf, type AddGroupInput, type UpdateOrganisationInput } from '@portevoix/identity/shared';
import { badInput, Clock, Db, isUniqueViolation, newId, notFound } from '@portevoix/platform';
import { Group } from './group.entity';
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

  async update({ accent, ...input }: UpdateOrganisationInput): Promise<Organisation> {
    const organisation = await this.current();
    Object.assign(organisation, input, { accent: accent ?? null });
    await this.db.of(Organisation).save(organisation);
    return organisation;
  }

  async addGroup({ kind, name }: AddGroupInput): Promise<Group> {
    const group = this.db.of(Group).create({ organisationId: this.db.organisationId, id: newId(), kind, name: name.trim() });
    try {
      await this.db.attempt(() => this.db.of(Group).insert(group));
    } catch (error) {
      if (isUniqueViolation(error, 'group_name')) throw badInput('name', 'isUnique');
      throw error;
    }
    return group;
  }

  private get loader() {
    return this.db.loader<string, Organisation | null>('identity.organisation', async (ids) => Promise.all(ids.map((id) => this.db.of(Organisation).findOneBy({ id }))));
  }
}
