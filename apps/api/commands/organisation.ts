import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { identityFactory, Organisation } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Clock, Config, Db, isUniqueViolation, newId } from '@portevoix/platform';
import { isEmail } from 'class-validator';
import { Refused, withApp } from './app';

const OPTIONS = ['name', 'slug', 'email', 'password', 'first-name', 'last-name', 'time-zone'] as const;
type Values = Partial<Record<(typeof OPTIONS)[number], string>>;

/** An organisation and its first pilot, both or neither. A password that is not given is made, and shown once. */
export async function createOrganisation(args: string[]): Promise<void> {
  const values = parseArgs({ args, options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }])) }).values as Values;
  const { name, slug, email, timeZone, password, made } = check(values);
  await withApp(async (get) => {
    const db = get(Db);
    const id = newId();
    const organisation: Organisation = { id, slug, name, timeZone, locale: 'fr', accent: null, logoUrl: null, disclosure: '', isDemo: false };
    const pilot = { firstName: values['first-name'] ?? 'Pilote', lastName: values['last-name'] ?? name, email, password, roles: [Role.PILOT] };
    await db
      .run(id, 'write', async () => {
        await db.of(Organisation).insert(organisation);
        await identityFactory.people(db, [pilot], get(Clock).now());
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new Refused(`--slug: "${slug}" is taken by another organisation`) : error;
      });
    console.log(`Organisation ${name} is ready. Sign in as ${email} at ${get(Config).PUBLIC_URL}/admin`);
    if (made) console.log(`Password, shown this once: ${password}`);
  });
}

function check(values: Values) {
  const need = (option: 'name' | 'slug' | 'email') => {
    const value = values[option]?.trim();
    if (!value) throw new Refused(`--${option} is missing`);
    return value;
  };
  const [name, slug, email] = [need('name'), need('slug'), need('email').toLowerCase()];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Refused('--slug: small letters, figures and single hyphens');
  if (!isEmail(email)) throw new Refused(`--email: "${email}" is no e-mail address`);
  const timeZone = values['time-zone'] ?? 'Europe/Paris';
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone)) throw new Refused(`--time-zone: "${timeZone}" is not a name like Europe/Paris`);
  const made = !values.password;
  const password = values.password ?? randomBytes(15).toString('base64url');
  if (password.length < 12) throw new Refused('--password: at least 12 characters');
  return { name, slug, email, timeZone, password, made };
}
