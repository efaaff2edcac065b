// `npm start`: from a fresh clone to the running platform. Only Node's own modules until the packages are installed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../postgres/embedded.mjs';
import { ensureReady } from './install.mjs';
import { localEnv, localNode, onStopSignal, root, runNode, state, step, StepFailed } from './process.mjs';
import { endWithUs } from './watchdog.mjs';

const READY_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;

const running = { api: undefined, postgres: undefined };

try {
  await ensureReady(import.meta.filename);
  const stopRequested = onStopSignal(() => running.api?.stop());
  try {
    process.exitCode = await serve(stopRequested);
  } catch (error) {
    if (!stopRequested()) throw error;
    process.exitCode = 130;
  }
} catch (error) {
  console.error(`\n${error instanceof StepFailed ? error.message : (error.stack ?? error)}`);
  process.exitCode = 1;
} finally {
  await running.api?.stop();
  await running.postgres?.stop();
}

/** @returns {Promise<number>} the exit code: 0 after a clean stop that was asked for */
async function serve(stopRequested) {
  const go = (work) => {
    if (stopRequested()) throw new StepFailed('Stopped.');
    return work();
  };
  readDotEnv();
  const port = Number(process.env.PORT || 3000);
  await refuseTakenPort(port);
  const { build } = await import('../build.mjs');
  await go(() => build());
  const external = databaseOfTheUser();
  if (!external) running.postgres = await go(() => step('Starting PostgreSQL', () => startPostgres({ dataDir: path.join(state, 'postgres'), log: console.log })));
  const env = localEnv({
    PORT: String(port),
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: external || running.postgres.url,
    DATABASE_URL_FILE: '',
    PORTEVOIX_SECRET: process.env.PORTEVOIX_SECRET || ownSecret(),
    // The demo curates the feeds that it serves itself.
    OUTBOUND_ALLOW: process.env.OUTBOUND_ALLOW || `localhost:${port}`,
    PORTEVOIX_WORKER: process.env.PORTEVOIX_WORKER || 'inline',
  });
  await go(() => step('Bringing the database schema up to date', () => runNode(['dist/api/cli.js', 'migrate'], { env })));
  const seeded = external ? undefined : await go(() => step('Loading the demo organisation', () => runNode(['dist/api/cli.js', 'seed-demo'], { env, captureOutput: true })));
  running.api = go(() => startApi(env));
  if (await becomesReady(port, running.api)) announce(env.PUBLIC_URL, external ? await firstSteps(external) : { accounts: demoAccounts(seeded.output) });
  const code = await running.api.exited;
  if (stopRequested()) return code === 0 || code === null ? 0 : code;
  console.error(`\nThe API stopped by itself (exit code ${code}).`);
  return code || 1;
}

/** The address of a PostgreSQL that the user runs; undefined: we run one. */
function databaseOfTheUser() {
  const { DATABASE_URL: url, DATABASE_URL_FILE: file } = process.env;
  return url || (file ? fs.readFileSync(file, 'utf8').trim() : undefined);
}

function readDotEnv() {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

async function refuseTakenPort(port) {
  const error = await new Promise((resolve) => {
    const server = net.createServer().once('error', resolve);
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
  if (error) throw new StepFailed(`Port ${port} cannot be used (${error.code}). Choose another: PORT=3001 npm start`);
}

/** Signs this checkout's sessions, so that they outlive a restart. A production sets its own. */
function ownSecret() {
  const file = path.join(state, 'secret');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(state, { recursive: true });
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8');
}

/** In a process group of its own: Ctrl-C must reach it once, from us, so that PostgreSQL is stopped after it. */
function startApi(env) {
  console.log('▸ Starting the API…');
  const child = spawn(localNode(), ['--enable-source-maps', 'dist/api/main.js'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const dismiss = endWithUs(child.pid, 'TERM');
  const api = { ended: false };
  api.exited = new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(1))).then((code) => {
    api.ended = true;
    dismiss();
    return code;
  });
  api.stop = async () => {
    if (api.ended) return;
    child.kill('SIGTERM');
    const inTime = await Promise.race([api.exited.then(() => true), sleep(STOP_TIMEOUT_MS, false, { ref: false })]);
    if (!inTime) child.kill('SIGKILL');
    await api.exited;
  };
  return api;
}

async function becomesReady(port, api) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!api.ended && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(150);
  }
  if (!api.ended) throw new StepFailed(`The API did not become ready within ${READY_TIMEOUT_MS / 1000} s.`);
  return false;
}

function announce(url, { accounts, steps }) {
  const lines = ['', 'Portevoix is ready.', '', `  Ambassadors    ${url}/`, `  Administration ${url}/admin`, `  GraphQL        ${url}/graphql`];
  if (accounts) lines.push('', '  Demo accounts (e-mail, password, role):', ...accounts);
  if (steps) lines.push('', ...steps.map((line) => `  ${line}`));
  console.log([...lines, '', `  Ctrl-C stops ${accounts ? 'everything; the data stay in .portevoix/' : 'it; the data are in your database'}.`, ''].join('\n'));
}

/** What an empty database of one's own needs. */
async function firstSteps(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from organisation limit 1');
    if (rows.length) return {};
    return {
      steps: [
        'There is no organisation yet. Make the first, with its pilot, from another terminal in this folder:',
        '',
        '  DATABASE_URL=… npm run cli -- create-organisation --name "Orvane" --slug orvane --email claire@orvane.example',
      ],
    };
  } finally {
    await client.end();
  }
}

/** `cli seed-demo` ends its output with one line of JSON: [{ "email", "password", "role" }]. */
function demoAccounts(output) {
  try {
    const accounts = JSON.parse(output.trim().split('\n').at(-1));
    const width = Math.max(...accounts.map(({ email }) => email.length));
    return accounts.map(({ email, password, role }) => `    ${email.padEnd(width)}  ${password}  ${role ?? ''}`);
  } catch {
    return undefined;
  }
}
