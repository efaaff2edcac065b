import { Publication } from '@portevoix/content/api';
import { PublicationStatus } from '@portevoix/content/shared';
import { PulseScope } from '@portevoix/feedback/shared';
import { demoOrganisation } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { dayFromNow, newId, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { demoAnswers, demoPulses } from './demo/feedback';
import { Pulse, PulseAnswer } from './pulse.entity';

/** Leaves `pulse:<key>`. */
export const feedbackSeed: DemoSeed = {
  name: 'feedback',
  async run(context) {
    const { db, refs } = context;
    const { organisationId } = db;
    const programmeId = ref(context, 'programme:main');
    const dayAt = (offset: number) => dayOf(dayFromNow(context, offset), demoOrganisation.timeZone);
    const pulses = demoPulses.map(({ key, publication, opensDay, closesDay }) => ({
      key,
      row: {
        organisationId, id: newId(dayFromNow(context, opensDay).getTime()), programmeId, closedAt: null, createdAt: dayFromNow(context, opensDay, 7),
        scope: publication ? PulseScope.PUBLICATION : PulseScope.PROGRAMME,
        publicationId: publication ? ref(context, `publication:${publication}`) : null,
        opensOn: dayAt(opensDay),
        closesOn: closesDay === null ? null : dayAt(closesDay),
      },
    }));
    await db.of(Pulse).insert(pulses.map(({ row }) => row));
    for (const { key, row } of pulses) refs.set(`pulse:${key}`, row.id);
    await seedOtherPublications(context, new Set(pulses.map(({ row }) => row.publicationId)));
    for (const { key } of demoPulses) await seedAnswers(context, key);
  },
};

/** Each publication that is out can be answered about. */
async function seedOtherPublications({ db }: SeedContext, done: ReadonlySet<string | null>): Promise<void> {
  const published = await db.of(Publication).findBy({ organisationId: db.organisationId, status: PublicationStatus.PUBLISHED });
  const rows = published.flatMap(({ id, programmeId, publishedAt }) =>
    !publishedAt || done.has(id) ? [] : [{ organisationId: db.organisationId, id: newId(publishedAt.getTime()), programmeId, scope: PulseScope.PUBLICATION, publicationId: id, opensOn: dayOf(publishedAt, demoOrganisation.timeZone), closesOn: null, closedAt: null, createdAt: publishedAt }],
  );
  if (rows.length) await db.of(Pulse).insert(rows);
}

/** The answers go to people who were members on their day, each to another one. */
async function seedAnswers(context: SeedContext, key: string): Promise<void> {
  const { db } = context;
  const answers = demoAnswers.filter(({ pulse }) => pulse === key);
  const pulseId = ref(context, `pulse:${key}`);
  const people = await db.query<{ id: string }>(
    'select distinct person_id as id from cohort_membership where organisation_id = $1 and since <= $2 and (until is null or until > $2) order by 1',
    [db.organisationId, dayFromNow(context, answers[0]?.day ?? 0, 12)],
  );
  if (people.length < answers.length) throw new Error(`The demo has too few members for ${key}`);
  const rows = answers.map(({ works, doesNotWork, comment, day }, index) => {
    const at = dayFromNow(context, day, 7, (index * 7) % 60);
    return { organisationId: db.organisationId, id: newId(at.getTime()), pulseId, personId: people[index]!.id, works: [...works], doesNotWork: [...doesNotWork], comment, createdAt: at };
  });
  await db.of(PulseAnswer).insert(rows);
}
