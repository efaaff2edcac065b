import { Injectable } from '@nestjs/common';
import { Role, type AddPersonInput, type PeopleFilter } from '@portevoix/identity/shared';
import { badInput, Clock, Db, Events, isUniqueViolation, notFound, pageById, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Group, GroupMembership } from './group.entity';
import { personAdded, personDeactivated } from './identity.events';
import { Person } from './person.entity';
import { Sessions } from './sign-in/sessions.service';
import { ApiTokens } from './tokens/api-tokens.service';

@Injectable()
export class People {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
  ) {}

  /** A person of the open unit's organisation; NOT_FOUND otherwise. */
  async byId(id: string): Promise<Person> {
    const person = await this.loader.load(id);
    if (!person) throw notFound();
    return person;
  }

  /** Batches look-ups of one operation; null for an unknown id. */
  get loader() {
    return this.db.loader<string, Person | null>('identity.person', async (ids) => {
      const rows = await this.db.of(Person).findBy({ organisationId: this.db.organisationId, id: In([...ids]) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  list(page: PageArgs, filter: PeopleFilter): Promise<Connection<Person>> {
    return pageById(this.matching(filter), page);
  }

  count(filter: PeopleFilter): Promise<number> {
    return this.matching(filter).getCount();
  }

  private matching({ search, groupId, role }: PeopleFilter): SelectQueryBuilder<Person> {
    const query = this.db.of(Person).createQueryBuilder('person').where('person.organisationId = :organisation', { organisation: this.db.organisationId }).andWhere('person.deactivatedAt is null');
    if (search) query.andWhere(`unaccent(person.first_name || ' ' || person.last_name || ' ' || person.email) ilike unaccent(:search)`, { search: `%${search.replace(/[\\%_]/g, '\\$&')}%` });
    if (role) query.andWhere(':role = any(person.roles)', { role });
    if (groupId) query.andWhere('exists (select 1 from group_membership m where m.organisation_id = person.organisation_id and m.person_id = person.id and m.group_id = :groupId and m.until is null)', { groupId });
    return query;
  }

  async add(input: AddPersonInput): Promise<Person> {
    if (input.roles.includes(Role.AMBASSADOR)) throw badInput('roles', 'acceptanceRequired');
    const { organisationId } = this.db;
    const groups = await this.db.of(Group).countBy({ organisationId, id: In(input.groupIds) });
    if (groups !== input.groupIds.length) throw badInput('groupIds', 'isKnown');
    const now = this.clock.now();
    const { groupIds, jobTitle, ...rest } = input;
    const person = this.db.of(Person).create({ ...rest, ...this.db.key(), jobTitle: jobTitle ?? null, pictureUrl: null, passwordHash: null, number: await this.nextNumber(), createdAt: now, deactivatedAt: null });
    try {
      await this.db.attempt(() => this.db.of(Person).insert(person));
    } catch (error) {
      if (isUniqueViolation(error, 'person_email')) throw badInput('email', 'isUnique');
      throw error;
    }
    await this.db.of(GroupMembership).insert(groupIds.map((groupId) => ({ organisationId, groupId, personId: person.id, since: now, until: null })));
    await this.events.publish(personAdded, { personId: person.id });
    return person;
  }

  /** Called by recruitment when the person has accepted, and when they leave; never by an administrator. */
  async setAmbassador(personId: string, active: boolean): Promise<void> {
    const person = await this.byId(personId);
    const others = person.roles.filter((role) => role !== Role.AMBASSADOR);
    person.roles = active ? [...others, Role.AMBASSADOR] : others;
    await this.db.of(Person).update({ organisationId: person.organisationId, id: personId }, { roles: person.roles });
  }

  async deactivate(viewer: Viewer, id: string): Promise<Person> {
    const person = await this.byId(id);
    if (person.id === viewer.personId) throw badInput('id', 'notYourself');
    person.deactivatedAt = this.clock.now();
    await this.db.of(Person).update({ organisationId: person.organisationId, id }, { deactivatedAt: person.deactivatedAt });
    await this.sessions.revokeAll(id);
    await this.tokens.revokeAll(id);
    await this.events.publish(personDeactivated, { personId: id });
    return person;
  }

  /** Undo of a deactivation. Sessions and tokens stay revoked. */
  async reactivate(id: string): Promise<Person> {
    const person = await this.byId(id);
    person.deactivatedAt = null;
    await this.db.of(Person).update({ organisationId: person.organisationId, id }, { deactivatedAt: null });
    return person;
  }

  async setLocale(viewer: Viewer, locale: string): Promise<void> {
    await this.db.of(Person).update({ organisationId: viewer.organisationId, id: viewer.personId }, { locale });
  }

  groups(): Promise<Group[]> {
    return this.db.of(Group).find({ where: { organisationId: this.db.organisationId }, order: { kind: 'ASC', name: 'ASC' } });
  }

  /** Groups that the person belongs to now. */
  groupsOf(personId: string): Promise<Group[]> {
    return this.groupsLoader.load(personId);
  }

  private get groupsLoader() {
    return this.db.loader<string, Group[]>('identity.groups-of', async (ids) => {
      const { organisationId } = this.db;
      const memberships = await this.db.of(GroupMembership).findBy({ organisationId, personId: In([...ids]), until: IsNull() });
      const groups = await this.db.of(Group).findBy({ organisationId, id: In(memberships.map((m) => m.groupId)) });
      const byId = new Map(groups.map((group) => [group.id, group]));
      return ids.map((id) => memberships.filter((m) => m.personId === id).flatMap((m) => byId.get(m.groupId) ?? []));
    });
  }

  /** One addition or import at a time in the organisation, until the unit ends. */
  async alone(): Promise<void> {
    await this.db.query('select 1 from organisation where id = $1 for update', [this.db.organisationId]);
  }

  /**
   * The first of so many numbers that nobody has, or ever had: the bit of somebody who is gone is nobody else's. Dense,
   * and taken under the organisation's row, so that two additions never share one. Rows that were copied in count too.
   */
  async nextNumber(count = 1): Promise<number> {
    const [rows] = await this.db.query<{ last: number }[]>(
      `update organisation set last_person_number = greatest(last_person_number, (select coalesce(max(number), 0) from person where organisation_id = $1)) + $2
        where id = $1 returning last_person_number as last`,
      [this.db.organisationId, count],
    );
    return rows![0]!.last - count + 1;
  }
}
