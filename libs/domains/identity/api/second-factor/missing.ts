import { Role } from '@portevoix/identity/shared';

/** Whose holders must set up a second factor before anything else (trust.md T12). */
const OBLIGED = Role.SUPER_ADMIN;

export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.includes(OBLIGED);

/** SQL: the role of the person `p` asks for a second factor that they have not set up. Costs the others nothing. */
export const secondFactorMissing = `case when '${OBLIGED}' = any (p.roles)
            then not exists (select 1 from second_factor f where f.organisation_id = p.organisation_id and f.person_id = p.id and f.confirmed_at is not null) else false end as "secondFactorMissing"`;
