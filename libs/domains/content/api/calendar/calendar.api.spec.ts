import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { People } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import { startApi, type TestApi } from '@portevoix/testing';
import { newsroom, publication } from '../newsroom.testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const MAKE = 'mutation { makeCalendarFeed { url } }';
const REVOKE = 'mutation { revokeCalendarFeed }';
const UPCOMING = '{ upcomingPublications { title publishAt theme kind } }';
const pathOf = (url: string) => new URL(url).pathname;

async function read(url: string): Promise<{ status: number; type: string | null; text: string }> {
  const answer = await api.anonymous.fetch(pathOf(url));
  return { status: answer.status, type: answer.headers.get('content-type'), text: (await answer.text()).replaceAll('\r\n ', '') };
}
const linesOf = (text: string, name: string) => text.split('\r\n').filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

/** One publication out, one to come for everybody, one for a cohort, one that stays inside, and one draft. */
async function planned() {
  const { organisation, editor, client, theme } = await newsroom(api);
  const now = api.clock.now();
  const in2h = new Date(now.getTime() + 7_200_000);
  const [reader] = await organisation.people(1, Role.AMBASSADOR);
  const cohort = await organisation.write(async () => {
    const programme = await programmesFactory.programme(api.db, now);
    return cohortsFactory.cohort(api.db, now, { programmeId: programme.id, referentId: editor.id, name: 'Les autres' });
  });
  const soon = { authorId: editor.id, status: 'SCHEDULED' as never, publishedAt: null, publishAt: in2h };
  const out = await publication(api, organisation, { authorId: editor.id, title: 'Parue' });
  await publication(api, organisation, { ...soon, title: 'Chantier ; à suivre, demain', summary: 'Secret encore', themeIds: [theme.id] });
  await publication(api, organisation, { ...soon, title: 'Pour d’autres', cohortIds: [cohort.id] });
  await publication(api, organisation, { ...soon, title: 'Chut', audience: 'INTERNAL' as never });
  await publication(api, organisation, { authorId: editor.id, title: 'Brouillon', status: 'DRAFT' as never, publishedAt: null });
  return { organisation, editor, client, reader: reader!, out, in2h };
}

describe('the calendar’s address', () => {
  it('gives an editor what is out and what is to come, in a calendar that programs read', async () => {
    const { client, out, in2h } = await planned();
    expect((await client.ok('{ myCalendarFeed { createdAt } }')).myCalendarFeed).toBeNull();
    const { url } = (await client.ok(MAKE)).makeCalendarFeed;
    const { status, type, text } = await read(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.split('\r\n').every((line) => line.length > 0 || text.endsWith('\r\n'))).toBe(true);
    expect(linesOf(text, 'SUMMARY').sort()).toEqual(['Chantier \\; à suivre\\, demain', 'Chut', 'Parue', 'Pour d’autres']);
    expect(linesOf(text, 'DTSTART')).toContain(in2h.toISOString().replace(/[-:]|\.\d+/g, ''));
    expect(linesOf(text, 'CATEGORIES')).toContain('Métiers');
    expect(text).toContain(`/admin/contenus/publications/${out.id}`);
    expect((await client.ok('{ myCalendarFeed { createdAt } }')).myCalendarFeed).not.toBeNull();
  });

  it('gives a reader what is theirs alone, and only the title of what is not out', async () => {
    const { organisation, reader, out } = await planned();
    const client = await api.as(reader);
    const { text } = await read((await client.ok(MAKE)).makeCalendarFeed.url);
    expect(linesOf(text, 'SUMMARY').sort()).toEqual(['Chantier \\; à suivre\\, demain', 'Parue']);
    expect(text).toContain(`/lire/${out.id}`);
    expect(text).not.toContain('Secret encore');
    expect(text).not.toContain('/admin/');
    expect((await client.ok(UPCOMING)).upcomingPublications).toEqual([{ title: 'Chantier ; à suivre, demain', publishAt: expect.any(String), theme: 'Métiers', kind: 'COMPANY_LIFE' }]);
    expect((await (await (await newsroom(api)).organisation.client(Role.AMBASSADOR)).ok(UPCOMING)).upcomingPublications).toEqual([]);
    expect(organisation.id).toBeTruthy();
  });

  it('answers no longer once it is made anew, revoked, or its owner has left; and never to a guess', async () => {
    const { organisation, client, reader } = await planned();
    const first = (await client.ok(MAKE)).makeCalendarFeed.url;
    const second = (await client.ok(MAKE)).makeCalendarFeed.url;
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    await client.ok(REVOKE);
    expect((await read(second)).status).toBe(404);
    const theirs = (await (await api.as(reader)).ok(MAKE)).makeCalendarFeed.url;
    // The secret of one organisation opens nothing in another.
    const other = (await (await newsroom(api)).client.ok(MAKE)).makeCalendarFeed.url;
    const [, secret] = pathOf(theirs).split('/').at(-1)!.split('.');
    const [foreign] = pathOf(other).split('/').at(-1)!.split('.');
    for (const file of [`${foreign}.${secret}.ics`, 'x.ics', '..%2f..%2fetc.ics', `${'a'.repeat(90)}.ics`, pathOf(theirs).split('/').at(-1)!.slice(0, -4)]) expect((await read(`http://x/files/calendar/${file}`)).status).toBe(404);
    expect((await read(theirs)).status).toBe(200);
    const pilot = await organisation.person(Role.PILOT);
    await organisation.write(() => api.app.get(People, { strict: false }).deactivate({ personId: pilot.id } as never, reader.id));
    expect((await read(theirs)).status).toBe(404);
    expect(await api.anonymous.refused(MAKE)).toBe('UNAUTHENTICATED');
  });

  it('keeps one row and one working address when it is made twice at once', async () => {
    const { client } = await planned();
    const urls = (await Promise.all([client.ok(MAKE), client.ok(MAKE)])).map(({ makeCalendarFeed }) => makeCalendarFeed.url as string);
    const answers = await Promise.all(urls.map(read));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});
