import { CohortStrategy, LaunchPlan, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { demoOrganisation } from '@portevoix/identity/api';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { dayFromNow, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { type Cohort } from './cohort.entity';
import { cohortsFactory } from './cohorts.factory';
import { demoCohorts, demoMembers, type DemoCohort } from './demo/cohorts';
import { FollowUp } from './follow-ups/follow-up.entity';

const STRATEGIES: Record<DemoCohort['strategy'], CohortStrategy> = { VOLUNTEERS: CohortStrategy.VOLUNTEERS, DEPARTMENT: CohortStrategy.GROUP };

/** Leaves `cohort:<key>`. */
export const cohortsSeed: DemoSeed = {
  name: 'cohorts',
  async run(context) {
    const { db, refs } = context;
    for (const { key, name, description, welcome, strategy, founding, launchDay, referent } of demoCohorts) {
      const launchedAt = dayFromNow(context, launchDay);
      const rows = demoMembers.filter(({ cohort }) => cohort === key);
      const cohort = await cohortsFactory.cohort(db, dayFromNow(context, launchDay - 14), {
        programmeId: ref(context, 'programme:main'),
        referentId: ref(context, `person:${referent}`),
        name, description, welcome, founding, launchedAt,
        strategy: STRATEGIES[strategy],
        startsOn: dayOf(launchedAt, demoOrganisation.timeZone),
        plan: LaunchPlan.LAUNCH_ALL,
        plannedSize: rows.length,
      });
      refs.set(`cohort:${key}`, cohort.id);
      const members = rows.map(({ person, joinedDay, leftDay, origin, rationale }) => ({
        personId: ref(context, `person:${person}`),
        since: dayFromNow(context, joinedDay),
        until: leftDay === null ? null : dayFromNow(context, leftDay, 0),
        origin: RecruitmentOrigin[origin],
        rationale,
      }));
      await cohortsFactory.members(db, cohort.id, members);
      const present = members.filter(({ until }) => !until);
      await seedFollowUps(context, cohort, present, founding ? present.length - 4 : 3);
    }
  },
};

/** One card each: the first `done` are, the next contacts are spread over the coming days. */
async function seedFollowUps(context: SeedContext, { id: cohortId, referentId }: Cohort, members: { personId: string; since: Date }[], done: number): Promise<void> {
  const { db } = context;
  const today = dayOf(dayFromNow(context, 0), demoOrganisation.timeZone);
  await db.of(FollowUp).insert(
    members.map(({ personId, since }, index) => ({ ...db.key(), cohortId, personId, ownerId: referentId, nextContactOn: addDays(today, index - done + 1), note: '', doneAt: index < done ? dayFromNow(context, index - done, 14) : null, createdAt: since })),
  );
}
