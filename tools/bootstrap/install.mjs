// From a fresh clone to installed packages and the right Node. Only Node's own modules.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { localEnv, localNode, onStopSignal, root, run, step, StepFailed } from './process.mjs';
import { endWithUs } from './watchdog.mjs';

/**
 * Checks Node, installs what package-lock.json asks for when it is not there, then goes on in this process if it
 * already is the right Node, else in a child.
 *
 * @param {string} script the caller's file
 * @returns {Promise<void>} only in the right Node; otherwise this process ends with the child's exit code
 */
export async function ensureReady(script) {
  requireVersion('20.19.0', 'to install');
  if (!isInstalled()) {
    await step('Installing packages (npm ci)', () => run(...npm(), { env: { ...process.env, npm_config_loglevel: 'error' } }));
  }
  if (fs.realpathSync(localNode()) === fs.realpathSync(process.execPath)) {
    requireVersion('22.12.0', 'to run (on Linux, npm installs it here)');
    return;
  }
  await continueIn(localNode(), [script, ...process.argv.slice(2)]);
}

function requireVersion(wanted, what) {
  const parts = (version) => version.split('.').map(Number);
  const [have, need] = [parts(process.versions.node), parts(wanted)];
  const index = have.findIndex((part, i) => part !== need[i]);
  if (index === -1 || have[index] > need[index]) return;
  throw new StepFailed(`Node ${wanted} or later is needed ${what}; this is ${process.versions.node}. See https://nodejs.org`);
}

/** Install scripts are not run: nothing here needs one (the PostgreSQL links are made at start). */
function npm() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** npm writes node_modules/.package-lock.json last: it tells what is there, and that the installation was finished. */
export function isInstalled() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  let installed;
  try {
    installed = read('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  return Object.entries(read('package-lock.json')).every(
    ([name, wanted]) => name === '' || installed[name]?.version === wanted.version || (!installed[name] && (wanted.optional || wanted.peer)),
  );
}

async function continueIn(node, args) {
  const child = spawn(node, args, { cwd: root, env: localEnv(), stdio: 'inherit' });
  const dismiss = endWithUs(child.pid, 'TERM');
  onStopSignal((signal) => child.kill(signal));
  const code = await new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)).once('error', () => resolve(1)));
  dismiss();
  process.exit(code);
}
