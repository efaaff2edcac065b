// `npm run cli -- <command>`: the command line of the API, with the settings of .env, built when it is not.
import * as fs from 'node:fs';
import path from 'node:path';
import { ensureReady } from './install.mjs';
import { root, StepFailed } from './process.mjs';

try {
  await ensureReady(import.meta.filename);
  const settings = path.join(root, '.env');
  if (fs.existsSync(settings)) process.loadEnvFile(settings);
  const program = path.join(root, 'dist/api/cli.js');
  if (!fs.existsSync(program)) await (await import('../build.mjs')).build(['api']);
  await import(program);
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error);
  process.exit(1);
}
