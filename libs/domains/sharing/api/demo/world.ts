import { demoMembers } from '@portevoix/cohorts/api';
import { PublicationStatus, Audience } from '@portevoix/content/shared';
import { demoOrganisation, demoPeople } from '@portevoix/identity/api';
import { dayFromNow, ref, type SeedContext } from '@portevoix/platform';
import { demoActivitySeed } from './activity';
import type { ActivityBurst, ActivityInput, ActivityPerson, ActivityPublication } from './story';

/** The account whose screens must have something to show. */
const SHOWN = 'ambassadeur@demo.test';
/** When a cohort's newcomer contest runs, in days from today: people share more. */
const BURSTS = [
  { cohort: 'premieres-voix', from: -37, to: -16 },
  { cohort: 'atelier-et-chantiers', from: -14, to: 6 },
] as const;

interface PublicationRow {
  id: string;
  published_at: Date;
  expires_at: Date | null;
  audience: Audience;
  words: number;
  variants: number;
  themes: string[];
}

/** The demo organisation as the domains below have just written it: who was in when, what came out when. */
export async function demoWorld(context: SeedContext): Promise<ActivityInput> {
  return {
    seed: demoActivitySeed,
    now: context.clock.now(),
    timeZone: demoOrganisation.timeZone,
    people: await peopleOf(context),
    publications: await publicationsOf(context),
    bursts: BURSTS.map(
      ({ cohort, from, to }): ActivityBurst => ({ from: dayFromNow(context, from, 8), to: dayFromNow(context, to, 17), people: demoMembers.filter((member) => member.cohort === cohort).map(({ person }) => person) }),
    ),
  };
}

async function peopleOf(context: SeedContext): Promise<ActivityPerson[]> {
  const { db } = context;
  const rows = await db.query<{ id: string; since: Date; until: Date | null }>('select person_id as id, since, until from cohort_membership where organisation_id = $1', [db.organisationId]);
  const memberships = new Map(rows.map((row) => [row.id, row]));
  const [programme] = await db.query<{ since: Date }>('select starts_on::timestamptz as since from programme where organisation_id = $1 and id = $2', [db.organisationId, ref(context, 'programme:main')]);
  return demoPeople.flatMap(({ key, department, reader, email }): ActivityPerson[] => {
    const membership = memberships.get(ref(context, `person:${key}`));
    if (!membership && !reader) return [];
    const networks = demoMembers.find(({ person }) => person === key)?.networks ?? [];
    const persona = reader ? 'READER' : email === SHOWN ? 'REGULAR' : undefined;
    return [{ key, group: department, joinedAt: membership?.since ?? programme!.since, leftAt: membership?.until ?? null, networks: membership ? networks : [], ...(persona ? { persona } : {}) }];
  });
}

async function publicationsOf(context: SeedContext): Promise<ActivityPublication[]> {
  const { db } = context;
  const rows = await db.query<PublicationRow>(
    `select p.id, p.published_at, p.expires_at, p.audience, p.word_count as words,
            (select count(*)::int from publication_variant v where v.organisation_id = p.organisation_id and v.publication_id = p.id and v.language = 'fr') as variants,
            array(select t.theme_id::text from publication_theme t where t.organisation_id = p.organisation_id and t.publication_id = p.id order by t.position) as themes
       from publication p where p.organisation_id = $1 and p.status = $2 order by p.published_at, p.id`,
    [db.organisationId, PublicationStatus.PUBLISHED],
  );
  const keys = keysById(context);
  return rows.map(({ id, published_at: publishedAt, expires_at: expiresAt, audience, words, variants, themes }) => ({
    key: keys.get(id) ?? id,
    publishedAt,
    expiresAt,
    shareable: audience === Audience.SHAREABLE,
    themes: themes.map((theme) => keys.get(theme) ?? theme),
    words,
    variants,
  }));
}

/** `école` rather than its id: what is drawn from names is the same in each demo. */
function keysById({ refs }: SeedContext): Map<string, string> {
  return new Map([...refs].map(([key, id]) => [id, key.slice(key.indexOf(':') + 1)]));
}
