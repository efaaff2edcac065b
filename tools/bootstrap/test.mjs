// `npm test`: units, the API on a real PostgreSQL, then browser journeys. What follows `--` goes to jest.
import * as fs from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../postgres/embedded.mjs';
import { countTests } from '../count-tests.mjs';
import { ensureReady } from './install.mjs';
import { localEnv, onStopSignal, runNode, state, step, StepFailed } from './process.mjs';

const results = path.join(state, 'test');
const ALWAYS = ['unit', 'api', 'e2e'];
/** Faults take minutes and break things: they are asked for (`npm run test:faults`). */
const PROJECTS = [...ALWAYS, 'faults'];
let postgres;
/** Reports of this run; others may be there from another. */
const written = [];

try {
  await ensureReady(import.meta.filename);
  const stopRequested = onStopSignal(() => {});
  process.exitCode = await testAll(stopRequested);
} catch (error) {
  console.error(`\n${error instanceof StepFailed ? error.message : (error.stack ?? error)}`);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}

async function testAll(stopRequested) {
  fs.mkdirSync(results, { recursive: true });
  const { selected, args } = parse(process.argv.slice(2));
  const { build } = await import('../build.mjs');
  await build(['graphql']);

  const projects = await projectsWithTests(selected, args);
  if (projects.size === 0) throw new StepFailed(`No test file matches: ${args.join(' ')}`);
  const env = localEnv({ NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim() });
  if (projects.has('api') || projects.has('e2e')) env.TEST_DATABASE_URL = await databaseUrl();
  delete env.DATABASE_URL; // tests make databases of their own: they must not find one that holds somebody's data

  const quick = ['unit', 'api'].filter((name) => projects.has(name));
  let failed = false;
  if (quick.length) failed = await jest(quick, ['--maxWorkers=2', ...args], env);
  if (projects.has('e2e') && !stopRequested()) {
    const { findChromium } = await import('./chromium.mjs');
    env.CHROMIUM_PATH = await findChromium();
    await build();
    failed = (await jest(['e2e'], ['--maxWorkers=1', ...args], env)) || failed;
  }
  if (projects.has('faults') && !stopRequested()) failed = (await jest(['faults'], ['--maxWorkers=2', ...args], env)) || failed;
  return report() || failed || stopRequested() ? 1 : 0;
}

/** TEST_DATABASE_URL or DATABASE_URL when set (a role that may create databases and roles), else a PostgreSQL of our own. */
async function databaseUrl() {
  const external = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (external) return external;
  postgres = await step('Starting PostgreSQL for the tests', () => startPostgres({ forTests: true }));
  return postgres.url;
}

/** Asked of jest itself, so that a journey's browser and builds are not made ready for a run of two units. */
async function projectsWithTests(selected, args) {
  const { output } = await runNode(['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...args, '--listTests', '--passWithNoTests', '--selectProjects', ...selected], { captureOutput: true });
  const files = output.split('\n').filter((line) => path.isAbsolute(line));
  return new Set(files.map(projectOf));
}

function projectOf(file) {
  if (file.endsWith('.fault.ts')) return 'faults';
  if (file.endsWith('.e2e.ts')) return 'e2e';
  return file.endsWith('.api.spec.ts') ? 'api' : 'unit';
}

/** jest's own reading of `--selectProjects unit libs/web` takes the path for a project's name. */
function parse(argv) {
  const selected = [];
  const args = [];
  for (let i = 0; i < argv.length; i++) {
    if (argv[i].startsWith('--selectProjects=')) selected.push(...argv[i].split('=')[1].split(','));
    else if (argv[i] !== '--selectProjects') args.push(argv[i]);
    else while (PROJECTS.includes(argv[i + 1])) selected.push(argv[++i]);
  }
  const unknown = selected.find((name) => !PROJECTS.includes(name));
  if (unknown) throw new StepFailed(`No such project: ${unknown}. There are: ${PROJECTS.join(', ')}`);
  return { selected: selected.length ? selected : ALWAYS, args };
}

async function jest(projects, args, env) {
  console.log(`▸ Testing: ${projects.join(', ')}…`);
  const file = path.join(results, `${projects.join('-')}.json`);
  fs.rmSync(file, { force: true });
  written.push(path.basename(file));
  const command = ['node_modules/jest/bin/jest.js', ...args, '--passWithNoTests', '--json', `--outputFile=${file}`, '--selectProjects', ...projects];
  const { code, output } = await runNode(command, { env, mayFail: true, captureOutput: true });
  if (!fs.existsSync(file)) process.stdout.write(output);
  return code !== 0;
}

/** @returns {boolean} whether something failed */
function report() {
  const sum = countTests(results, written);
  console.log(`\nTests: ${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
  return sum.failed > 0;
}
