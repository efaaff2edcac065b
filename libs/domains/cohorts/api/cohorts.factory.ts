import { CohortStrategy, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { newId, type Db } from '@portevoix/platform';
import { Cohort, CohortMembership } from './cohort.entity';

/** Rows for the seed and for tests; inside a write unit. */
export const cohortsFactory = {
  async cohort(db: Db, createdAt: Date, values: Partial<Cohort> & { programmeId: string; referentId: string }): Promise<Cohort> {
    const startsOn = createdAt.toISOString().slice(0, 10);
    const blank = { name: 'Cohorte', description: '', welcome: '', strategy: CohortStrategy.VOLUNTEERS, founding: false, startsOn, launchedAt: null, plan: null, plannedSize: null, wave: null, firstWaveId: null };
    const row: Cohort = { organisationId: db.organisationId, id: newId(createdAt.getTime()), createdAt, ...blank, ...values };
    await db.of(Cohort).insert(row);
    return row;
  },

  /** Memberships as rows: no role is given, no event is published. */
  async members(db: Db, cohortId: string, members: { personId: string; since: Date; until?: Date | null; origin?: RecruitmentOrigin; rationale?: string | null }[]): Promise<void> {
    const rows = members.map(({ personId, since, until = null, origin = RecruitmentOrigin.VOLUNTEER, rationale = null }) => ({ organisationId: db.organisationId, id: newId(since.getTime()), cohortId, personId, since, until, origin, rationale, createdAt: since }));
    await db.of(CohortMembership).insert(rows);
  },
};
