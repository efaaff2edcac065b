import { createHash, randomBytes } from 'node:crypto';
import type { Database, Part, Value } from './database';
import { codeOf, idOf, ORGANISATION, random } from './ids';

/** Everything in these worlds happened in the two years before this instant. */
export const WORLD_NOW = new Date('2026-11-01T00:00:00Z');
const YEARS_MS = 2 * 365 * 86_400_000;
export const GROUPS = 40;
export const COHORTS = 20;
/** Everybody is in one group; one person of this many is an ambassador, in one cohort. */
const AMBASSADOR_EVERY = 5;
export const NETWORKS = ['LINKEDIN', 'X', 'FACEBOOK', 'WHATSAPP', 'BLUESKY', 'MASTODON', 'THREADS', 'EMAIL', 'COPY', 'NATIVE'];
const THEMES = 8;

function* times<T>(count: number, row: (n: number) => T): Generator<T> {
  for (let n = 0; n < count; n += 1) yield row(n);
}

/** The instant of item `n` of `count`, from two years ago to now. */
const instant = (n: number, count: number): string => new Date(WORLD_NOW.getTime() - YEARS_MS + Math.floor(((n + 1) / count) * YEARS_MS)).toISOString();
const LONG_AGO = '2024-01-01T00:00:00Z';

/** One organisation, its programme, and `count` people in 40 groups, a fifth of them in 20 cohorts. */
export const people = (count: number): Part => ({
  key: `people ${count}`,
  async load(db) {
    await db.copy('organisation', ['id', 'slug', 'name', 'disclosure', 'time_zone', 'locale'], [[ORGANISATION, 'large', 'Large', '#EquipeLarge', 'Europe/Paris', 'fr']]);
    const person = (n: number): Value[] => [ORGANISATION, idOf('person', n), `Prénom ${n}`, `Nom ${n}`, `p${n}@large.test`, n === 0 ? '{PILOT}' : '{AMBASSADOR}', 'fr', n + 1, LONG_AGO];
    await db.copy('person', ['organisation_id', 'id', 'first_name', 'last_name', 'email', 'roles', 'locale', 'number', 'created_at'], times(count, person));
    await db.copy('group', ['organisation_id', 'id', 'kind', 'name'], times(GROUPS, (n) => [ORGANISATION, idOf('group', n), 'DEPARTMENT', `Groupe ${n}`]));
    await db.copy('group_membership', ['organisation_id', 'group_id', 'person_id', 'since'], times(count, (n) => [ORGANISATION, idOf('group', n % GROUPS), idOf('person', n), LONG_AGO]));
    await db.copy('programme', ['organisation_id', 'id', 'name', 'state', 'axis', 'starts_on', 'created_at'], [[ORGANISATION, idOf('programme', 0), 'Large', 'LIVE', 'CORPORATE', '2024-01-01', LONG_AGO]]);
    await db.copy('cohort', ['organisation_id', 'id', 'programme_id', 'name', 'strategy', 'starts_on', 'referent_id', 'launched_at', 'created_at'], times(COHORTS, (n) => [ORGANISATION, idOf('cohort', n), idOf('programme', 0), `Cohorte ${n}`, 'VOLUNTEERS', '2024-01-01', idOf('person', 0), LONG_AGO, LONG_AGO]));
    const member = (n: number): Value[] => [ORGANISATION, idOf('session', n), idOf('cohort', n % COHORTS), idOf('person', n * AMBASSADOR_EVERY), LONG_AGO, 'VOLUNTEER', LONG_AGO];
    await db.copy('cohort_membership', ['organisation_id', 'id', 'cohort_id', 'person_id', 'since', 'origin', 'created_at'], times(Math.floor(count / AMBASSADOR_EVERY), member));
  },
});

const BODY = `<p>${'Sur le chantier, la charpente se lève en une matinée : six poteaux, un camion, et quatre personnes qui se connaissent. '.repeat(12)}</p>`;

/**
 * `count` publications that are out, over two years: two thirds for everybody, a quarter for one group, the rest for
 * one cohort; three of four can be shared; three pinned; each with one or two of eight themes and two texts.
 */
export const publications = (count: number): Part => ({
  key: `publications ${count}`,
  async load(db) {
    await db.copy('theme', ['organisation_id', 'id', 'programme_id', 'name', 'description', 'created_at'], times(THEMES, (n) => [ORGANISATION, idOf('theme', n), idOf('programme', 0), `Thème ${n}`, '', LONG_AGO]));
    const row = (n: number): Value[] => [
      ORGANISATION, idOf('publication', n), idOf('programme', 0), `Publication ${n} : un préau levé en une matinée`, 'Quatre charpentiers, une matinée, et une école qui gagne un préau.', BODY, 'Pour comprendre comment nous travaillons.', 'La rédaction',
      `https://exemple.test/articles/${n}`, 'school', n % 100, 'COMPANY_LIFE', 'ADVOCACY', n % 4 === 3 ? 'INTERNAL' : 'SHAREABLE', 'PUBLISHED', instant(n, count), n % 50 === 0 ? '2030-01-01T00:00:00Z' : null, n > count - 4 ? '2030-01-01T00:00:00Z' : null,
      idOf('person', 0), 240, 'fr', instant(n, count), instant(n, count), 1, 'un preau leve en une matinee',
    ];
    await db.copy('publication', ['organisation_id', 'id', 'programme_id', 'title', 'summary', 'body', 'why', 'source_name', 'target_url', 'illustration_motif', 'illustration_seed', 'kind', 'category', 'audience', 'status', 'published_at', 'expires_at', 'pinned_until', 'author_id', 'word_count', 'language', 'updated_at', 'created_at', 'version', 'search_text'], times(count, row));
    const themes = function* (): Generator<Value[]> {
      for (let n = 0; n < count; n += 1) {
        yield [ORGANISATION, idOf('publication', n), idOf('theme', n % THEMES), 0];
        if (n % 3 === 0) yield [ORGANISATION, idOf('publication', n), idOf('theme', (n + 1) % THEMES), 1];
      }
    };
    await db.copy('publication_theme', ['organisation_id', 'publication_id', 'theme_id', 'position'], themes());
    const targets = function* (): Generator<Value[]> {
      const pick = random(1);
      for (let n = 0; n < count; n += 1) {
        const chance = pick();
        if (chance < 2 / 3) continue;
        const toGroup = chance < 11 / 12;
        yield [ORGANISATION, idOf('target', n), idOf('publication', n), toGroup ? null : idOf('cohort', Math.floor(pick() * COHORTS)), toGroup ? idOf('group', Math.floor(pick() * GROUPS)) : null];
      }
    };
    await db.copy('publication_target', ['organisation_id', 'id', 'publication_id', 'cohort_id', 'group_id'], targets());
    const variant = (n: number): Value[] => [ORGANISATION, idOf('variant', n), idOf('publication', n >> 1), 'fr', n % 2 ? 'EXPERT' : 'FIELD', 'J’ai appris quelque chose en lisant cet article.', n % 2];
    await db.copy('publication_variant', ['organisation_id', 'id', 'publication_id', 'language', 'tone', 'text', 'position'], times(count * 2, variant));
  },
});

