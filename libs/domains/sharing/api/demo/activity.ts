import { readingNeed } from '@portevoix/content/shared';
import { Temporal } from 'temporal-polyfill';
import { clicksOf } from './clicks';
import { hashOf, randomOf, type Random } from './random';
import {
  demoOpenings,
  type ActivityInput, type ActivityPerson, type ActivityPublication, type DemoActivity, type DemoPersona, type DemoRead, type DemoShare, type DemoShareNetwork,
} from './story';

/** The seed of the published demo: its contests and objectives are set against what it tells. */
export const demoActivitySeed = 1;

const DAY = 86_400_000;

/** Chance of a visit on an ordinary day, and of sharing after a real reading. */
const HABITS: Readonly<Record<DemoPersona, { visit: number; share: number; reach: number }>> = {
  READER: { visit: 0.3, share: 0, reach: 0 },
  OCCASIONAL: { visit: 0.27, share: 0.2, reach: 0.8 },
  REGULAR: { visit: 0.42, share: 0.3, reach: 1 },
  KEEN: { visit: 0.66, share: 0.42, reach: 1.3 },
  FADING: { visit: 0.45, share: 0.2, reach: 0.7 },
};

/** Monday to Sunday. */
const WEEK = [0.85, 1.3, 1, 1.25, 0.8, 0.05, 0.03] as const;
/** Local minutes of the day in which people look: arrival, lunch, the end of the afternoon. */
const MOMENTS = [[505, 570, 3], [725, 805, 4], [830, 980, 1], [990, 1075, 2]] as const;
const LINKEDIN_WEIGHT = 5;
const READER_PART = 0.45;
const DAILY_SHARE_CAP = 2;
/** Somebody who fades comes for nine days, then no more. */
const FADING_DAYS = 9;

interface Life {
  input: ActivityInput;
  person: ActivityPerson;
  persona: DemoPersona;
  random: Random;
  /** When the person left, or now. */
  end: Date;
  read: Set<string>;
  posted: Set<string>;
  activity: DemoActivity;
}

/**
 * Six weeks of a programme, or as long as its people have been members: who came, what they read and shared, who
 * clicked. Pure and deterministic: the same input gives the same activity. Nothing happens before somebody joins,
 * after they leave or after now; nothing internal is shared; a click follows its share.
 */
export function generateActivity(input: ActivityInput): DemoActivity {
  const activity: DemoActivity = { sessions: [], reads: [], shares: [], clicks: [] };
  const personas = personasOf(input);
  for (const person of input.people) {
    const persona = personas.get(person.key) ?? 'READER';
    const end = person.leftAt && person.leftAt < input.now ? person.leftAt : input.now;
    live({ input, person, persona, random: randomOf(input.seed, person.key), end, read: new Set(), posted: new Set(), activity });
  }
  const byTime = (left: { at: Date }, right: { at: Date }): number => left.at.getTime() - right.at.getTime();
  for (const list of [activity.sessions, activity.reads, activity.shares, activity.clicks]) list.sort(byTime);
  return activity;
}

/** Draws who is what, so that the part of people who only read is near 45 %. */
export function personasOf(input: Pick<ActivityInput, 'seed' | 'people'>): Map<string, DemoPersona> {
  const personas = new Map<string, DemoPersona>();
  for (const { key, persona } of input.people) if (persona) personas.set(key, persona);
  const fixedReaders = [...personas.values()].filter((persona) => persona === 'READER').length;
  const readers = Math.max(0, Math.round(input.people.length * READER_PART) - fixedReaders);
  const drawn = input.people.filter(({ persona }) => !persona).sort((left, right) => hashOf(`${input.seed}/${left.key}`) - hashOf(`${input.seed}/${right.key}`));
  const mix: readonly DemoPersona[] = ['OCCASIONAL', 'REGULAR', 'OCCASIONAL', 'KEEN', 'OCCASIONAL', 'REGULAR', 'FADING', 'OCCASIONAL'];
  drawn.forEach(({ key }, index) => personas.set(key, index < readers ? 'READER' : (mix[(index - readers) % mix.length] ?? 'OCCASIONAL')));
  return personas;
}

function live(life: Life): void {
  const { input, person, persona, random, end } = life;
  const local = (date: Date): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(input.timeZone).toPlainDate();
  const last = local(end);
  for (let day = local(person.joinedAt), age = 0; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }), age++) {
    const at = momentOf(day, random, input.timeZone);
    const fresh = 1 + 0.5 * Math.exp(-age / 6);
    const visit = HABITS[persona].visit * (WEEK[day.dayOfWeek - 1] ?? 1) * fresh * (inBurst(life, at) ? 1.5 : 1);
    const gone = persona === 'FADING' && age > FADING_DAYS;
    const out = at < person.joinedAt || at >= end;
    if (random.chance(visit) && !gone && !out) connect(life, at);
  }
}

