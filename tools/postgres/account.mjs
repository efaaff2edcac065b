import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';

/**
 * The account that must run PostgreSQL, which refuses root.
 *
 * @returns {{ name: string, uid: number, gid: number } | undefined} undefined: our own
 */
export function accountFor() {
  if (process.platform === 'win32') throw new Error('The embedded PostgreSQL does not run on Windows: set DATABASE_URL, or use WSL.');
  if (process.getuid() !== 0) return undefined;
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = accounts.find(([name]) => name === wanted);
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error('PostgreSQL refuses to run as root, and this machine has neither a "postgres" nor a "nobody" account: add one, or set DATABASE_URL.');
}

/** Whether `account` may go into `folder`, through all its parents. */
export function canEnter(folder, account) {
  if (!account) return true;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}
