import { type Role } from '@portevoix/identity/shared';
import { newId, type Db } from '@portevoix/platform';
import { Organisation } from './organisation.entity';
import { Person } from './person.entity';
import { hashPassword } from './sign-in/secrets';

export interface PersonSeed {
  firstName: string;
  lastName: string;
  email: string;
  jobTitle?: string;
  roles?: Role[];
  locale?: string;
  password?: string;
}

/** Rows of organisations and people for the seed, the command line and tests. */
export const identityFactory = {
  async organisation(db: Db, values: Partial<Organisation> & { slug: string; name: string }): Promise<Organisation> {
    const organisation: Organisation = { id: newId(), accent: null, logoUrl: null, disclosure: '', timeZone: 'Europe/Paris', locale: 'fr', isDemo: false, ...values };
    await db.run(organisation.id, 'write', async () => {
      await db.of(Organisation).insert(organisation);
    });
    return organisation;
  },

  /** Inside a unit of the organisation; numbers follow the highest taken. */
  async people(db: Db, seeds: PersonSeed[], createdAt: Date): Promise<Person[]> {
    const [{ taken } = { taken: 0 }] = await db.query<{ taken: number }>('select coalesce(max(number), 0) as taken from person where organisation_id = $1', [db.organisationId]);
    const hashes = new Map<string, string>();
    const people: Person[] = [];
    for (const [index, { password, roles, locale, jobTitle, ...rest }] of seeds.entries()) {
      if (password && !hashes.has(password)) hashes.set(password, await hashPassword(password));
      // A millisecond each: in the order of their ids they are in this order, in every demo.
      people.push({ ...db.key(), id: newId(createdAt.getTime() + index), ...rest, jobTitle: jobTitle ?? null, roles: roles ?? [], locale: locale ?? 'fr', pictureUrl: null, passwordHash: password ? hashes.get(password)! : null, number: taken + index + 1, createdAt, deactivatedAt: null });
    }
    await db.of(Person).insert(people);
    return people;
  },
};
