import { Role } from '@portevoix/identity/shared';

/** SQL: the role of the person `p` asks for a second factor that they have not set up. Costs the others nothing. */
export const secondFactorMissing = `case when '${Role.SUPER_ADMIN}' = any (p.roles)
            then not exists (select 1 from second_factor f where f.organisation_id = p.organisation_id and f.person_id = p.id and f.confirmed_at is not null) else false end as "secondFactorMissing"`;
