// One migrated cluster for the whole run, copied by each file: a fault may then break its own for good.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../../../tools/build.mjs';
import { startPostgres } from '../../../tools/postgres/embedded.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

export default async function setup() {
  await build(['graphql', 'api', 'ambassador', 'pages']);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-faults-'));
  fs.chmodSync(home, 0o755);
  process.env.FAULTS_HOME = home;
  const dataDir = path.join(home, 'template');
  const postgres = await startPostgres({ dataDir });
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/api/cli.js', 'migrate'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: postgres.url },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The template was not migrated:\n${stdout}${stderr}`);
  } finally {
    await postgres.stop();
  }
}
