import { AuditChain } from '@portevoix/integrations/api';
import { Db } from '@portevoix/platform';
import { Refused, withApp } from './app';

/** Chains what waits, then computes each organisation's chain again. Prints the heads: whoever keeps them sees a rewritten past. */
export async function verifyAudit(): Promise<void> {
  await withApp(async (get) => {
    const [db, chain] = [get(Db), get(AuditChain)];
    const broken: string[] = [];
    for (const id of await db.organisationIds()) {
      await db.run(id, 'write', () => chain.seal());
      const report = await db.run(id, 'read', () => chain.verify());
      console.log(`${id}  ${report.length} entries  head ${report.head ?? 'none'}`);
      broken.push(...report.broken.map((line) => `${id}  ${line}`));
    }
    if (broken.length) throw new Refused(broken.join('\n'));
  });
}