function momentOf(day: Temporal.PlainDate, random: Random, timeZone: string): Date {
  const [from, to] = random.pick(MOMENTS, ([, , weight]) => weight) ?? MOMENTS[0];
  const seconds = Math.floor(random.between(from * 60, to * 60));
  const plainTime = Temporal.PlainTime.from('00:00').add({ seconds });
  return new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

function inBurst({ input, person }: Life, at: Date): boolean {
  return input.bursts.some(({ from, to, people }) => at >= from && at <= to && people.includes(person.key));
}

function connect(life: Life, at: Date): void {
  const { input, person, random, end, activity } = life;
  activity.sessions.push({ person: person.key, at, device: random.chance(person.group === 'atelier' ? 0.9 : 0.55) ? 'PHONE' : 'DESKTOP' });
  const items = 1 + Math.floor(random.between(0, 3.2));
  let clock = at.getTime() + Math.round(random.between(4_000, 20_000));
  let shares = 0;
  for (let index = 0; index < items; index++) {
    const publication = random.pick(input.publications, (candidate) => appeal(life, candidate, new Date(clock)));
    if (!publication) return;
    const read = readingOf(life, publication, new Date(clock));
    clock += read.activeMs;
    if (clock >= end.getTime()) return;
    activity.reads.push(read);
    clock += Math.round(random.between(8_000, 40_000));
    if (!read.real) continue;
    life.read.add(publication.key);
    if (shares < DAILY_SHARE_CAP && publication.shareable && wantsToShare(life, at)) {
      shares += 1;
      clock += Math.round(random.between(20_000, 90_000));
      share(life, publication, new Date(clock));
    }
  }
}

/** How much a publication draws this person now: fresh, on a theme their group likes, not yet read. */
function appeal({ person, read }: Life, publication: ActivityPublication, at: Date): number {
  const age = (at.getTime() - publication.publishedAt.getTime()) / DAY;
  const over = publication.expiresAt !== null && publication.expiresAt <= at;
  if (age < 0 || over || read.has(publication.key)) return 0;
  const taste = Math.max(...publication.themes.map((theme) => 0.4 + (hashOf(`${person.group}/${theme}`) % 1000) / 700), 0.4);
  return taste * (0.05 + Math.exp(-age / 6));
}

function readingOf({ person, random }: Life, publication: ActivityPublication, at: Date): DemoRead {
  const need = readingNeed(publication.words);
  const real = random.chance(0.68);
  const activeMs = Math.round(need.activeMs * (real ? random.between(1.05, 2.3) : random.between(0.08, 0.8)));
  const depth = Math.round((real ? random.between(0.7, 1) : random.between(0.05, need.depth - 0.05)) * 100) / 100;
  return { person: person.key, publication: publication.key, at, activeMs, depth, real };
}

function wantsToShare(life: Life, at: Date): boolean {
  const { person, persona, random, posted } = life;
  if (persona === 'READER' || person.networks.length === 0) return false;
  // The first share is the hardest to obtain and the first thing a newcomer is helped with.
  if (posted.size === 0) return random.chance(0.75);
  return random.chance(HABITS[persona].share * (inBurst(life, at) ? 1.9 : 1));
}

function share(life: Life, publication: ActivityPublication, at: Date): void {
  const { input, person, persona, random, end, activity, posted } = life;
  if (at >= end || posted.has(publication.key)) return;
  const network: DemoShareNetwork | undefined = random.pick(person.networks, (candidate) => (candidate === 'LINKEDIN' ? LINKEDIN_WEIGHT : 1));
  if (!network) return;
  posted.add(publication.key);
  const made: DemoShare = {
    key: `${person.key}/${publication.key}`,
    person: person.key,
    publication: publication.key,
    network,
    state: random.chance(0.16) ? 'OPENED' : 'DECLARED',
    at,
    variant: Math.floor(random.between(0, Math.max(1, publication.variants))),
    opening: random.chance(0.55) ? (random.pick(demoOpenings) ?? null) : null,
  };
  activity.shares.push(made);
  if (made.state === 'OPENED') return;
  const clicks = clicksOf(random, made, HABITS[persona].reach, input.now);
  if (clicks.some(({ reason }) => reason === 'VALID')) made.state = 'CLICKED';
  activity.clicks.push(...clicks);
}
