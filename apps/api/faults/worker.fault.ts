import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { publicationRead } from '@portevoix/content/api';
import type { Person } from '@portevoix/identity/api';
import { newId } from '@portevoix/platform';
import { recruitmentFactory } from '@portevoix/recruitment/api';
import { SMTPServer } from 'smtp-server';
import { Town } from './town';
import { eventually, isLong, sleep, World, type Program } from './world';

const BLOWS = isLong ? 8 : 3;
const READERS = isLong ? 120 : 30;
const PUBLICATIONS = isLong ? 10 : 5;
const INVITED = isLong ? 60 : 25;
const SOURCES = isLong ? 20 : 8;
const ITEMS = 20;

let world: World;
let town: Town;
let mails: { to: string; id: string }[];
let smtp: SMTPServer;
let feeds: Server;
let env: Record<string, string>;

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  world = await World.start('worker');
  town = await Town.of(world);
  mails = [];
  // Both answer slowly, so that a blow falls in the middle of a job.
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      void text(stream).then(async (mail) => {
        mails.push({ to: (session.envelope.rcptTo[0] as { address: string }).address, id: /^message-id: (.*)$/im.exec(mail)?.[1] ?? '' });
        await sleep(150);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()));
  feeds = createServer((request, response) => {
    const name = request.url!.slice(1);
    const items = Array.from({ length: ITEMS }, (_, n) => `<item><title>Article ${n} de ${name}</title><link>http://exemple.test/${name}/${n}</link></item>`);
    setTimeout(() => response.setHeader('content-type', 'application/rss+xml').end(`<rss version="2.0"><channel><title>${name}</title><link>http://exemple.test/</link><description>x</description>${items.join('')}</channel></rss>`), 300);
  });
  await new Promise<void>((listening) => feeds.listen(0, '127.0.0.1', listening));
  env = { SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server)}`, MAIL_FROM: 'Ville <ville@exemple.test>', OUTBOUND_ALLOW: `127.0.0.1:${portOf(feeds)}` };
});

afterAll(async () => {
  await world.stop();
  await town.close();
  feeds.close();
  await new Promise<void>((closed) => smtp.close(closed));
});

async function invite(people: Person[]): Promise<void> {
  await town.write(async () => {
    const at = new Date();
    const { id: cohortId } = await cohortsFactory.cohort(town.db, at, { programmeId: town.programmeId, referentId: town.pilot.id });
    const expiresAt = new Date(at.getTime() + 10 * 86_400_000);
    const invitations = await recruitmentFactory.invitations(town.db, people.map(({ id: personId }) => ({ cohortId, personId, invitedById: town.pilot.id, createdAt: at, expiresAt })));
    await town.events.sendAll({ name: 'recruitment.send-invitation' }, invitations.map(({ id }) => ({ invitationId: id })));
  });
}

async function curate(): Promise<void> {
  const ids = Array.from({ length: SOURCES }, () => newId());
  await town.write(async () => {
    for (const [n, id] of ids.entries()) {
      await town.db.query(
        `insert into source (organisation_id, id, programme_id, url, title, interval_minutes, status, failures, items_seen, created_at) values ($1, $2, $3, $4, $5, 60, 'CHECKING', 0, 0, now())`,
        [town.organisationId, id, town.programmeId, `http://127.0.0.1:${portOf(feeds)}/source-${n}`, `source-${n}`],
      );
    }
    await town.events.sendAll({ name: 'content.fetch-source' }, ids.map((sourceId) => ({ sourceId })));
  });
}

const waiting = async () => (await world.sql<{ n: number }>(`select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active') and name !~ '^(__pgboss|.*(forget|partitions|roll-up|fetch-due|publish-due|count-clicks))'`))[0]!.n;

describe('a worker killed in the middle of its jobs', () => {
  it('doubles nothing and loses nothing; another does the work again', async () => {
    const readers = await town.people(READERS);
    const contest = await town.contest(readers);
    const publications: { id: string }[] = [];
    for (let n = 0; n < PUBLICATIONS; n += 1) publications.push(await town.publication());
    const invited = await town.people(INVITED);
    await town.write(() => town.events.publishAll(publicationRead, readers.flatMap(({ id: personId }) => publications.map(({ id: publicationId }) => ({ publicationId, personId })))));
    await invite(invited);
    await curate();

    const workers: Program[] = await Promise.all([world.worker(env), world.worker(env)]);
    for (let blow = 0; blow < BLOWS; blow += 1) {
      await sleep(200 + randomInt(800));
      const victim = randomInt(workers.length);
      await workers[victim]!.kill();
      workers[victim] = await world.worker(env);
    }
    const lastBlow = Date.now();
    expect(await eventually(waiting, (count) => count === 0, 100)).toBe(0);
    expect((Date.now() - lastBlow) / 1000).toBeLessThan(60);

    const ledger = await world.sql<{ entries: number; points: number }>('select count(*)::int as entries, sum(points)::int as points from ledger_entry where contest_id = $1', [contest.id]);
    const balances = await world.sql<{ points: number }>('select sum(points)::int as points from contest_score where contest_id = $1', [contest.id]);
    expect([ledger[0], balances[0]]).toEqual([{ entries: READERS * PUBLICATIONS, points: READERS * PUBLICATIONS }, { points: READERS * PUBLICATIONS }]);

    const kept = new Map(invited.map(({ email }) => [email, mails.filter(({ to }) => to === email)]));
    expect([...kept].filter(([, copies]) => !copies.length).map(([email]) => email)).toEqual([]);
    // Only a mail that was on the wire when its worker died may leave twice; the second carries the first's Message-ID.
    for (const copies of kept.values()) expect([new Set(copies.map(({ id }) => id)).size, copies[0]!.id]).toEqual([1, expect.stringMatching(/^<[0-9a-f-]{36}@/)]);
    expect(mails.length - INVITED).toBeLessThanOrEqual(BLOWS);

    const candidates = await world.sql<{ url: string }>('select canonical_url as url from candidate');
    expect([candidates.length, new Set(candidates.map(({ url }) => url)).size]).toEqual([SOURCES * ITEMS, SOURCES * ITEMS]);

    const { code, output } = world.cli(['analytics:verify']);
    expect([code, output]).toEqual([0, expect.stringContaining('Every figure equals a replay')]);
  });
});
