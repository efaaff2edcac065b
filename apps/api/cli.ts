import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Rollups } from '@portevoix/analytics/api';
import { identityFactory } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Clock, Config, createApp, Db, loadConfig, migrate, newId, ownerDataSource } from '@portevoix/platform';
import { appModule } from './app.module';
import { resetDemo, seedDemo } from './demo';

const migrationsFolder = join(import.meta.dirname, 'migrations');

const USAGE = `portevoix <command>
  migrate                       bring the database to this version
  migration:check               fail when the entities say something that no migration does
  seed-demo                     load the demo organisation, once
  reset-demo                    delete the demo organisation and load it again
  create-organisation --name N --slug S --email E --password P [--first-name F --last-name L]
                                an organisation with its first pilot
  analytics:rebuild             count every organisation's figures again from its events
  analytics:verify              fail when a figure differs from a replay of its events
  schema [file]                 write the GraphQL schema`;

async function withApp<T>(work: (get: <S>(type: abstract new (...args: never[]) => S) => S) => Promise<T>, schemaFile?: string): Promise<T> {
  const config = loadConfig();
  const app = await createApp(appModule(config, { schemaFile }), config);
  await app.init();
  try {
    return await work((type) => app.get(type as never));
  } finally {
    await app.close();
  }
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  async migrate() {
    const names = await migrate(loadConfig().DATABASE_URL, migrationsFolder);
    console.log(names.length ? `Migrated: ${names.join(', ')}` : 'The database is up to date');
  },

  async 'migration:check'() {
    const db = await ownerDataSource(loadConfig().DATABASE_URL, migrationsFolder);
    try {
      const { upQueries } = await db.driver.createSchemaBuilder().log();
      if (upQueries.length) throw new Error(`The entities differ from the migrated schema:\n${upQueries.map((q) => `  ${q.query}`).join('\n')}`);
    } finally {
      await db.destroy();
    }
  },

  async 'seed-demo'() {
    const accounts = await withApp((get) => seedDemo(get(Db), get(Clock), get as never));
    console.log(JSON.stringify(accounts));
  },

  async 'reset-demo'() {
    await resetDemo(loadConfig().DATABASE_URL);
    await commands['seed-demo']!([]);
  },

  async 'create-organisation'(args) {
    const { values } = parseArgs({ args, options: Object.fromEntries(['name', 'slug', 'email', 'password', 'first-name', 'last-name'].map((n) => [n, { type: 'string' as const }])) });
    const need = (name: string) => {
      const value = values[name];
      if (!value) throw new Error(`--${name} is missing\n\n${USAGE}`);
      return value;
    };
    const [name, slug, email, password] = [need('name'), need('slug'), need('email').toLowerCase(), need('password')];
    if (password.length < 12) throw new Error('--password: at least 12 characters');
    await withApp(async (get) => {
      const db = get(Db);
      const organisation = await identityFactory.organisation(db, { id: newId(), slug, name });
      await db.run(organisation.id, 'write', async () => {
        await identityFactory.people(db, [{ firstName: values['first-name'] ?? 'Pilote', lastName: values['last-name'] ?? name, email, password, roles: [Role.PILOT] }], get(Clock).now());
      });
      console.log(`Organisation ${name} is ready: sign in as ${email} at ${get(Config).PUBLIC_URL}/admin`);
    });
  },

  async 'analytics:rebuild'() {
    await withApp(async (get) => {
      const db = get(Db);
      for (const id of await db.organisationIds()) await db.run(id, 'write', () => get(Rollups).rebuild());
    });
  },

  async 'analytics:verify'() {
    await withApp(async (get) => {
      const db = get(Db);
      const differences: string[] = [];
      for (const id of await db.organisationIds()) differences.push(...(await db.run(id, 'write', () => get(Rollups).verify())).map((line) => `${id} ${line}`));
      if (differences.length) throw new Error(differences.join('\n'));
      console.log('Every figure equals a replay of its events');
    });
  },

  async schema([file = 'libs/graphql/schema.graphql']) {
    await withApp(async () => undefined, file);
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(USAGE);
  process.exit(2);
}
try {
  await command(args);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
