/** Row-level security applies to it; DML on tenant tables inside one organisation. */
export const appRole = 'portevoix_app';
/** Finds the organisation of an e-mail address or host before anybody is signed in; reads a few columns only. */
export const lookupRole = 'portevoix_lookup';
/** The redirect path: reads links of every organisation, inserts clicks, nothing else. */
export const redirectRole = 'portevoix_redirect';

export const databaseRoles = [appRole, lookupRole, redirectRole] as const;

/** What a role other than the application's may do on one table; registered by the domain that owns the table. */
export interface SpecialGrant {
  table: string;
  role: typeof lookupRole | typeof redirectRole;
  privilege: 'SELECT' | 'INSERT';
  columns?: string[];
}

const grants: SpecialGrant[] = [];

/** Called at import time by the entity file that needs it; applied by `secureDatabase`. */
export function grantSpecial(grant: SpecialGrant): void {
  grants.push(grant);
}

export const specialGrants = (): readonly SpecialGrant[] => grants;
