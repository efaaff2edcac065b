import { describe, expect, it, test } from '@jest/globals';
import { countWords } from '@portevoix/content/shared';
import * as cohorts from '../../libs/domains/cohorts/api/demo/cohorts';
import { demoPublications } from '../../libs/domains/content/api/demo/publications';
import { demoSources } from '../../libs/domains/content/api/demo/sources';
import { demoThemes } from '../../libs/domains/content/api/demo/themes';
import { demoContests } from '../../libs/domains/contests/api/demo/contests';
import { demoAnswers, demoPulses } from '../../libs/domains/feedback/api/demo/feedback';
import { choicesOf, PulseScope } from '../../libs/domains/feedback/shared';
import { demoDate, demoInstant } from '../../libs/domains/identity/api/demo/day';
import * as identity from '../../libs/domains/identity/api/demo/people';
import * as programmes from '../../libs/domains/programmes/api/demo/programme';
import * as recruitment from '../../libs/domains/recruitment/api/demo/recruitment';
import { demoActivitySeed, generateActivity } from '../../libs/domains/sharing/api/demo/activity';
import { demoOpenings } from '../../libs/domains/sharing/api/demo/story';

const { demoPeople, demoDepartments, demoSites } = identity;
const { demoCohorts, demoMembers } = cohorts;
const { demoCalls, demoApplications } = recruitment;

const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key);
const unknown = (used: readonly (string | null)[], known: readonly string[]) => used.filter((key) => key !== null && !known.includes(key));
const people = keys(demoPeople);

