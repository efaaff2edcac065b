import { ActivityKind } from '@portevoix/analytics/shared';
import type { DemoSeed, SeedContext } from '@portevoix/platform';
import { Activity, type Fact } from './activity/activity.service';
import { Rollups } from './activity/rollups.service';

interface Source extends Record<string, unknown> {
  id: string;
  at: Date;
  day: string | null;
  person_id: string;
  publication_id: string | null;
  share_id: string | null;
  network: string | null;
}

const NONE = 'null::uuid as publication_id, null::uuid as share_id, null as network';
const SHARE = 'null as day, person_id, publication_id, id as share_id, network from share where organisation_id = $1';

/** Where each kind of fact is in the rows that the domains below have put in. */
const SOURCES: readonly [ActivityKind, string][] = [
  [ActivityKind.CONNECTED, `select id, created_at as at, day::text, person_id, ${NONE} from presence where organisation_id = $1`],
  [ActivityKind.READ, `select id, read_at as at, null as day, person_id, publication_id, null::uuid as share_id, null as network from reading where organisation_id = $1 and read_at is not null`],
  [ActivityKind.SHARE_OPENED, `select id, opened_at as at, ${SHARE}`],
  [ActivityKind.SHARE_DECLARED, `select id, declared_at as at, ${SHARE} and declared_at is not null`],
  [ActivityKind.SHARE_RETRACTED, `select id, retracted_at as at, ${SHARE} and retracted_at is not null`],
  [
    ActivityKind.CLICK_VALID,
    `select c.id, c.at, null as day, l.person_id, l.publication_id, l.share_id, l.network from click c join share_link l on l.organisation_id = c.organisation_id and l.id = c.link_id where c.organisation_id = $1 and c.valid`,
  ],
  [ActivityKind.FEEDBACK, `select a.id, a.created_at as at, null as day, a.person_id, p.publication_id, null::uuid as share_id, null as network from pulse_answer a join pulse p on p.organisation_id = a.organisation_id and p.id = a.pulse_id where a.organisation_id = $1`],
];

async function factsOf({ db }: SeedContext, kind: ActivityKind, sql: string): Promise<Fact[]> {
  const rows = await db.query<Source>(sql, [db.organisationId]);
  return rows.map(({ id, at, day, person_id: personId, publication_id: publicationId, share_id: subjectId, network }) => ({
    // A click's own id, as its reaction does; the others have one id for several kinds.
    source: kind === ActivityKind.CLICK_VALID ? id : `${kind} ${id}`,
    at, kind, personId, day: day ?? undefined, publicationId, subjectId, network,
  }));
}

/** The facts of the rows already there, then the rollups: figures equal what the rows say. */
export const analyticsSeed: DemoSeed = {
  name: 'analytics',
  async run(context) {
    const activity = context.get(Activity);
    for (const [kind, sql] of SOURCES) await activity.insert(await factsOf(context, kind, sql));
    await context.get(Rollups).rebuild();
  },
};
