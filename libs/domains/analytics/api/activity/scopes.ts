import { RecruitmentOrigin } from '@portevoix/cohorts/shared';

/**
 * Whose doing a figure counts: each fact has the cohorts and programmes that its person was in at that instant and how
 * they had come, and is of the members or of those outside. What is no row has an id of its own, that no row can have.
 */
export const MEMBERS = '00000000-0000-0000-0000-000000000001';
export const OUTSIDE = '00000000-0000-0000-0000-000000000002';

/** Members by how they came, whatever their cohort. */
export const ORIGINS: Readonly<Record<RecruitmentOrigin, string>> = {
  [RecruitmentOrigin.VOLUNTEER]: '00000000-0000-0000-0000-000000000011',
  [RecruitmentOrigin.GROUP]: '00000000-0000-0000-0000-000000000012',
  [RecruitmentOrigin.MERIT]: '00000000-0000-0000-0000-000000000013',
  [RecruitmentOrigin.PRIOR_ACTIVITY]: '00000000-0000-0000-0000-000000000014',
  [RecruitmentOrigin.MISSION]: '00000000-0000-0000-0000-000000000015',
  [RecruitmentOrigin.REFERRAL]: '00000000-0000-0000-0000-000000000016',
  [RecruitmentOrigin.CONTRACTUAL]: '00000000-0000-0000-0000-000000000017',
};

/** The origin's scope in SQL. */
export const ORIGIN_SQL = (column: string): string => `case ${column} ${Object.entries(ORIGINS).map(([origin, id]) => `when '${origin}' then '${id}'::uuid`).join(' ')} end`;

/** Everybody's: a fact is of one of the two. */
export const EVERYBODY: readonly string[] = [MEMBERS, OUTSIDE];

/** Every scope that a fact counts in, from those kept with it. */
export const scopesOf = (scopeIds: readonly string[]): readonly string[] => (scopeIds.length ? [MEMBERS, ...scopeIds] : [OUTSIDE]);

/** The same in SQL. */
export const SCOPES_SQL = (column: string): string => `case when cardinality(${column}) = 0 then array['${OUTSIDE}'::uuid] else '${MEMBERS}'::uuid || ${column} end`;
