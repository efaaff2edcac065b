// npm run bench -- [name…] [--rounds 5] [--seconds 5] [--fresh] [--profile] [--postgraphile]
// Measures and writes RESULTS.md. PostgreSQL: DATABASE_URL (a superuser's), else an embedded one under .portevoix/bench.
// --profile writes a CPU profile of each server into .portevoix/bench/profiles.
// --postgraphile compares the feed with PostGraphile too; it installs it (300 MB) beside its server the first time.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onStopSignal, state, StepFailed } from '../../../tools/bootstrap/process.mjs';
import { build } from '../../../tools/build.mjs';
import { startPostgres } from '../../../tools/postgres/embedded.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' }, fresh: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false }, postgraphile: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
if (!Number.isInteger(rounds) || rounds < 1 || !(seconds > 0)) {
  console.error('Use: npm run bench -- [name…] [--rounds 5] [--seconds 5] [--fresh] [--profile] [--postgraphile]');
  process.exit(2);
}

let postgres;
let bench;
const end = async () => {
  await bench?.stop();
  await postgres?.stop();
};
onStopSignal(() => void end().then(() => process.exit(130)));
try {
  await build(['api']);
  const url = process.env.DATABASE_URL || (postgres = await startPostgres({ dataDir: path.join(state, 'bench/postgres'), log: console.log })).url;
  const { startBench } = await import('./main.ts');
  bench = startBench({ url, rounds, seconds, fresh: values.fresh, profiles: values.profile ? path.join(state, 'bench/profiles') : null, postgraphile: values.postgraphile, secret: randomBytes(32).toString('base64url') });
  await bench.run(positionals);
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error);
  process.exitCode = 1;
} finally {
  await end();
}
process.exit();
