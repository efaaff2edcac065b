// One server for all journeys: built apps, a database of its own, the worker inline, organisations with their first pilot.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { answerHostile } from './hostile-site.mjs';
import { build } from '../../tools/build.mjs';
import { startPostgres } from '../../tools/postgres/embedded.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default async function setup() {
  // A server that runs already, with the demo organisation, is taken as it is.
  if (process.env.E2E_URL) return;
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    globalThis.__e2ePostgres = await startPostgres({ forTests: true });
    url = globalThis.__e2ePostgres.url;
  }
  await build();
  const database = `portevoix_e2e_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const databaseUrl = new URL(url);
  databaseUrl.pathname = `/${database}`;

  const feed = await serveFeed();
  const port = await freePort();
  const files = fs.mkdtempSync(path.join(root, '.portevoix', 'e2e-'));
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: databaseUrl.href,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    PORTEVOIX_SECRET: randomBytes(32).toString('base64url'),
    PORTEVOIX_WORKER: 'inline',
    LOG_LEVEL: 'warn',
    FILES_DIR: files,
    OUTBOUND_ALLOW: `127.0.0.1:${new URL(feed.url).port}`,
  };
  cli(['migrate'], env);
  // One organisation a journey: figures of one are not moved by another. Fermont stays empty.
  for (const [name, slug] of [['Orvane', 'orvane'], ['Valmorin', 'valmorin'], ['Ravenel', 'ravenel'], ['Trescal', 'trescal'], ['Fermont', 'fermont']]) {
    cli(['create-organisation', '--name', name, '--slug', slug, '--email', `claire@${slug}.test`, '--password', 'une phrase de pilote', '--first-name', 'Claire', '--last-name', 'Aubanel'], env);
  }
  cli(['seed-demo'], env);
  const log = fs.openSync(path.join(root, '.portevoix', 'e2e-server.log'), 'w');
  const server = spawn(process.execPath, ['dist/api/main.js'], { cwd: root, env, stdio: ['ignore', log, log] });
  await ready(`http://localhost:${port}/readyz`);
  globalThis.__e2e = { server, feed, files };
  Object.assign(process.env, { E2E_URL: `http://localhost:${port}`, E2E_FEED: feed.url, E2E_DATABASE_URL: databaseUrl.href });
}

function cli(args, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/api/cli.js', ...args], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed:\n${stdout}${stderr}`);
}

async function ready(url) {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(250);
  }
  throw new Error('The server did not become ready: see .portevoix/e2e-server.log');
}

const ITEM = (n) => `<item><title>Rénover une école sans fermer les classes, épisode ${n}</title><link>https://revue.example/articles/ecole-${n}</link><guid>ecole-${n}</guid><pubDate>Mon, 02 Nov 2026 0${n}:00:00 GMT</pubDate><description>Le chantier avance le soir, les élèves retrouvent leur salle chaque matin. Ce que les équipes en retiennent pour les prochains établissements.</description></item>`;

/** A feed of our own, over real HTTP. */
async function serveFeed() {
  const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>La Revue du bâti</title><link>https://revue.example</link><description>Veille</description>${[1, 2, 3].map(ITEM).join('')}</channel></rss>`;
  const server = http.createServer((request, response) => answerHostile(request, response) || response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"un"' }).end(body));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/feed.xml`, server };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = http.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
