import 'reflect-metadata';
import { Rollups } from '@portevoix/analytics/api';
import { Db } from '@portevoix/platform';
import { Refused, withApp } from './app';
import { verifyAudit } from './audit';
import { backup, restore } from './backup';
import { checkMigrations, loadDemo, migrateDatabase, reloadDemo } from './database';
import { createOrganisation } from './organisation';
import { removeSecondFactor } from './second-factor';

const USAGE = `portevoix <command>
  migrate                       bring the database to this version; safe while the application runs
  migration:check               fail when the entities say something that no migration does
  create-organisation --name N --slug S --email E [--password P --first-name F --last-name L --time-zone Z]
                                an organisation with its first pilot; without --password, one is made and shown
  remove-second-factor --email E [--slug S]
                                for somebody who lost their application and their recovery codes; ends their sessions
  backup <folder>               dump the database and the files into a new folder; safe while the application runs
  restore <folder>              load a backup into the empty database of DATABASE_URL, and prove it
  seed-demo                     load the demo organisation, once
  reset-demo                    delete the demo organisation and load it again
  analytics:rebuild             count every organisation's figures again from its events
  analytics:verify              fail when a figure differs from a replay of its events
  verify-audit                  compute the audit chains again and print their heads; fail when one is broken
  schema [file]                 write the GraphQL schema`;

const commands: Record<string, (args: string[], folder: string) => Promise<void>> = {
  migrate: ([other], folder) => migrateDatabase(other ?? folder),
  'migration:check': (_, folder) => checkMigrations(folder),
  backup,
  restore,
  'create-organisation': createOrganisation,
  'remove-second-factor': removeSecondFactor,
  'seed-demo': loadDemo,
  'reset-demo': reloadDemo,
  'verify-audit': verifyAudit,

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
      if (differences.length) throw new Refused(differences.join('\n'));
      console.log('Every figure equals a replay of its events');
    });
  },

  async schema([file = 'libs/graphql/schema.graphql']) {
    await withApp(async () => undefined, file);
  },
};

/** Runs one command and ends the process. `migrations`: the folder of the built ones. */
export async function runCommand([name = '', ...args]: string[], migrations: string): Promise<never> {
  const command = commands[name];
  if (name === 'help') {
    console.log(USAGE);
    process.exit(0);
  }
  if (!command) {
    console.error(USAGE);
    process.exit(2);
  }
  try {
    await command(args, migrations);
    process.exit(0);
  } catch (error) {
    const said = error instanceof Error ? error.message || String(error) : String(error);
    console.error(error instanceof Refused && said.startsWith('--') ? `${said}\n\n${USAGE}` : said);
    process.exit(1);
  }
}
