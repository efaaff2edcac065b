import { parseArgs } from 'node:util';
import { Directory, SecondFactors, Sessions } from '@portevoix/identity/api';
import { normaliseEmail } from '@portevoix/identity/shared';
import { Db, MutationLog } from '@portevoix/platform';
import { Refused, withApp } from './app';

/** For somebody who lost their application and their recovery codes. Their sessions end; the journal keeps the act. */
export async function removeSecondFactor(args: string[]): Promise<void> {
  const { email, slug } = parseArgs({ args, options: { email: { type: 'string' }, slug: { type: 'string' } } }).values;
  if (!email) throw new Refused('--email is missing');
  await withApp(async (get) => {
    await get(Db).run(null, 'write', async () => {
      const person = await get(Directory).personAt(normaliseEmail(email), slug);
      if (!person) throw new Refused(`--email: nobody active has "${email}", or several organisations know it (--slug)`);
      if (!(await get(SecondFactors).forget(person))) throw new Refused(`--email: "${email}" has no second factor`);
      await get(Sessions).revokeAll(person.id);
      await get(MutationLog).record([{ name: 'removeSecondFactor', permissions: [], args: {}, field: null }], { headers: {}, ip: '', reply: null, viewer: null, signedIn: person.id }, []);
    });
    console.log(`${email} signs in without a second factor from now on`);
  });
}
