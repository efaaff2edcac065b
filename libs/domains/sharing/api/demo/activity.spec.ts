import { describe, expect, it } from '@jest/globals';
import { isRead, readingNeed } from '@portevoix/content/shared';
import { clickDedupKey } from '@portevoix/sharing/shared';
import { generateActivity, personasOf } from './activity';
import type { ActivityInput } from './story';

const DAY = 86_400_000;
const now = new Date('2026-03-18T14:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * DAY);

const input: ActivityInput = {
  seed: 7,
  now,
  timeZone: 'Europe/Paris',
  people: Array.from({ length: 40 }, (_, index) => ({
    key: `person-${index}`,
    group: index % 2 ? 'atelier' : 'etudes',
    joinedAt: ago(index < 24 ? 37 : 16),
    leftAt: index === 3 ? ago(12) : null,
    networks: index % 3 ? ['LINKEDIN', 'WHATSAPP'] : ['LINKEDIN', 'BLUESKY', 'MASTODON'],
  })),
  publications: Array.from({ length: 33 }, (_, index) => ({
    key: `publication-${index}`,
    publishedAt: ago(37 - index * 1.1),
    expiresAt: index === 5 ? ago(20) : null,
    shareable: index % 4 !== 0,
    themes: [index % 2 ? 'metiers' : 'energie'],
    words: 240,
    variants: 3,
  })),
  bursts: [{ from: ago(37), to: ago(16), people: Array.from({ length: 24 }, (_, index) => `person-${index}`) }],
};
const activity = generateActivity(input);
const person = (key: string) => input.people.find((candidate) => candidate.key === key);
const publication = (key: string) => input.publications.find((candidate) => candidate.key === key);

describe('generated activity', () => {
  it('is the same for the same input, another for another seed', () => {
    expect(generateActivity(input)).toEqual(activity);
    expect(generateActivity({ ...input, seed: 8 })).not.toEqual(activity);
  });

  it('stays within the membership of each person and before now', () => {
    for (const { person: key, at } of [...activity.sessions, ...activity.reads, ...activity.shares]) {
      const { joinedAt, leftAt } = person(key) ?? {};
      expect(at >= (joinedAt ?? now) && at <= now).toBe(true);
      if (leftAt) expect(at.getTime()).toBeLessThan(leftAt.getTime());
    }
    expect(activity.clicks.filter(({ at }) => at > now)).toEqual([]);
  });

  it('reads what is published and not expired, and says which readings are real', () => {
    for (const { publication: key, at, activeMs, depth, real } of activity.reads) {
      const { publishedAt, expiresAt } = publication(key) ?? {};
      expect(publishedAt && at >= publishedAt).toBe(true);
      if (expiresAt) expect(at.getTime()).toBeLessThan(expiresAt.getTime());
      expect(isRead({ activeMs, depth }, readingNeed(240))).toBe(real);
    }
    const real = activity.reads.filter((read) => read.real).map((read) => `${read.person}/${read.publication}`);
    expect(new Set(real).size).toBe(real.length);
  });

  it('shares only what may leave, on a network of the member, after a real reading', () => {
    for (const share of activity.shares) {
      expect(publication(share.publication)?.shareable).toBe(true);
      expect(person(share.person)?.networks).toContain(share.network);
      expect(activity.reads.some((read) => read.real && read.person === share.person && read.publication === share.publication && read.at < share.at)).toBe(true);
      expect(share.variant).toBeLessThan(3);
    }
    expect(new Set(activity.shares.map(({ key }) => key)).size).toBe(activity.shares.length);
  });

  it('clicks after a posted share, counts one valid click per visitor and hour', () => {
    const shares = new Map(activity.shares.map((share) => [share.key, share]));
    for (const click of activity.clicks) expect(click.at > (shares.get(click.share)?.at ?? now)).toBe(true);
    expect(activity.clicks.filter(({ share }) => shares.get(share)?.state === 'OPENED')).toEqual([]);
    const valid = activity.clicks.filter(({ reason }) => reason === 'VALID');
    expect(new Set(valid.map(({ share }) => share))).toEqual(new Set(activity.shares.filter(({ state }) => state === 'CLICKED').map(({ key }) => key)));
    const keys = (reasons: string[]) => activity.clicks.filter(({ reason }) => reasons.includes(reason)).map(({ share, visitor, at }) => clickDedupKey(share, visitor, at));
    expect(new Set(keys(['VALID', 'DUPLICATE'])).size).toBe(valid.length);
    expect(new Set(activity.clicks.map(({ reason }) => reason))).toEqual(new Set(['VALID', 'DUPLICATE', 'HEAD', 'BOT', 'OWN']));
    expect(activity.clicks.filter(({ method, reason }) => (method === 'HEAD') !== (reason === 'HEAD'))).toEqual([]);
  });

  it('looks like a programme: readers, a launch burst, office hours, LinkedIn first', () => {
    const sharers = new Set(activity.shares.map((share) => share.person));
    const readersOnly = new Set(activity.reads.map((read) => read.person).filter((key) => !sharers.has(key)));
    expect(readersOnly.size / input.people.length).toBeGreaterThan(0.35);
    expect(readersOnly.size / input.people.length).toBeLessThan(0.6);
    expect([...personasOf(input).values()].filter((persona) => persona === 'READER')).toHaveLength(18);

    const during = (from: number, to: number) => activity.shares.filter(({ at }) => at >= ago(from) && at < ago(to));
    const founders = (from: number, to: number) => during(from, to).filter((share) => Number(share.person.slice(7)) < 24).length;
    expect(founders(37, 23)).toBeGreaterThan(founders(14, 0));

    const hour = new Intl.DateTimeFormat('fr', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Paris' });
    expect(activity.sessions.filter(({ at }) => { const local = Number.parseInt(hour.format(at), 10); return local < 8 || local > 18; })).toEqual([]);
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Paris' });
    const on = (names: string[]) => activity.sessions.filter(({ at }) => names.includes(weekday.format(at))).length;
    expect(on(['Tue'])).toBeGreaterThan(10 * on(['Sat', 'Sun']));
    expect(activity.shares.filter(({ network }) => network === 'LINKEDIN').length).toBeGreaterThan(activity.shares.length / 2);
  });
});
