// Run with `node --test tools/postgres/*.test.mjs` (jest itself needs the database that this proves).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './embedded.mjs';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-test-'));
fs.chmodSync(base, 0o755);
after(() => fs.rmSync(base, { recursive: true, force: true }));

const dataDir = path.join(base, 'data');
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
};

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition) {
  for (let waited = 0; !condition() && waited < 15_000; waited += 50) await sleep(50);
  assert.ok(condition());
}

test('a restart keeps the data, and stop leaves no process', async () => {
  const first = await startPostgres({ dataDir, forTests: true });
  await query(first.url, `CREATE TABLE kept AS SELECT 'oui' AS answer`);
  await first.stop();
  assert.equal(alive(first.pid), false);

  const second = await startPostgres({ dataDir, forTests: true });
  assert.deepEqual(await query(second.url, 'SELECT answer FROM kept'), [{ answer: 'oui' }]);
  await second.stop();
  await second.stop();
  assert.equal(alive(second.pid), false);
});

test('the password is private, and asked for', async () => {
  const server = await startPostgres({ dataDir, forTests: true });
  assert.equal(fs.statSync(path.join(dataDir, 'password')).mode & 0o777, 0o600);
  await assert.rejects(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1'), /password authentication failed/);
  await server.stop();
});

test('the database speaks UTF-8, sorts by ICU and has the extensions we use', async () => {
  const server = await startPostgres({ dataDir, forTests: true });
  const [row] = await query(server.url, `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider FROM pg_database WHERE datname = 'portevoix'`);
  assert.deepEqual(row, { encoding: 'UTF8', provider: 'i' });
  const sorted = await query(server.url, `SELECT w FROM unnest(ARRAY['zèbre', 'école', 'eau']) w ORDER BY w`);
  assert.deepEqual(sorted.map(({ w }) => w), ['eau', 'école', 'zèbre']);
  for (const name of ['pg_trgm', 'unaccent', 'citext', 'pgcrypto', 'btree_gist']) await query(server.url, `CREATE EXTENSION IF NOT EXISTS ${name}`);
  await server.stop();
});

test('two cannot share a folder', async () => {
  const server = await startPostgres({ dataDir, forTests: true });
  await assert.rejects(startPostgres({ dataDir, forTests: true }), /is in use by process/);
  assert.equal((await query(server.url, 'SELECT 1 AS one'))[0].one, 1);
  await server.stop();
});

test('the number of a dead server, now another program’s, does not prevent a start', async () => {
  fs.writeFileSync(path.join(dataDir, 'cluster/postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`);
  fs.writeFileSync(path.join(dataDir, 'owner'), JSON.stringify({ pid: process.pid, started: '1' }));
  const server = await startPostgres({ dataDir, forTests: true });
  await server.stop();
});

test('an interrupted creation is begun again', async () => {
  const other = path.join(base, 'interrupted');
  fs.mkdirSync(path.join(other, 'cluster.new'), { recursive: true });
  fs.writeFileSync(path.join(other, 'cluster.new/PG_VERSION'), '18\n');
  const server = await startPostgres({ dataDir: other, forTests: true });
  await server.stop();
});

test('the server ends with its owner, even by SIGKILL, and temporary data go with it', async () => {
  const module = new URL('./embedded.mjs', import.meta.url).href;
  const program = `const { startPostgres } = await import(${JSON.stringify(module)});
    const { pid, dataDir } = await startPostgres({ forTests: true });
    console.log(JSON.stringify({ pid, dataDir }));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await new Promise((resolve, reject) => owner.stdout.once('data', (data) => resolve(String(data).split('\n'))).once('close', () => reject(new Error('the owner ended'))));
  const { pid, dataDir: temporary } = JSON.parse(line);
  assert.ok(alive(pid));
  owner.kill('SIGKILL');
  await until(() => !alive(pid));
  await until(() => !fs.existsSync(temporary));
});
