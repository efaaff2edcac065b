// Writes libs/graphql/schema.graphql from the code; with --check, fails when the committed file differs.
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { localEnv, root, runNode } from './bootstrap/process.mjs';
import { build } from './build.mjs';
import { startPostgres } from './postgres/embedded.mjs';

const file = path.join(root, 'libs/graphql/schema.graphql');
const check = process.argv.includes('--check');

const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
let postgres; // the API makes its schema when it starts, and does not start without a database
try {
  await build(['api']);
  postgres = await startPostgres({ forTests: true });
  const env = localEnv({ DATABASE_URL: postgres.url, PORTEVOIX_SECRET: randomBytes(32).toString('base64url') });
  await runNode(['dist/api/cli.js', 'migrate'], { env, quiet: true });
  await runNode(['dist/api/cli.js', 'schema'], { env, quiet: true });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
if (process.exitCode) process.exit();
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
