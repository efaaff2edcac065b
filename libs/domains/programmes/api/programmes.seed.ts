import { dayOf, Role } from '@portevoix/identity/shared';
import { demoOrganisation } from '@portevoix/identity/api';
import { dayFromNow, newId, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { OBJECTIVE_METRICS, PhaseKind, ProgrammeAxis, ProgrammeState } from '@portevoix/programmes/shared';
import { demoCharter, demoObjectives, demoPhases, demoProgramme, demoStatements, type DemoMetric } from './demo/programme';
import { Objective } from './objectives/objective.entity';
import { Acceptance, Charter, Principle, Statement } from './principles/principles.entity';
import { Phase, ProgrammeTransition } from './programme.entity';
import { programmesFactory } from './programmes.factory';

const METRICS: Record<DemoMetric, string> = {
  people_connected: 'people-connected',
  real_readers: 'readers',
  shares_declared: 'shares',
  valid_clicks: 'valid-clicks',
  active_members: 'active-members',
};

/** Leaves `programme:main`, and `phase:<key>`. */
export const programmesSeed: DemoSeed = {
  name: 'programmes',
  async run(context) {
    const { db, refs } = context;
    const { name, axis, launchDay, pilot } = demoProgramme;
    const launchedAt = dayFromNow(context, launchDay);
    const programme = await programmesFactory.programme(db, dayFromNow(context, -60), { name, axis: ProgrammeAxis[axis], startsOn: dayOf(launchedAt, demoOrganisation.timeZone) });
    refs.set('programme:main', programme.id);
    const launch = { ...db.key(), programmeId: programme.id, from: ProgrammeState.DRAFT, to: ProgrammeState.LIVE, byId: ref(context, `person:${pilot}`), note: null, createdAt: launchedAt };
    await db.of(ProgrammeTransition).insert(launch);
    await seedPrinciples(context, programme.id);
    await seedAcceptances(context, programme.id);
    await seedPhases(context, programme.id);
    await seedObjectives(context, programme.id);
  },
};

async function seedPrinciples(context: SeedContext, programmeId: string): Promise<void> {
  const { db } = context;
  const authorId = ref(context, `person:${demoProgramme.pilot}`);
  const common = { organisationId: db.organisationId, programmeId, authorId };
  await db.of(Statement).insert(demoStatements.map(({ version, text, changeNote, publishedDay }) => ({ ...common, id: newId(), n: version, text, changeNote, createdAt: dayFromNow(context, publishedDay) })));
  await db.of(Charter).insert({ ...common, id: newId(), n: 1, articles: demoCharter.map(({ title, text }) => ({ title, text })), changeNote: null, createdAt: dayFromNow(context, -58) });
}

/** Every ambassador accepted the charter and the first statement; six have not come back to the second yet. */
async function seedAcceptances(context: SeedContext, programmeId: string): Promise<void> {
  const { db } = context;
  const people = await db.query<{ id: string }>('select id from person where organisation_id = $1 and $2 = any(roles) order by number', [db.organisationId, Role.AMBASSADOR]);
  const rows = people.flatMap(({ id: personId }, index) => {
    const accepted = (principle: Principle, version: number, day: number) => ({ ...db.key(), programmeId, personId, principle, version, createdAt: dayFromNow(context, day, 10, index) });
    const first = [accepted(Principle.STATEMENT, 1, -37), accepted(Principle.CHARTER, 1, -37)];
    return index < people.length - 6 ? [...first, accepted(Principle.STATEMENT, 2, -22)] : first;
  });
  await db.of(Acceptance).insert(rows);
}

async function seedPhases(context: SeedContext, programmeId: string): Promise<void> {
  const { db, clock, refs } = context;
  const phases = demoPhases(dayOf(clock.now(), demoOrganisation.timeZone)).map(({ key, kind, ...phase }) => ({ key, row: { ...db.key(), programmeId, resumesId: null, ...phase, kind: kind === 'ROLL_OUT' ? PhaseKind.DEPLOYMENT : PhaseKind[kind] } }));
  await db.of(Phase).insert(phases.map(({ row }) => row));
  for (const { key, row } of phases) refs.set(`phase:${key}`, row.id);
}

async function seedObjectives(context: SeedContext, programmeId: string): Promise<void> {
  const { db } = context;
  await db.of(Objective).insert(
    demoObjectives.map(({ label, metric, baseline, target, deadlineDay, owner, serves }) => {
      const metricId = METRICS[metric];
      const deadline = dayOf(dayFromNow(context, deadlineDay), demoOrganisation.timeZone);
      return { ...db.key(), programmeId, name: label, metricId, unit: OBJECTIVE_METRICS[metricId]!, baseline, target, deadline, ownerId: ref(context, `person:${owner}`), serves, createdAt: dayFromNow(context, -50) };
    }),
  );
}
