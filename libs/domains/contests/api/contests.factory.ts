import { GoalMetric } from '@portevoix/contests/shared';
import { newId, type Db } from '@portevoix/platform';
import { Contest } from './contest.entity';

/** Rows for the seed and for tests; inside a write unit. */
export const contestsFactory = {
  /** A published contest of ten points a share, two a click, one a reading, without caps unless `values` says otherwise. */
  async contest(db: Db, createdAt: Date, values: Partial<Contest> & Pick<Contest, 'programmeId' | 'cohortId' | 'firstDay' | 'lastDay'>): Promise<Contest> {
    const { organisationId } = db;
    const id = newId(createdAt.getTime());
    const row: Contest = {
      organisationId, id, templateId: id, name: 'Premières voix', description: '', prize: 'Un déjeuner à l’atelier.',
      rules: { perDeclaredShare: 10, perValidClick: 2, perRead: 1, caps: {} },
      collectiveGoal: { metric: GoalMetric.DECLARED_SHARES, target: 50, reward: 'Une visite de chantier.' },
      publishedAt: createdAt, createdAt, ...values,
    };
    await db.of(Contest).insert(row);
    return row;
  },
};
