// Writes libs/graphql/schema.graphql from the code; with --check, fails when the committed file differs.
import * as fs from 'node:fs';
import path from 'node:path';
import { root, runNode } from './bootstrap/process.mjs';
import { build } from './build.mjs';

const file = path.join(root, 'libs/graphql/schema.graphql');
const check = process.argv.includes('--check');

const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
try {
  await build(['api']);
  await runNode(['dist/api/cli.js', 'schema'], { quiet: true });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const after = fs.readFileSync(file, 'utf8');
if (check && before !== after) {
  fs.writeFileSync(file, before);
  console.error('libs/graphql/schema.graphql is not what the code says: run "npm run schema" and commit it. First differences:');
  console.error(differences(before, after).slice(0, 20).join('\n'));
  process.exit(1);
}
console.log(before === after ? 'libs/graphql/schema.graphql is up to date.' : 'libs/graphql/schema.graphql written.');

/** Lines that only one of the two has; enough to see what changed. */
function differences(from, to) {
  const [old, current] = [from.split('\n'), to.split('\n')];
  const [inOld, inCurrent] = [new Set(old), new Set(current)];
  return [...old.filter((line) => !inCurrent.has(line)).map((line) => `- ${line}`), ...current.filter((line) => !inOld.has(line)).map((line) => `+ ${line}`)];
}
