import { demoAccounts, demoOrganisation, Organisation } from '@portevoix/identity/api';
import { newId, ownerConnection, type Clock, type Db, type SeedContext } from '@portevoix/platform';
import { demoSeeds } from '../domains';

/** The deletion, then each domain's data. */
export const DEMO_STEPS = demoSeeds.length + 1;

/** As `seed-demo` prints them. */
const accounts = demoAccounts.map(({ email, password, label }) => ({ email, password, role: label.toLowerCase() }));

/** Loads the demo organisation in one transaction, unless it is there; `onStep` learns how many domains are loaded. Returns the accounts to show. */
export async function seedDemo(db: Db, clock: Clock, get: SeedContext['get'], onStep: (done: number) => Promise<void> = async () => undefined): Promise<typeof accounts> {
  const known = await db.lookup('select 1 from organisation where is_demo');
  if (known.length) return accounts;
  const id = newId();
  const today = new Date(clock.now().toISOString().slice(0, 10));
  const { slug, name, disclosureHashtag, timeZone, locale, accent } = demoOrganisation;
  await db.run(id, 'write', async () => {
    await db.query(`set local statement_timeout = '120s'`);
    await db.of(Organisation).insert({ id, slug, name, disclosure: disclosureHashtag, timeZone, locale, accent, logoUrl: null, isDemo: true });
    const context: SeedContext = { db, clock, today, refs: new Map(), get };
    for (const [index, seed] of demoSeeds.entries()) {
      await seed.run(context);
      await onStep(index + 1);
    }
  });
  return accounts;
}

/** Deletes every row of the demo organisation, and what still waits in its queues, as the owner, in one transaction. */
export async function resetDemo(url: string): Promise<void> {
  const db = await ownerConnection(url);
  try {
    await db.transaction(async (tx) => {
      const [demo] = (await tx.query('select id from organisation where is_demo for update')) as { id: string }[];
      if (!demo) return;
      const rows = (await tx.query(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
          where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
      )) as { name: string }[];
      // Tables refer to one another: those still referred to wait for the next round.
      let left = rows.map((row) => row.name);
      while (left.length) {
        const blocked: string[] = [];
        for (const table of left) {
          await tx.query('savepoint one');
          try {
            await tx.query(`delete from "${table}" where organisation_id = $1`, [demo.id]);
            await tx.query('release savepoint one');
          } catch {
            await tx.query('rollback to savepoint one');
            blocked.push(table);
          }
        }
        if (blocked.length === left.length) throw new Error(`Cannot empty ${blocked.join(', ')}`);
        left = blocked;
      }
      await tx.query(`delete from pgboss.job where data->>'organisationId' = $1 and state < 'active'`, [demo.id]);
      await tx.query('delete from organisation where id = $1', [demo.id]);
    });
  } finally {
    await db.destroy();
  }
}