/** Every text of a data tree, the English variants left out. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value === null || typeof value !== 'object' || ('language' in value && value.language === 'en')) return [];
  return Object.values(value).flatMap(texts);
}

describe('the demo organisation', () => {
  it('has sixty people in five departments and three sites, and the three accounts', () => {
    expect([demoPeople.length, demoDepartments.length, demoSites.length]).toEqual([60, 5, 3]);
    expect(new Set(people).size).toBe(60);
    expect(new Set(demoPeople.map(({ email }) => email)).size).toBe(60);
    expect(demoPeople.filter(({ email }) => !/^[a-z.-]+@demo\.test$/.test(email))).toEqual([]);
    const rolesOf = (email: string) => demoPeople.find((person) => person.email === email)?.roles;
    expect(identity.demoAccounts.map(({ email }) => rolesOf(email))).toEqual([['PILOT'], ['EDITOR', 'COMMUNITY_MANAGER'], ['AMBASSADOR']]);
    expect(demoPeople.filter(({ reader }) => reader)).toHaveLength(6);
    expect(demoPeople.filter(({ roles }) => roles.includes('COUNCIL'))).toHaveLength(3);
  });

  it('refers only to what exists', () => {
    expect(unknown(demoPeople.map(({ department }) => department), keys(demoDepartments))).toEqual([]);
    expect(unknown(demoPeople.map(({ site }) => site), keys(demoSites))).toEqual([]);
    const { pilot, sponsor, council } = programmes.demoProgramme;
    const named = [
      pilot, sponsor, ...council,
      ...programmes.demoObjectives.map(({ owner }) => owner),
      ...demoThemes.map(({ owner }) => owner),
      ...demoPublications.map(({ credit }) => credit),
      ...demoCohorts.map(({ referent }) => referent),
      ...demoMembers.map(({ person }) => person),
      ...demoApplications.map(({ person }) => person),
    ];
    expect(unknown(named, people)).toEqual([]);
    expect(unknown([...demoMembers.map(({ cohort }) => cohort), ...demoContests.map(({ cohort }) => cohort), ...demoCalls.map(({ cohort }) => cohort)], keys(demoCohorts))).toEqual([]);
    expect(unknown(demoApplications.map(({ call }) => call), keys(demoCalls))).toEqual([]);
    expect(unknown(demoPulses.map(({ publication }) => publication), keys(demoPublications))).toEqual([]);
    expect(unknown(demoAnswers.map(({ pulse }) => pulse), keys(demoPulses))).toEqual([]);
    expect(unknown(demoSources.flatMap(({ themes }) => themes), keys(demoThemes))).toEqual([]);
  });

  it('has one cohort per person, ambassadors all in one, and the rule of a department kept', () => {
    expect(new Set(demoMembers.map(({ person }) => person)).size).toBe(demoMembers.length);
    const ambassadors = demoPeople.filter(({ roles }) => roles.includes('AMBASSADOR'));
    expect(keys(ambassadors).sort()).toEqual(demoMembers.map(({ person }) => person).sort());
    const byDepartment = demoMembers.filter(({ cohort }) => demoCohorts.find(({ key }) => key === cohort)?.rule);
    expect(byDepartment.filter(({ person }) => demoPeople.find(({ key }) => key === person)?.department !== 'atelier')).toEqual([]);
    expect(demoMembers.filter(({ origin, rationale }) => (origin === 'MISSION') !== (rationale !== null))).toEqual([]);
    expect(demoMembers.filter(({ joinedDay, leftDay }) => joinedDay > 0 || (leftDay !== null && leftDay <= joinedDay))).toEqual([]);
  });

  it('answers each pulse with what it offers, while it is open, by groups of five', () => {
    for (const { key, publication, opensDay, closesDay } of demoPulses) {
      const answers = demoAnswers.filter(({ pulse }) => pulse === key);
      const offered = choicesOf(publication ? PulseScope.PUBLICATION : PulseScope.PROGRAMME);
      expect(unknown(answers.flatMap(({ works, doesNotWork }) => [...works, ...doesNotWork]), offered)).toEqual([]);
      expect(answers.filter(({ day }) => day < opensDay || day > Math.min(closesDay ?? 0, 0))).toEqual([]);
      expect(answers.length % 5).toBe(0);
    }
    expect(demoAnswers.filter(({ comment }) => comment)).toHaveLength(30);
  });

  it('has three feeds of twelve items, no address twice', () => {
    const items = demoSources.flatMap((source) => source.items);
    expect(demoSources.map((source) => source.items.length)).toEqual([12, 12, 12]);
    expect(new Set([...items.map(({ link }) => link), ...items.map(({ guid }) => guid)]).size).toBe(72);
    expect(items.filter(({ day }) => day > 0)).toEqual([]);
  });
});

describe('dates of the demo', () => {
  test.each(['2026-01-01', '2026-02-28', '2026-08-20', '2026-11-22', '2028-02-29', '2026-12-31'])('on %s the test is in its sixth week, and a start of term follows', (today) => {
    const phases = programmes.demoPhases(today);
    const current = phases.find(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || today <= endsOn));
    expect(current?.kind).toBe('TEST');
    const days = (Date.parse(today) - Date.parse(current?.startsOn ?? '')) / 86_400_000;
    expect(Math.floor(days / 7) + 1).toBe(6);
    phases.slice(1).forEach((phase, index) => expect(Date.parse(phase.startsOn) - Date.parse(phases[index]?.endsOn ?? '')).toBe(86_400_000));
    expect(phases.find(({ kind }) => kind === 'RELAUNCH')).toMatchObject({ name: expect.stringMatching(/^Relance de (janvier|septembre)$/), startsOn: expect.stringMatching(/-(01-08|09-03)$/) });
  });

  it('fall on working days, the past never after today, in the zone of the organisation', () => {
    expect(demoInstant('2026-03-15', 0, '08:30').toISOString()).toBe('2026-03-13T07:30:00.000Z');
    expect(demoInstant('2026-03-15', 6, '08:30').toISOString()).toBe('2026-03-23T07:30:00.000Z');
    expect(demoInstant('2026-04-15', 0, '08:30').toISOString()).toBe('2026-04-15T06:30:00.000Z');
    expect(demoDate('2026-03-01', -1)).toBe('2026-02-28');
  });
});

test('French typography: curly apostrophes, no-break spaces before signs and inside guillemets', () => {
  const everything = texts([
    demoPeople, demoDepartments, demoSites, identity.demoOrganisation, demoCohorts, demoMembers, demoCalls, demoApplications, demoContests, demoAnswers,
    demoThemes, demoSources, demoPublications, programmes.demoProgramme, programmes.demoStatements, programmes.demoCharter, programmes.demoObjectives,
    programmes.demoHighPoints, programmes.demoPhases('2026-03-18'), demoOpenings,
  ]);
  const wrong = /'|"|\.{3}| {2}|(?<!\u202f)[;!?](?=[\s<]|$)|(?<!\u00a0):(?=[\s<]|$)|«(?!\u00a0)|(?<!\u00a0)»|\d [%€]|\d \d{3}(?!\d)/u;
  expect(['Oui !', 'Non: oui', '«Oui»', 'l\'eau', '1 200', '5 %', 'Oui  non'].filter((text) => !wrong.test(text))).toEqual([]);
  expect(everything.length).toBeGreaterThan(1000);
  expect(everything.filter((text) => !/^https?:/.test(text) && wrong.test(text))).toEqual([]);
});

test('the activity of the demo tells a plausible sixth week', () => {
  const today = '2026-03-18';
  const members = new Map(demoMembers.map((member) => [member.person, member]));
  const instant = (day: number | null, time?: string) => (day === null ? null : demoInstant(today, day, time));
  const present = demoPeople.filter(({ key, reader }) => reader || members.has(key));
  const activity = generateActivity({
    seed: demoActivitySeed,
    now: new Date('2026-03-18T16:00:00Z'),
    timeZone: identity.demoOrganisation.timeZone,
    people: present.map(({ key, department, email, reader }) => ({
      key,
      group: department,
      joinedAt: demoInstant(today, members.get(key)?.joinedDay ?? programmes.demoLaunchDay),
      leftAt: instant(members.get(key)?.leftDay ?? null),
      networks: members.get(key)?.networks ?? [],
      ...(reader ? { persona: 'READER' as const } : email === 'ambassadeur@demo.test' ? { persona: 'REGULAR' as const } : {}),
    })),
    publications: demoPublications.filter(({ state }) => state === 'PUBLISHED').map((publication) => ({
      key: publication.key,
      publishedAt: demoInstant(today, publication.publishDay ?? 0, publication.publishTime),
      expiresAt: instant(publication.expiresDay),
      shareable: publication.audience === 'SHAREABLE',
      themes: publication.themes,
      words: countWords(publication.body.replace(/<[^>]+>/g, ' ')),
      variants: publication.variants.filter(({ language }) => language === 'fr').length,
    })),
    bursts: demoContests.map(({ cohort, startDay, endDay }) => ({
      from: demoInstant(today, startDay),
      to: demoInstant(today, endDay, '18:00'),
      people: demoMembers.filter((member) => member.cohort === cohort).map(({ person }) => person),
    })),
  });
  const posted = activity.shares.filter(({ state }) => state !== 'OPENED');
  const valid = activity.clicks.filter(({ reason }) => reason === 'VALID');
  const inBand = (value: number, low: number, high: number) => expect({ value, inside: value >= low && value <= high }).toEqual({ value, inside: true });
  inBand(activity.sessions.length, 250, 700);
  inBand(activity.reads.length, 500, 1600);
  inBand(posted.length, 80, 300);
  inBand(valid.length, 300, 1500);
  inBand(activity.clicks.length / valid.length, 1.3, 3);
  inBand(activity.shares.filter(({ person }) => person === 'mael-quintric').length, 3, 25);
  const sharers = new Set(activity.shares.map(({ person }) => person));
  inBand(1 - sharers.size / present.length, 0.3, 0.7);
  const inside = demoPublications.filter(({ audience }) => audience !== 'SHAREABLE').map(({ key }) => key);
  expect(activity.shares.filter(({ publication }) => inside.includes(publication))).toEqual([]);
});
