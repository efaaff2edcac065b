// What the commands of this folder share. Only Node's own modules: nothing may be installed yet.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..');
/** What this checkout keeps between runs, out of git. */
export const state = path.join(root, '.portevoix');

const seconds = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', maximumFractionDigits: 1 });
const children = new Set();

/** A step or a program failed; its own output has said why. */
export class StepFailed extends Error {}

/** The Node that npm installed here (24), or ours where there is none (macOS). */
export function localNode() {
  const local = path.join(root, 'node_modules/.bin/node');
  return fs.existsSync(local) ? local : process.execPath;
}

/** Environment in which programs find the installed Node and tools first. */
export function localEnv(extra = {}) {
  return { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Says what is being done, and how long it took. */
export async function step(label, work) {
  console.log(`▸ ${label}…`);
  const begun = Date.now();
  const result = await work();
  console.log(`  ${label}: ${seconds.format((Date.now() - begun) / 1000)}`);
  return result;
}

/**
 * Runs a program to its end.
 *
 * @param {object} [options]
 * @param {boolean} [options.quiet] keeps the output for the answer, and shows it only on failure
 * @param {boolean} [options.captureOutput] the same for the standard output alone
 * @param {boolean} [options.mayFail] answers the exit code instead of throwing
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<{ code: number, output: string }>}
 * @throws {StepFailed}
 */
export async function run(program, args, { quiet = false, captureOutput = quiet, mayFail = false, env = localEnv() } = {}) {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', captureOutput ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? (signal ? 128 : 1)));
  }).finally(() => children.delete(child));
  if (code === 0 || mayFail) return { code, output };
  if (quiet || captureOutput) process.stderr.write(output);
  throw new StepFailed(`${path.basename(program)} ${args.slice(0, 4).map((arg) => path.relative(root, arg) || arg).join(' ')} failed (exit code ${code})`);
}

/** Runs a script, or an installed package's program, on the installed Node. */
export const runNode = (args, options) => run(localNode(), args, options);

/**
 * Calls `stop` once at the first SIGINT, SIGTERM or SIGHUP, and ends what `run` has under way.
 *
 * @returns {() => boolean} whether one has arrived
 */
export function onStopSignal(stop) {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stopping) return; // Ctrl-C reaches the whole group, and is forwarded too
      stopping = true;
      for (const child of children) child.kill('SIGTERM');
      stop(signal);
    });
  }
  // A closed terminal must not stop the stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return () => stopping;
}
