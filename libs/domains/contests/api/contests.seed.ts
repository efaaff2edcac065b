import { CohortMembership } from '@portevoix/cohorts/api';
import { afterAward, awardFor, isInsideWindow, NOTHING_AWARDED, PointSource, type Awarded } from '@portevoix/contests/shared';
import { normaliseText } from '@portevoix/content/shared';
import { Organisations } from '@portevoix/identity/api';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { newId, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { Contest } from './contest.entity';
import { contestsFactory } from './contests.factory';
import { demoContests, type DemoContest } from './demo/contests';
import { sourceKey, type PointEvent } from './points/awards.service';
import { ContestScore, LedgerEntry } from './points/ledger.entity';
import { RankingOptIn } from './ranking/ranking.entity';

/** Everything that may give points, in the order in which it happened. */
const EVENTS = `
  select 'DECLARED_SHARE' as source, id as "sourceId", person_id as "personId", publication_id as "publicationId", id as "shareId", network, declared_at as at from share where organisation_id = $1 and declared_at is not null
  union all
  select 'VALID_CLICK', c.id, l.person_id, l.publication_id, l.share_id, l.network, c.at from click c join share_link l on l.organisation_id = c.organisation_id and l.id = c.link_id where c.organisation_id = $1 and c.valid
  union all
  select 'READ', publication_id, person_id, publication_id, null, null, read_at from reading where organisation_id = $1 and read_at is not null
  order by 7, 2`;

interface Played {
  contest: Contest;
  zone: string;
  memberships: CohortMembership[];
}

/** Leaves `contest:<key>`. Points are those that the rules give to what the domains below seeded, never made up. */
export const contestsSeed: DemoSeed = {
  name: 'contests',
  async run(context) {
    const { db } = context;
    const { timeZone: zone } = await context.get(Organisations).current();
    const events = await db.query<PointEvent>(EVENTS, [db.organisationId]);
    const templates = new Map<string, string>();
    for (const demo of demoContests) {
      const contest = await seedContest(context, demo, zone, templates);
      const memberships = await db.of(CohortMembership).find({ where: { organisationId: db.organisationId, cohortId: contest.cohortId }, order: { since: 'ASC', personId: 'ASC' } });
      await seedLedger(context, { contest, zone, memberships }, events);
      await seedRanking(context, demo, contest, memberships);
    }
  },
};

async function seedContest(context: SeedContext, demo: DemoContest, zone: string, templates: Map<string, string>): Promise<Contest> {
  const today = dayOf(context.clock.now(), zone);
  const firstDay = addDays(today, demo.startDay);
  const createdAt = new Date(Date.parse(`${addDays(firstDay, -3)}T08:00:00Z`));
  const id = newId(createdAt.getTime());
  const templateId = templates.get(demo.template) ?? id;
  templates.set(demo.template, templateId);
  const { name, pitch: description, prize, rules, collectiveGoal } = demo;
  const places = { programmeId: ref(context, 'programme:main'), cohortId: ref(context, `cohort:${demo.cohort}`) };
  const contest = await contestsFactory.contest(context.db, createdAt, { ...places, id, templateId, name, description, prize, rules, collectiveGoal, firstDay, lastDay: addDays(today, demo.endDay) });
  context.refs.set(`contest:${demo.key}`, id);
  return contest;
}

async function seedLedger({ db }: SeedContext, { contest, zone, memberships }: Played, events: readonly PointEvent[]): Promise<void> {
  const entries: LedgerEntry[] = [];
  const scores = new Map<string, ContestScore>();
  const history = new Map<string, Awarded>();
  const clicks = new Map<string, number>();
  for (const event of events) {
    const { source, personId, shareId, at } = event;
    const member = memberships.some(({ personId: id, since, until }) => id === personId && since <= at && (!until || until > at));
    if (!member || !isInsideWindow(at, { ...contest, zone })) continue;
    const day = dayOf(at, zone);
    const already = { ...(history.get(`${personId}/${day}`) ?? NOTHING_AWARDED), clicksOfShare: clicks.get(shareId ?? '') ?? 0 };
    const points = awardFor(source, contest.rules, already);
    if (!points) continue;
    history.set(`${personId}/${day}`, afterAward(source, points, already));
    if (source === PointSource.VALID_CLICK && shareId) clicks.set(shareId, already.clicksOfShare + 1);
    const key = { organisationId: db.organisationId, id: newId(at.getTime()) };
    entries.push({ ...key, ...event, contestId: contest.id, points, day, sourceKey: sourceKey(event), reversesId: null, cause: null, reason: null, createdAt: at });
    const score = scores.get(personId) ?? { organisationId: db.organisationId, contestId: contest.id, personId, points: 0, reachedAt: null, version: 0 };
    scores.set(personId, { ...score, points: score.points + points, reachedAt: at, version: score.version + 1 });
  }
  for (let from = 0; from < entries.length; from += 500) await db.of(LedgerEntry).insert(entries.slice(from, from + 500));
  if (scores.size) await db.of(ContestScore).insert([...scores.values()]);
}

async function seedRanking({ db }: SeedContext, demo: DemoContest, contest: Contest, memberships: readonly CohortMembership[]): Promise<void> {
  const present = memberships.filter(({ until }) => !until);
  const rows = demo.aliases.flatMap((alias, index) => {
    const membership = present[index];
    if (!membership) return [];
    return [{ organisationId: db.organisationId, contestId: contest.id, personId: membership.personId, alias, aliasKey: alias && normaliseText(alias), joinedAt: membership.since }];
  });
  await db.of(RankingOptIn).insert(rows);
}
