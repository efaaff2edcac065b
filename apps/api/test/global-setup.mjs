// One template database for the whole run: migrated once, cloned by each spec file.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { build } from '../../../tools/build.mjs';
import { startPostgres } from '../../../tools/postgres/embedded.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

export default async function setup() {
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    globalThis.__portevoixPostgres = await startPostgres({ forTests: true });
    url = globalThis.__portevoixPostgres.url;
    process.env.TEST_DATABASE_URL = url;
  }
  await build(['api']);
  const template = `portevoix_template_${createHash('sha256').update(fs.readFileSync(path.join(root, 'dist/api/cli.js'))).update(String(process.pid)).digest('hex').slice(0, 12)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/api/cli.js'), 'migrate'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: templateUrl.href },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The template database was not migrated:\n${stdout}${stderr}`);
  process.env.TEST_TEMPLATE = template;
}
