// Every text is there in both languages, the French one well set. Unused keys are told, and fail nothing.
import * as fs from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap/process.mjs';
import { cataloguesOf, literalsOf } from './translations/catalogues.mjs';
import { frenchFaults } from './translations/typography.mjs';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/**
 * @param {string[]} files TypeScript files, absolute
 * @returns {{ errors: string[], unused: string[], texts: number }}
 */
export function checkTranslations(files) {
  const errors = new Set(); // a catalogue that two files import is read twice
  const catalogues = files.flatMap(cataloguesOf);
  const where = ({ file, line }) => `${path.relative(root, file)}:${line}`;
  for (const catalogue of catalogues) {
    const { fr, en } = catalogue;
    for (const [key, entry] of fr) {
      for (const fault of frenchFaults(entry.text)) errors.add(`${where(entry)} ${key}: ${fault}`);
      if (!en.has(key) && !key.endsWith('_many')) errors.add(`${where(entry)} ${key}: no English text`);
      if (!entry.text.trim()) errors.add(`${where(entry)} ${key}: empty`);
    }
    for (const [key, entry] of en) {
      if (!fr.has(key)) errors.add(`${where(entry)} ${key}: no French text`);
      else if (!sameNames(entry.text, fr.get(key).text) && !PLURAL.test(key)) errors.add(`${where(entry)} ${key}: the {{…}} are not those of the French text`);
    }
  }
  return { errors: [...errors].sort(), unused: unusedKeys(files, catalogues, where), texts: new Set(catalogues.flatMap(({ fr }) => [...fr].map(([key, entry]) => `${where(entry)} ${key}`))).size };
}

function sameNames(one, other) {
  const names = (text) => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name))].sort().join();
  return names(one) === names(other);
}

function unusedKeys(files, catalogues, where) {
  const written = files.map(literalsOf);
  const exact = new Set(written.flatMap((literals) => literals.exact));
  const patterns = written.flatMap((literals) => literals.patterns); // `errors.${code}` uses the whole branch
  const used = (key) => exact.has(key) || exact.has(key.replace(PLURAL, '')) || patterns.some((pattern) => pattern.test(key));
  return [...new Set(catalogues.filter(({ looked }) => looked).flatMap(({ fr }) => [...fr].filter(([key]) => !used(key)).map(([key, entry]) => `${where(entry)} ${key}`)))].sort();
}

if (import.meta.main) {
  const names = fs.globSync('{libs,apps}/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'node_modules' || name === 'generated' });
  const { errors, unused, texts } = checkTranslations(names.filter((name) => !/\.(spec|e2e)\.tsx?$/.test(name)).map((name) => path.join(root, name)));
  if (unused.length) console.warn(`Texts that nothing seems to use (${unused.length}):\n  ${unused.join('\n  ')}`);
  if (errors.length) console.error(`Faults in the texts (${errors.length}):\n  ${errors.join('\n  ')}`);
  else console.log(`${texts} texts, each in French and in English.`);
  process.exitCode = errors.length ? 1 : 0;
}
