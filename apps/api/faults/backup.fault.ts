import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SystemPostgres, systemBinaries } from './system-postgres';
import { copy, Installation, status } from './world';

const bin = systemBinaries();
const withTools = bin ? describe : describe.skip;
if (!bin) process.stderr.write('Backups are not tested: no PostgreSQL with its clients is installed here (PG_BIN names its folder).\n');

async function sql<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

withTools('what an operator keeps', () => {
  const home = join(process.env['FAULTS_HOME']!, 'backup');
  const archive = join(home, 'archive');
  let postgres: SystemPostgres;
  let installation: Installation;

  beforeAll(async () => {
    mkdirSync(home, { mode: 0o755 });
    mkdirSync(archive);
    // As docs/operating.md says.
    postgres = await SystemPostgres.create(bin!, home, 'cluster', { wal_level: 'replica', archive_mode: 'on', archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f` });
    postgres.hand(archive);
    await postgres.start();
    // An owner without any other right, on whose behalf an administrator made the three roles' maker.
    await sql(postgres.url('postgres'), 'create role portevoix login createrole');
    for (const name of ['before', 'after', 'other']) await sql(postgres.url('postgres'), `create database ${name} owner portevoix`);
    installation = new Installation(home, { PG_BIN: bin! });
    expect(installation.cli(['migrate'], { DATABASE_URL: postgres.url('before', 'portevoix') })).toMatchObject({ code: 0 });
    expect(installation.cli(['seed-demo'], { DATABASE_URL: postgres.url('before', 'portevoix') })).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await installation.stop();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function signsIn(url: string): Promise<void> {
    const server = await installation.server({ DATABASE_URL: url });
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { email } }';
    const variables = { input: { email: 'pilote@demo.test', password: 'portevoix-demo' } };
    const answer = await fetch(`${server.base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    expect(await answer.json()).toMatchObject({ data: { signIn: { email: 'pilote@demo.test' } } });
    await server.kill('SIGTERM');
  }

  it('is dumped while people work, restored elsewhere, proved table by table, and signed in to', async () => {
    const files = join(home, 'files');
    mkdirSync(files, { recursive: true });
    writeFileSync(join(files, 'photo.webp'), 'une photo');
    const folder = join(home, 'dump');
    expect(installation.cli(['backup', folder], { DATABASE_URL: postgres.url('before', 'portevoix') })).toMatchObject({ code: 0, output: expect.stringContaining('Backed up') });
    const { tables } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { tables: Record<string, { rows: number }> };
    // Forced row-level security must not have hidden a row from its owner.
    expect(tables['public.person']!.rows).toBe((await sql<{ n: number }>(postgres.url('before'), 'select count(*)::int as n from person'))[0]!.n);
    expect(tables['public.person']!.rows).toBeGreaterThan(50);

    const elsewhere = join(home, 'elsewhere');
    const restored = installation.cli(['restore', folder], { DATABASE_URL: postgres.url('after', 'portevoix'), FILES_DIR: elsewhere });
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('every table holds what the backup says') });
    expect(readFileSync(join(elsewhere, 'photo.webp'), 'utf8')).toBe('une photo');
    expect(await sql(postgres.url('after'), `select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r' and not relispartition and not relforcerowsecurity
      and exists (select 1 from pg_attribute where attrelid = c.oid and attname = 'organisation_id')`)).toEqual([]);
    await signsIn(postgres.url('after', 'portevoix'));
    expect(installation.cli(['analytics:verify'], { DATABASE_URL: postgres.url('after', 'portevoix') })).toMatchObject({ code: 0 });
  });

  it('is refused when it is not whole, not new, or would overwrite', () => {
    const folder = join(home, 'dump');
    expect(installation.cli(['restore', folder], { DATABASE_URL: postgres.url('after', 'portevoix') })).toMatchObject({ code: 1, output: expect.stringContaining('not empty') });
    expect(installation.cli(['backup', folder], { DATABASE_URL: postgres.url('before', 'portevoix') })).toMatchObject({ code: 1, output: expect.stringContaining('exists already') });
    const forged = join(home, 'forged');
    cpSync(folder, forged, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(forged, 'manifest.json'), 'utf8')) as { tables: Record<string, { hash: string }> };
    manifest.tables['public.share']!.hash = 'another';
    writeFileSync(join(forged, 'manifest.json'), JSON.stringify(manifest));
    expect(installation.cli(['restore', forged], { DATABASE_URL: postgres.url('other', 'portevoix'), FILES_DIR: join(home, 'nowhere') })).toMatchObject({ code: 1, output: expect.stringContaining('public.share') });
  });

  it('comes back as it was at an instant, after a disaster', async () => {
    const base = join(home, 'base');
    mkdirSync(base, { mode: 0o700 });
    postgres.hand(base);
    postgres.run('pg_basebackup', ['-d', postgres.url('postgres'), '-D', base, '--checkpoint=fast', '--wal-method=none']);
    const count = async (from: SystemPostgres) => (await sql<{ n: number }>(from.url('before'), 'select count(*)::int as n from publication'))[0]!.n;
    const publications = await count(postgres);
    await sql(postgres.url('before'), `update organisation set name = 'Après la sauvegarde'`);
    const [{ instant }] = (await sql<{ instant: string }>(postgres.url('before'), `select clock_timestamp()::text as instant`)) as [{ instant: string }];
    await sql(postgres.url('before'), 'truncate publication cascade');
    expect(await count(postgres)).toBe(0);
    await sql(postgres.url('postgres'), 'select pg_switch_wal()');
    await postgres.stop();

    const recovered = new SystemPostgres(bin!, join(home, 'recovered'), postgres.port);
    copy(base, recovered.data);
    recovered.set({ restore_command: `cp ${archive}/%f %p`, recovery_target_time: instant, recovery_target_action: 'promote' });
    writeFileSync(join(recovered.data, 'recovery.signal'), '');
    recovered.hand(join(recovered.data, 'recovery.signal'));
    await recovered.start();
    try {
      expect(await count(recovered)).toBe(publications);
      expect(await sql(recovered.url('before'), 'select name from organisation')).toEqual([{ name: 'Après la sauvegarde' }]);
      expect(installation.cli(['migrate'], { DATABASE_URL: recovered.url('before', 'portevoix') })).toMatchObject({ code: 0 });
      expect(await status(`${(await installation.server({ DATABASE_URL: recovered.url('before', 'portevoix') })).base}/readyz`)).toBe(200);
    } finally {
      await installation.stop();
      await recovered.stop();
    }
  });
});
