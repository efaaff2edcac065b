// node tools/migrations.mjs generate <Name>   writes the migration from the migrated schema to the entities' one
// node tools/migrations.mjs --check           fails when there is something to generate
import { randomBytes } from 'node:crypto';
import { localEnv, runNode, StepFailed } from './bootstrap/process.mjs';
import { build } from './build.mjs';
import { startPostgres } from './postgres/embedded.mjs';

const [command, name] = process.argv.slice(2);
if (command !== '--check' && !(command === 'generate' && /^[A-Z][A-Za-z0-9]+$/.test(name ?? ''))) {
  console.error('Use: npm run migrations -- generate <Name>   (Name like AddReminders)\n     npm run migrations -- --check');
  process.exit(2);
}

const postgres = await startPostgres({ forTests: true });
try {
  const secret = randomBytes(32).toString('base64url');
  const env = localEnv({ DATABASE_URL: postgres.url, PORTEVOIX_SECRET: process.env.PORTEVOIX_SECRET ?? secret, TS_NODE_PROJECT: 'tsconfig.json' });
  await build(['api']);
  await runNode(['dist/api/cli.js', 'migrate'], { env, quiet: true });
  if (command === '--check') {
    await runNode(['dist/api/cli.js', 'migration:check'], { env });
    console.log('The migrations make exactly what the entities say.');
  } else {
    const typeorm = ['node_modules/typeorm/cli.js', 'migration:generate', '-d', 'apps/api/data-source.ts', `apps/api/migrations/${name}`];
    await runNode(['--import', '@swc-node/register/esm-register', ...typeorm], { env });
  }
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres.stop();
}