/** `count` declared shares, each with its short link (`codeOf(n)`), spread over people and publications. Wants both. */
export const links = (count: number, of: { people: number; publications: number }): Part => ({
  key: `links ${count} of ${of.people} and ${of.publications}`,
  async load(db) {
    // Person, publication and network never come back together: `count` is at most people x publications x networks.
    const keys = (n: number) => [idOf('person', n % of.people), idOf('publication', Math.floor(n / of.people) % of.publications), NETWORKS[Math.floor(n / of.people / of.publications)]!];
    const share = (n: number): Value[] => [ORGANISATION, idOf('share', n), ...keys(n), 'DECLARED', 'J’ai appris quelque chose.', true, instant(n, count), instant(n, count)];
    await db.copy('share', ['organisation_id', 'id', 'person_id', 'publication_id', 'network', 'state', 'text', 'edited', 'opened_at', 'declared_at'], times(count, share));
    const link = (n: number): Value[] => [ORGANISATION, idOf('link', n), idOf('share', n), ...keys(n), codeOf(n), targetOf(n), 'Un préau levé en une matinée', 'Quatre charpentiers, une matinée.', null, instant(n, count)];
    await db.copy('share_link', ['organisation_id', 'id', 'share_id', 'person_id', 'publication_id', 'network', 'code', 'target_url', 'og_title', 'og_description', 'og_image', 'created_at'], times(count, link));
  },
});

/** Where link `n` leads. */
export const targetOf = (n: number): string => `https://exemple.test/articles/${n}?utm_source=linkedin&utm_medium=ambassador&utm_campaign=large`;

const EVENT_KINDS = ['CONNECTED', 'READ', 'READ', 'SHARE_OPENED', 'SHARE_DECLARED', 'CLICK_VALID', 'CLICK_VALID', 'CLICK_VALID', 'FEEDBACK'];
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** `count` activity events over the last year, without their rollups. `days`: over how many days before WORLD_NOW. */
export const events = (count: number, of: { people: number; publications: number; days?: number }): Part => ({
  key: `events ${count} of ${of.people} and ${of.publications} over ${of.days ?? 365}`,
  async load(db) {
    const span = (of.days ?? 365) * 86_400_000;
    const pick = random(2);
    const dayOf = new Map<number, string>();
    const row = (n: number): Value[] => {
      const at = WORLD_NOW.getTime() - span + Math.floor((n / count) * span);
      const hour = Math.floor(at / 3_600_000);
      const day = dayOf.get(hour) ?? DAY.format(at);
      dayOf.set(hour, day);
      const kind = EVENT_KINDS[Math.floor(pick() * EVENT_KINDS.length)]!;
      const person = Math.floor(pick() * of.people);
      const isShare = kind.startsWith('SHARE') || kind === 'CLICK_VALID';
      const share = Math.floor(pick() * Math.max(count / 20, 1));
      return [ORGANISATION, idOf('event', n), new Date(at).toISOString(), day, kind, idOf('person', person), person + 1, kind === 'CONNECTED' ? null : idOf('publication', Math.floor(pick() * of.publications)), isShare ? idOf('share', share) : null, isShare ? NETWORKS[share % 4]! : null];
    };
    await db.copy('activity_event', ['organisation_id', 'id', 'at', 'day', 'kind', 'person_id', 'person_number', 'publication_id', 'subject_id', 'network'], times(count, row));
  },
});

const compact = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** Opens a session for each of these people (by their number in the world) and gives the bearer tokens. */
export async function signIn(database: Database, persons: readonly number[]): Promise<string[]> {
  const secrets = persons.map(() => randomBytes(32).toString('base64url'));
  await database.query(
    `insert into session (organisation_id, id, person_id, secret_hash, device, created_at, last_seen_at)
     select $1, gen_random_uuid(), person_id, secret_hash, 'bench', now(), now() from unnest($2::uuid[], $3::bytea[]) as t(person_id, secret_hash)`,
    [ORGANISATION, persons.map((n) => idOf('person', n)), secrets.map((secret) => createHash('sha256').update(secret).digest())],
  );
  return secrets.map((secret) => `${compact(ORGANISATION)}.${secret}`);
}
