import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Makes this process the only one to use the data folder `home`, and ends a PostgreSQL that a dead owner left there.
 *
 * @returns {Promise<{ release: () => void }>}
 * @throws {Error} naming the process that uses the folder
 */
export async function takeOwnership(home) {
  const file = path.join(home, 'owner');
  const me = { pid: process.pid, started: startedAt(process.pid) };
  for (;;) {
    try {
      fs.writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = parse(fs.readFileSync(file, 'utf8'));
      if (owner && startedAt(owner.pid) === owner.started) {
        throw new Error(`${home} is in use by process ${owner.pid} (another "npm start"?): stop it first.`);
      }
      fs.rmSync(file, { force: true });
    }
  }
  await endOrphan(path.join(home, 'cluster'));
  return { release: () => fs.rmSync(file, { force: true }) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** When a process began, in whatever form the system gives: tells a process from a later one with its number. '' if it is gone. */
function startedAt(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

async function endOrphan(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(cluster)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; commandOf(pid) && waited < 20_000; waited += 100) await sleep(100);
    if (commandOf(pid)) throw new Error(`PostgreSQL (process ${pid}) still runs on ${cluster} and does not stop.`);
  }
  // After a crash the number may belong to another program, for which PostgreSQL would refuse to start.
  fs.rmSync(file, { force: true });
}

function commandOf(pid) {
  if (!pid) return '';
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
