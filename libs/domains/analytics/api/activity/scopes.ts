/**
 * Whose doing a figure counts: each fact has the cohorts and programmes that its person was in at that instant, and is
 * of the members or of those outside. The last two have ids of their own, that no row can have.
 */
export const MEMBERS = '00000000-0000-0000-0000-000000000001';
export const OUTSIDE = '00000000-0000-0000-0000-000000000002';

/** Everybody's: a fact is of one of the two. */
export const EVERYBODY: readonly string[] = [MEMBERS, OUTSIDE];

/** Every scope that a fact counts in, from the cohorts and programmes kept with it. */
export const scopesOf = (scopeIds: readonly string[]): readonly string[] => (scopeIds.length ? [MEMBERS, ...scopeIds] : [OUTSIDE]);

/** The same in SQL. */
export const SCOPES_SQL = (column: string): string => `case when cardinality(${column}) = 0 then array['${OUTSIDE}'::uuid] else '${MEMBERS}'::uuid || ${column} end`;
