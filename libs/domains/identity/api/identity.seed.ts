import { GroupKind, Role } from '@portevoix/identity/shared';
import { dayFromNow, newId, ref, type DemoSeed } from '@portevoix/platform';
import { demoAccounts, demoDepartments, demoPeople, demoSites, type DemoRole } from './demo/people';
import { Group, GroupMembership } from './group.entity';
import { identityFactory } from './identity.factory';

const ROLES: Record<DemoRole, Role[]> = {
  PILOT: [Role.PILOT],
  EDITOR: [Role.EDITOR],
  COMMUNITY_MANAGER: [Role.COMMUNITY_MANAGER],
  SPONSOR: [Role.SPONSOR],
  COUNCIL: [Role.COUNCIL],
  AMBASSADOR: [Role.AMBASSADOR],
};

/** Leaves `person:<key>` and `group:<key>`. */
export const identitySeed: DemoSeed = {
  name: 'identity',
  async run(context) {
    const { db, refs } = context;
    const arrived = dayFromNow(context, -90);
    const passwords = new Map(demoAccounts.map(({ email, password }) => [email, password]));
    const seeds = demoPeople.map(({ firstName, lastName, email, title, roles }) => ({
      firstName,
      lastName,
      email,
      jobTitle: title,
      roles: [...new Set(roles.flatMap((role) => ROLES[role]))],
      password: passwords.get(email),
    }));
    const people = await identityFactory.people(db, seeds, arrived);
    demoPeople.forEach(({ key }, index) => refs.set(`person:${key}`, people[index]!.id));

    const { organisationId } = db;
    const kinds = [
      { kind: GroupKind.DEPARTMENT, groups: demoDepartments },
      { kind: GroupKind.SITE, groups: demoSites },
    ];
    const groups = kinds.flatMap(({ kind, groups: list }) => list.map(({ key, name }) => ({ key, row: { organisationId, id: newId(), kind, name } })));
    await db.of(Group).insert(groups.map(({ row }) => row));
    for (const { key, row } of groups) refs.set(`group:${key}`, row.id);
    await db.of(GroupMembership).insert(
      demoPeople.flatMap(({ key, department, site }) =>
        [department, site].map((group) => ({ organisationId, groupId: ref(context, `group:${group}`), personId: ref(context, `person:${key}`), since: arrived, until: null })),
      ),
    );
  },
};
