// A real PostgreSQL, from the binaries that npm installed, for `npm start` and for tests.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithUs } from '../bootstrap/watchdog.mjs';
import { accountFor, canEnter } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { takeOwnership } from './owner.mjs';

const START_TIMEOUT_MS = 60_000;
const FAST_STOP_MS = 20_000;
const SUPERUSER = 'postgres';

const COMMON_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};
const TEST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it accepts connections.
 *
 * The server lives in a session of its own, so that Ctrl-C reaches us first, and a watchdog stops it if this
 * process dies without calling `stop`, be it by SIGKILL.
 *
 * @param {object} options
 * @param {string} [options.dataDir] folder that keeps the data, made if missing. Without it: a temporary folder, removed by `stop`.
 * @param {number} [options.port] TCP port; without it a free one.
 * @param {boolean} [options.forTests] trades durability for speed (fsync off): never for data that matters.
 * @param {string} [options.database] made if missing; `portevoix` by default.
 * @param {(line: string) => void} [options.log] told what takes time.
 * @returns {Promise<{ url: string, port: number, pid: number, dataDir: string, stop: () => Promise<void> }>} a superuser's URL
 * @throws {Error} when no binaries exist for this machine, the folder is in use, or the server fails to start (with its log)
 */
export async function startPostgres({ dataDir, port, forTests = false, database = 'portevoix', log = () => {} } = {}) {
  const account = accountFor();
  const ephemeral = dataDir === undefined;
  const home = ephemeral ? fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-pg-')) : reachableHome(path.resolve(dataDir), account, log);
  const binaries = findBinaries(account);
  fs.chmodSync(home, 0o700);
  if (account) fs.chownSync(home, account.uid, account.gid);

  const ownership = await takeOwnership(home);
  try {
    const cluster = path.join(home, 'cluster');
    const password = readOrMakePassword(home, account);
    if (!fs.existsSync(cluster)) await initialise({ home, cluster, binaries, account, forTests, log });
    refuseOtherVersion(cluster, binaries);
    const server = await launch({ home, cluster, binaries, account, port, forTests });
    const dismiss = endWithUs(server.child.pid, 'INT', { remove: ephemeral ? home : '', spawnOptions: spawnOptions(account) });
    let stopping;
    const stop = () => (stopping ??= shutDown({ server, dismiss, ownership, home, ephemeral }));
    try {
      await ensureDatabase(server.port, password, database);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: urlOf(server.port, password, database), port: server.port, pid: server.child.pid, dataDir: home, stop };
  } catch (error) {
    ownership.release();
    if (ephemeral) fs.rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

const urlOf = (port, password, database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

/** PostgreSQL runs as another account when we are root: below a folder closed to it, the data live in /var/lib, behind a link. */
function reachableHome(wanted, account, log) {
  fs.mkdirSync(path.dirname(wanted), { recursive: true });
  if (fs.existsSync(wanted)) {
    const real = fs.realpathSync(wanted);
    if (canEnter(path.dirname(real), account)) return real;
    throw new Error(`${real} is in a folder that the account "${account.name}" may not enter. Move it, or open its parents to others (chmod o+x).`);
  }
  fs.rmSync(wanted, { force: true }); // a link whose target is gone
  if (canEnter(path.dirname(wanted), account)) {
    fs.mkdirSync(wanted, { mode: 0o700 });
    return wanted;
  }
  const parent = '/var/lib/portevoix';
  fs.mkdirSync(parent, { recursive: true, mode: 0o755 });
  const home = fs.mkdtempSync(path.join(parent, 'postgres-'));
  fs.symlinkSync(home, wanted);
  log(`The checkout is closed to the account "${account.name}": the data live in ${home}.`);
  return home;
}

function readOrMakePassword(home, account) {
  const file = path.join(home, 'password');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (account) fs.chownSync(file, account.uid, account.gid);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

async function initialise({ home, cluster, binaries, account, forTests, log }) {
  log('Creating the database cluster…');
  const draft = path.join(home, 'cluster.new'); // renamed when complete, so that a killed initdb is begun again
  fs.rmSync(draft, { recursive: true, force: true });
  const result = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${draft}`, `--username=${SUPERUSER}`, `--pwfile=${path.join(home, 'password')}`, '--auth=scram-sha-256',
      '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', `--locale=${bestLocale()}`, '--lc-messages=C',
      ...(forTests ? ['--no-sync'] : []),
    ],
    { ...spawnOptions(account), encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  fs.renameSync(draft, cluster);
}

/** Character classes come from libc even under ICU, so a UTF-8 locale is wanted. */
function bestLocale() {
  const listed = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '';
  const available = new Map(listed.split('\n').map((name) => [name.trim().toLowerCase().replace('utf-8', 'utf8'), name.trim()]));
  return available.get('c.utf8') ?? available.get('fr_fr.utf8') ?? available.get('en_us.utf8') ?? 'C';
}

function refuseOtherVersion(cluster, binaries) {
  const found = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return;
  throw new Error(
    `${cluster} was made by PostgreSQL ${found}, and ${binaries.major} is installed. ` +
      'Dump it with the old version and restore it, or move the folder away to begin anew.',
  );
}

async function launch({ home, cluster, binaries, account, port, forTests }) {
  const attempts = port === undefined ? 3 : 1; // between choosing a free port and using it, another may take it
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const logFile = openLog(home, account);
    const settings = { ...COMMON_SETTINGS, port: String(chosen), ...(forTests ? TEST_SETTINGS : {}) };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
      ...spawnOptions(account),
      detached: true,
      stdio: ['ignore', logFile.fd, logFile.fd],
    });
    fs.closeSync(logFile.fd);
    const exited = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
    child.unref();
    if (await becomesReady(child, cluster, exited)) return { child, port: chosen, exited };
    if (child.exitCode === null) child.kill('SIGQUIT');
    if (attempt >= attempts) throw new Error(`PostgreSQL did not start:\n${fs.readFileSync(logFile.path, 'utf8').slice(logFile.size).slice(-4000)}`);
  }
}

function openLog(home, account) {
  const file = path.join(home, 'log');
  const size = fs.existsSync(file) ? fs.statSync(file).size : 0;
  const grown = size > 5_000_000;
  const fd = fs.openSync(file, grown ? 'w' : 'a', 0o600);
  if (account) fs.fchownSync(fd, account.uid, account.gid);
  return { path: file, fd, size: grown ? 0 : size };
}

/** The eighth line of postmaster.pid says "ready": what pg_ctl reads too, and needs no password. */
async function becomesReady(child, cluster, exited) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let gone = false;
  exited.then(() => (gone = true));
  while (!gone && Date.now() < deadline) {
    const lines = readIfThere(path.join(cluster, 'postmaster.pid')).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(30);
  }
  return false;
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function shutDown({ server, dismiss, ownership, home, ephemeral }) {
  const { child, exited } = server;
  if (child.exitCode === null && child.signalCode === null) {
    child.ref();
    child.kill('SIGINT'); // "fast": ends the sessions, writes a checkpoint
    const inTime = await Promise.race([exited.then(() => true), sleep(FAST_STOP_MS, false, { ref: false })]);
    if (!inTime) {
      child.kill('SIGQUIT'); // "immediate": recovers from the log at the next start
      await exited;
    }
  }
  dismiss();
  ownership.release();
  if (ephemeral) fs.rmSync(home, { recursive: true, force: true });
}

async function ensureDatabase(port, password, database) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Nothing of our environment but the path: PGDATA and its like would change what initdb and postgres do. */
function spawnOptions(account) {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC', LC_MESSAGES: 'C' };
  return { cwd: '/', env, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
}
