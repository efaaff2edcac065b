// node tools/bundle/outside-packages.mjs <folder>: copies what the built server still needs of node_modules, and nothing else.
import * as fs from 'node:fs';
import path from 'node:path';
import { EXTERNAL } from '../rolldown.config.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** Lines for eyes, on a developer's machine only. */
const DEVELOPMENT = ['pino-pretty'];

/**
 * The folders of the packages that the bundle loads, and of those that they need in turn, as package-lock.json places them.
 *
 * @param {Record<string, { dependencies?: object, optionalDependencies?: object }>} packages of the lock file
 * @returns {string[]} relative to the repository
 */
export function neededFolders(packages, names = EXTERNAL.filter((name) => !DEVELOPMENT.includes(name))) {
  const found = new Set();
  const add = (name, from) => {
    const folder = placeOf(packages, name, from);
    if (!folder || found.has(folder)) return;
    found.add(folder);
    const { dependencies, optionalDependencies } = packages[folder];
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) add(next, folder);
  };
  for (const name of names) add(name, '');
  return [...found].sort();
}

/** As Node looks for it: beside, then one folder up, and so on. */
function placeOf(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

if (import.meta.main) {
  const [to] = process.argv.slice(2);
  if (!to) throw new Error('Use: node tools/bundle/outside-packages.mjs <folder>');
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  for (const folder of neededFolders(packages)) {
    // Builds for other platforms are in the lock file, and not installed.
    if (fs.existsSync(path.join(root, folder))) fs.cpSync(path.join(root, folder), path.join(to, folder), { recursive: true, dereference: true });
  }
}
