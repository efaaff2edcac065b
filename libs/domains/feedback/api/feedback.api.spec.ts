import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentFactory } from '@portevoix/content/api';
import { Audience, PublicationStatus } from '@portevoix/content/shared';
import { type Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { publicationPublished } from '@portevoix/content/api';
import { Events } from '@portevoix/platform';
import { feedbackGiven } from './feedback.events';
import { PulseAnswer } from './pulse.entity';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const OPEN = 'mutation ($input: OpenPulseInput!) { openPulse(input: $input) { id scope publicationTitle opensOn closesOn isOpen choices } }';
const CLOSE = 'mutation ($id: ID!) { closePulse(id: $id) { id isOpen } }';
const ANSWER = 'mutation ($input: AnswerPulseInput!) { answerPulse(input: $input) { id myAnswer { works doesNotWork comment } } }';
const MINE = '{ myPulses { id scope myAnswer { works comment } } }';
const OF = 'query ($publicationId: ID!) { publicationPulse(publicationId: $publicationId) { id choices myAnswer { works } } }';
const RESULTS = 'query ($id: ID!) { pulseResults(id: $id) { people suppressed waiting comments lastWeek results { question choices { choice people } finding { choice people of } } } }';

async function withProgramme() {
  const organisation = await api.organisation();
  const programme = await organisation.write(() => programmesFactory.programme(api.db, api.clock.now()));
  const pilot = await organisation.client(Role.PILOT);
  return { organisation, programme, pilot };
}

async function withPulse() {
  const setup = await withProgramme();
  const { openPulse } = await setup.pilot.ok(OPEN, { input: { scope: 'PROGRAMME', closesOn: '2099-12-31' } });
  return { ...setup, pulseId: openPulse.id as string };
}

async function publicationOf({ organisation, programme }: { organisation: TestOrganisation; programme: { id: string } }, values: object = {}) {
  const author = await organisation.person(Role.EDITOR);
  return organisation.write(() => contentFactory.publication(api.db, { programmeId: programme.id, authorId: author.id, at: api.clock.now(), ...values }));
}

async function answerAll(people: Person[], pulseId: string, input: object) {
  for (const person of people) await (await api.as(person)).ok(ANSWER, { input: { pulseId, works: [], doesNotWork: [], ...input } });
}

describe('a pulse on the programme', () => {
  it('is answered by a signed-in person, who alone reads and changes their answer', async () => {
    const { organisation, pilot, pulseId } = await withPulse();
    const me = await organisation.client(Role.AMBASSADOR);
    expect((await me.ok(MINE)).myPulses).toEqual([{ id: pulseId, scope: 'PROGRAMME', myAnswer: null }]);
    const input = { pulseId, works: ['CONTENT'], doesNotWork: ['TIME'], comment: ' Dix minutes, c’est dix minutes. ' };
    expect((await me.ok(ANSWER, { input })).answerPulse.myAnswer).toEqual({ works: ['CONTENT'], doesNotWork: ['TIME'], comment: 'Dix minutes, c’est dix minutes.' });
    await me.ok(ANSWER, { input: { pulseId, works: ['EASE'], doesNotWork: [] } });
    expect((await me.ok(MINE)).myPulses[0].myAnswer).toEqual({ works: ['EASE'], comment: '' });
    expect((await pilot.ok(MINE)).myPulses[0].myAnswer).toBeNull();
    expect(await organisation.write(() => api.db.of(PulseAnswer).countBy({ organisationId: organisation.id, pulseId }))).toBe(1);
  });

  it('tells that somebody answered, once', async () => {
    const { organisation, pulseId } = await withPulse();
    const person = await organisation.person(Role.AMBASSADOR);
    const me = await api.as(person);
    const told: object[] = [];
    const events = api.app.get(Events);
    const publish = events.publish.bind(events);
    events.publish = async (event, payload) => {
      if (event.name === feedbackGiven.name) told.push(payload);
      return publish(event, payload);
    };
    const input = { pulseId, works: ['CONTENT'], doesNotWork: [] };
    await Promise.all([me.gql(ANSWER, { input }), me.gql(ANSWER, { input })]);
    await me.ok(ANSWER, { input });
    events.publish = publish;
    expect(told).toEqual([{ personId: person.id, publicationId: null }]);
  });

  it('shows nothing under five answers, then groups of five, comments without names', async () => {
    const { organisation, pilot, pulseId } = await withPulse();
    const people = await organisation.people(11, Role.AMBASSADOR);
    await answerAll(people.slice(0, 4), pulseId, { works: ['CONTENT'], comment: 'Mot caché' });
    expect((await pilot.ok(RESULTS, { id: pulseId })).pulseResults).toMatchObject({ people: null, suppressed: true, waiting: true, comments: [], lastWeek: null });
    await answerAll(people.slice(4), pulseId, { doesNotWork: ['RHYTHM'], comment: 'Le lundi' });
    const { pulseResults: shown } = await pilot.ok(RESULTS, { id: pulseId });
    expect(shown).toMatchObject({ people: 10, suppressed: false, waiting: true });
    expect([...shown.comments].sort()).toEqual([...Array(6).fill('Le lundi'), ...Array(4).fill('Mot caché')]);
    const [works, doesNot] = shown.results;
    expect(works.choices.find(({ choice }: { choice: string }) => choice === 'CONTENT').people).toBeNull();
    // Six of ten would tell that four did not.
    expect(doesNot.choices.find(({ choice }: { choice: string }) => choice === 'RHYTHM').people).toBeNull();
    expect(doesNot.finding).toBeNull();
  });

  it('names what leads alone', async () => {
    const { organisation, pilot, pulseId } = await withPulse();
    const people = await organisation.people(15, Role.AMBASSADOR);
    await answerAll(people.slice(0, 10), pulseId, { works: ['CONTENT'] });
    await answerAll(people.slice(10), pulseId, { works: ['EASE'] });
    const { pulseResults } = await pilot.ok(RESULTS, { id: pulseId });
    expect(pulseResults.results[0].finding).toEqual({ choice: 'CONTENT', people: 10, of: 15 });
    expect(pulseResults.waiting).toBe(false);
  });

  it('asks nobody while the programme is paused', async () => {
    const { organisation, pilot } = await withProgramme();
    const ambassador = await organisation.client(Role.AMBASSADOR);
    await pilot.ok(OPEN, { input: { scope: 'PROGRAMME', closesOn: '2099-12-31' } });
    expect((await ambassador.ok('{ myPulses { id } }')).myPulses).toHaveLength(1);
    await organisation.write(() => api.db.query(`update programme set state = 'PAUSED'`));
    expect((await ambassador.ok('{ myPulses { id } }')).myPulses).toEqual([]);
    expect(await pilot.refused(OPEN, { input: { scope: 'PROGRAMME', closesOn: '2099-12-31' } })).toBe('PROGRAMME_PAUSED');
  });

  it('takes answers from its first day to its last, in the organisation’s time zone', async () => {
    const { organisation, pilot } = await withProgramme();
    const { openPulse } = await pilot.ok(OPEN, { input: { scope: 'PROGRAMME', opensOn: '2027-03-27', closesOn: '2027-03-28' } });
    const person = await organisation.person(Role.AMBASSADOR);
    const input = { pulseId: openPulse.id, works: ['TIME'], doesNotWork: [] };
    const at = async (instant: string) => {
      api.clock.set(new Date(instant));
      return (await api.as(person)).gql(ANSWER, { input });
    };
    try {
      expect((await at('2027-03-26T22:59:00Z')).errors?.[0]?.extensions.code).toBe('PULSE_CLOSED');
      expect((await at('2027-03-26T23:00:00Z')).errors).toBeUndefined();
      // The clocks changed that morning: midnight in Paris is 22:00 in UTC.
      expect((await at('2027-03-28T21:59:00Z')).errors).toBeUndefined();
      expect((await at('2027-03-28T22:00:00Z')).errors?.[0]?.extensions.code).toBe('PULSE_CLOSED');
    } finally {
      api.clock.reset();
    }
  });

  it('does not overlap another one, even asked twice at once, and closes', async () => {
    const { pilot } = await withProgramme();
    const input = { scope: 'PROGRAMME', closesOn: '2099-01-01' };
    const answers = await Promise.all([pilot.gql(OPEN, { input }), pilot.gql(OPEN, { input })]);
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect(await pilot.problems(OPEN, { input })).toEqual(['opensOn:overlaps']);
    const { id } = answers.find(({ data }) => data)!.data!.openPulse as { id: string };
    expect((await pilot.ok(CLOSE, { id })).closePulse.isOpen).toBe(false);
    expect((await pilot.ok(CLOSE, { id })).closePulse.isOpen).toBe(false);
    expect((await pilot.ok(MINE)).myPulses).toEqual([]);
    await pilot.ok(OPEN, { input });
  });

  it('names the field and the rule of a bad input', async () => {
    const { organisation, pilot, pulseId } = await withPulse();
    const me = await organisation.client(Role.AMBASSADOR);
    expect(await me.problems(ANSWER, { input: { pulseId, works: [], doesNotWork: [], comment: '  ' } })).toEqual(['works:isAnswered']);
    expect(await me.problems(ANSWER, { input: { pulseId, works: ['EASE', 'EASE'], doesNotWork: [], comment: 'x'.repeat(501) } })).toEqual(['works:arrayUnique', 'comment:maxLength']);
    expect(await pilot.problems(OPEN, { input: { scope: 'PROGRAMME' } })).toEqual(['closesOn:isNotEmpty']);
    expect(await pilot.problems(OPEN, { input: { scope: 'PROGRAMME', opensOn: '2099-12-30', closesOn: '2099-12-01' } })).toEqual(['closesOn:isAfterStart']);
    expect(await pilot.problems(OPEN, { input: { scope: 'PUBLICATION' } })).toEqual(['publicationId:isNotEmpty']);
  });
});

describe('a pulse on a publication', () => {
  it('opens by itself when the publication comes out, with the choices that suit it', async () => {
    const setup = await withProgramme();
    const publication = await publicationOf(setup);
    const reader = await setup.organisation.client(Role.AMBASSADOR);
    expect((await reader.ok(OF, { publicationId: publication.id })).publicationPulse).toBeNull();
    await setup.organisation.write(() => api.app.get(Events).publish(publicationPublished, { publicationId: publication.id }));
    await api.drain();
    const { publicationPulse: pulse } = await reader.ok(OF, { publicationId: publication.id });
    expect(pulse).toMatchObject({ choices: ['CONTENT', 'EASE', 'TIME', 'FREEDOM', 'OTHER'], myAnswer: null });
    expect(await reader.problems(ANSWER, { input: { pulseId: pulse.id, works: ['TRAINING'], doesNotWork: [] } })).toEqual(['works:isOffered']);
    await reader.ok(ANSWER, { input: { pulseId: pulse.id, works: ['CONTENT'], doesNotWork: [] } });
    const { pulses } = await setup.pilot.ok('{ pulses { edges { node { publicationTitle } } } }');
    expect(pulses.edges).toEqual([{ node: { publicationTitle: publication.title } }]);
  });

  it('is hidden with the publication, and opens again when asked', async () => {
    const setup = await withProgramme();
    const hidden = await publicationOf(setup, { audience: Audience.INTERNAL, status: PublicationStatus.DRAFT });
    expect(await setup.pilot.problems(OPEN, { input: { scope: 'PUBLICATION', publicationId: hidden.id } })).toEqual(['publicationId:isPublished']);
    const group = await setup.organisation.write(async () => (await api.db.query<{ id: string }>(`insert into "group" (organisation_id, id, kind, name) values ($1, gen_random_uuid(), 'SITE', 'Redon') returning id`, [setup.organisation.id]))[0]!.id);
    const targeted = await publicationOf(setup, { groupIds: [group] });
    const { openPulse } = await setup.pilot.ok(OPEN, { input: { scope: 'PUBLICATION', publicationId: targeted.id } });
    const stranger = await setup.organisation.client(Role.AMBASSADOR);
    expect(await stranger.refused(OF, { publicationId: targeted.id })).toBe('NOT_FOUND');
    expect(await stranger.refused(ANSWER, { input: { pulseId: openPulse.id, works: ['TIME'], doesNotWork: [] } })).toBe('NOT_FOUND');
    await setup.pilot.ok(CLOSE, { id: openPulse.id });
    expect((await setup.pilot.ok(OPEN, { input: { scope: 'PUBLICATION', publicationId: targeted.id } })).openPulse).toMatchObject({ id: openPulse.id, isOpen: true });
  });
});

describe('who may do what', () => {
  it('keeps results to those who listen, and answers an outsider like a random id', async () => {
    const { organisation, pulseId } = await withPulse();
    const [ambassador, editor] = [await organisation.client(Role.AMBASSADOR), await organisation.client(Role.EDITOR)];
    for (const client of [ambassador, editor]) {
      expect(await client.refused(RESULTS, { id: pulseId })).toBe('FORBIDDEN');
      expect(await client.refused(CLOSE, { id: pulseId })).toBe('FORBIDDEN');
    }
    expect(await api.anonymous.refused(MINE)).toBe('UNAUTHENTICATED');
    const stranger = await (await api.organisation()).client(Role.PILOT);
    for (const [query, variables] of [[RESULTS, { id: pulseId }], [CLOSE, { id: pulseId }], [ANSWER, { input: { pulseId, works: ['EASE'], doesNotWork: [] } }]] as const) {
      expect(await stranger.refused(query, variables)).toBe('NOT_FOUND');
    }
    expect((await stranger.ok('{ pulses { edges { node { id } } } }')).pulses.edges).toEqual([]);
  });
});
