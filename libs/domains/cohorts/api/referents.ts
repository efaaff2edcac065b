import { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { badInput, type Db } from '@portevoix/platform';

const CAN_REFER = [Role.COMMUNITY_MANAGER, Role.PILOT];

/** BAD_INPUT at `path` unless the person is active and runs the community (community manager or pilot). */
export async function isReferent(db: Db, personId: string, path: string): Promise<void> {
  const person = await db.of(Person).findOneBy({ organisationId: db.organisationId, id: personId });
  if (!person || person.deactivatedAt || !person.roles.some((role) => CAN_REFER.includes(role))) throw badInput(path, 'isReferent');
}

/** Who answers when a cohort has lost its referent, or a person has no cohort: the first active pilot; null when there is none. */
export function firstPilot(db: Db): Promise<Person | null> {
  return db
    .of(Person)
    .createQueryBuilder('person')
    .where('person.organisationId = :organisation and person.deactivatedAt is null and :role = any(person.roles)', { organisation: db.organisationId, role: Role.PILOT })
    .orderBy('person.createdAt')
    .addOrderBy('person.number')
    .getOne();
}
