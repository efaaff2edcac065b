import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { identityFactory, Person, Session } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Client } from 'pg';
import { startApi, TestBrowser, type Answer, type TestApi, type TestOrganisation } from '../index';

let api: TestApi;
let count = 0;
let organisation: TestOrganisation;
beforeAll(async () => {
  // The test is its own reverse proxy: it says from where each request comes.
  api = await startApi({ TRUST_PROXY: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000' });
});
afterAll(() => api.close());
beforeEach(async () => {
  organisation = await api.organisation();
});

const PASSWORD = 'une phrase de passe';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { email } }';
const REQUEST = 'mutation ($input: RequestMagicLinkInput!) { requestMagicLink(input: $input) }';
const REDEEM = 'mutation ($input: RedeemMagicLinkInput!) { redeemMagicLink(input: $input) { email } }';
const CODE = 'mutation ($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { email } }';

/** A person with a password, at an address of this test only. */
async function somebody(): Promise<Person> {
  const email = `naima${(count += 1)}@compte.test`;
  return (await organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email, password: PASSWORD, roles: [Role.PILOT] }], api.clock.now())))[0]!;
}

/** An address from which nobody has come yet. */
const newIp = () => `203.0.113.${(count += 1) % 250}`;

/** From an address of its own, unless said otherwise. */
class Browser extends TestBrowser {
  constructor(ip = newIp()) {
    super(api, ip);
  }
}

async function mailTo(email: string): Promise<{ token: string; code: string; path: string }> {
  await api.drain();
  const text = api.mailer.outbox().find(({ to }) => to === email)?.text ?? '';
  const url = new URL(/https?:\S+/.exec(text)?.[0] ?? 'http://none');
  return { token: url.searchParams.get('token') ?? '', code: /\b(\d{8})\b/.exec(text)?.[1] ?? '', path: url.pathname + url.search };
}

describe('a flood of wrong passwords', () => {
  it('is answered 429 and when to come back, and does not shut the person out elsewhere', async () => {
    const { email } = await somebody();
    const attacker = new Browser();
    const answers = [];
    for (let i = 0; i < 20; i += 1) answers.push(await attacker.ask(SIGN_IN, { input: { email, password: `faux ${i}` } }));
    const last = answers.at(-1)!;
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(((await last.json()) as Answer).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(await attacker.code(SIGN_IN, { input: { email, password: PASSWORD } })).toBe('RATE_LIMITED');
    expect(await new Browser().code(SIGN_IN, { input: { email, password: PASSWORD } })).toBe('OK');
  });

  it('by many aliases in one request is refused whole', async () => {
    const { email } = await somebody();
    const tries = Array.from({ length: 12 }, (_, i) => `t${i}: signIn(input: { email: "${email}", password: "faux ${i}" }) { email }`).join(' ');
    expect(await new Browser().code(`mutation { ${tries} }`)).toBe('QUERY_TOO_COSTLY');
  });

  it('of one address for many people stops too', async () => {
    const attacker = new Browser();
    const codes = new Set<string>();
    for (let i = 0; i < 12; i += 1) codes.add(await attacker.code(CODE, { input: { email: 'meme@compte.test', code: String(10_000_000 + i) } }));
    expect([...codes]).toEqual(['SIGN_IN_REFUSED', 'RATE_LIMITED']);
  });
});

describe('somebody who asks which addresses are known', () => {
  // Bytes and headers; then the work itself, which is counted: how long it takes is noise here.
  const seen = async (response: Response, browser: Browser) => ({ status: response.status, body: await response.text(), headers: [...response.headers.keys()].sort(), cookies: browser.setCookies.map((cookie) => cookie.replace(/=[^;]+/, '=…')) });

  it.each([
    ['signIn', SIGN_IN, (email: string) => ({ email, password: 'faux' })],
    ['requestMagicLink', REQUEST, (email: string) => ({ email })],
    ['redeemSignInCode', CODE, (email: string) => ({ email, code: '12345678' })],
  ])('learns nothing from %s', async (_name, query, input) => {
    const { email } = await somebody();
    const answers = [];
    for (const asked of [email, 'inconnue@compte.test']) {
      const browser = new Browser();
      answers.push(await seen(await browser.ask(query, { input: input(asked) }), browser));
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each([
    ['signIn', SIGN_IN, (email: string) => ({ email, password: 'faux' })],
    ['requestMagicLink', REQUEST, (email: string) => ({ email })],
    ['redeemSignInCode', CODE, (email: string) => ({ email, code: '12345678' })],
  ])('makes %s do the same statements, one by one', async (_name, query, input) => {
    const { email } = await somebody();
    const done: string[][] = [];
    for (const asked of [email, 'personne@compte.test']) {
      const statements: string[] = [];
      const { query: ask } = Client.prototype;
      const counting = jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
        const [first] = args as [string | { text: string }];
        // The organisation stands in the message that begins a transaction; every id is as long as another.
        statements.push((typeof first === 'string' ? first : first.text).replace(/'[0-9a-f-]{36}'/, "'…'"));
        return (ask as (...all: unknown[]) => unknown).apply(this, args);
      } as never);
      await new Browser().ask(query, { input: input(asked) });
      counting.mockRestore();
      done.push(statements);
    }
    expect(done[0]!.length).toBeGreaterThan(5);
    expect(done[1]).toEqual(done[0]);
  });

  it('gets no mail for an address that nobody has', async () => {
    expect(await new Browser().code(REQUEST, { input: { email: 'fantome@compte.test' } })).toBe('OK');
    expect(await mailTo('fantome@compte.test')).toMatchObject({ token: '', code: '' });
  });

  it('nor from a deactivated person’s address', async () => {
    const person = await somebody();
    await organisation.write(() => api.db.of(Person).update({ organisationId: organisation.id, id: person.id }, { deactivatedAt: api.clock.now() }));
    expect(await new Browser().code(SIGN_IN, { input: { email: person.email, password: PASSWORD } })).toBe('SIGN_IN_REFUSED');
  });
});

describe('a sign-in link', () => {
  async function asked() {
    const { email } = await somebody();
    const browser = new Browser();
    expect(await browser.code(REQUEST, { input: { email } })).toBe('OK');
    return { email, browser, ...(await mailTo(email)) };
  }

  it('survives the scanners of a mail server, and opens for the browser that asked', async () => {
    const { email, browser, token, path } = await asked();
    const scanner = new Browser();
    await scanner.send(path, { method: 'HEAD' });
    for (let i = 0; i < 3; i += 1) await scanner.send(path);
    expect(await scanner.code(REDEEM, { input: { token } })).toBe('SIGN_IN_REFUSED');
    expect((await browser.answer(REDEEM, { input: { token } })).data).toEqual({ redeemMagicLink: { email } });
  });

  it('is of no use in a second browser, altered, replayed or too old', async () => {
    const { browser, token, code, email } = await asked();
    // One that never asked, and one that asked for a link of its own.
    for (const second of [new Browser(), (await asked()).browser]) {
      expect(await second.code(REDEEM, { input: { token } })).toBe('SIGN_IN_REFUSED');
      expect(await second.code(CODE, { input: { email, code } })).toBe('SIGN_IN_REFUSED');
    }
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await browser.code(REDEEM, { input: { token: altered } })).toBe('SIGN_IN_REFUSED');
    expect(await browser.code(REDEEM, { input: { token } })).toBe('OK');
    try {
      api.clock.advance(61_000);
      expect(await browser.code(REDEEM, { input: { token } })).toBe('SIGN_IN_REFUSED');
      const late = await asked();
      api.clock.advance(15 * 60_000 + 1);
      expect(await late.browser.code(REDEEM, { input: { token: late.token } })).toBe('SIGN_IN_REFUSED');
    } finally {
      api.clock.reset();
    }
  });

  it('of one organisation opens nothing in another', async () => {
    const { browser, token } = await asked();
    const other = await api.organisation();
    const foreign = Buffer.from(other.id.replaceAll('-', ''), 'hex').toString('base64url');
    expect(await browser.code(REDEEM, { input: { token: `${foreign}.${token.split('.')[1]}` } })).toBe('SIGN_IN_REFUSED');
  });
});

describe('a session', () => {
  async function signedIn() {
    const person = await somebody();
    const browser = new Browser();
    await browser.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
    return { person, browser };
  }
  const isIn = async (browser: Browser) => (await browser.answer('{ viewer { email } }')).data?.['viewer'] !== null;

  it('is a cookie that scripts and other sites do not get, new at each sign-in', async () => {
    const { browser, person } = await signedIn();
    expect(browser.setCookies.join()).toMatch(/^portevoix=[^;]+;.*HttpOnly;.*SameSite=Lax/i);
    const first = browser.cookies.get('portevoix');
    await browser.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
    expect(browser.cookies.get('portevoix')).not.toBe(first);
  });

  it('ends at once by signing out, by losing access, after 12 hours of silence and after 30 days', async () => {
    const { browser } = await signedIn();
    const stolen = new Map(browser.cookies);
    await browser.ask('mutation { signOut }');
    stolen.forEach((value, name) => browser.cookies.set(name, value));
    expect(await isIn(browser)).toBe(false);

    const other = await signedIn();
    await (await organisation.client(Role.PILOT)).ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: other.person.id });
    expect(await isIn(other.browser)).toBe(false);

    try {
      const silent = await signedIn();
      api.clock.advance(12 * 3600_000 + 1);
      expect(await isIn(silent.browser)).toBe(false);
    } finally {
      api.clock.reset();
    }

    // One that is used every day ends too.
    const old = await signedIn();
    const age = (days: number) => organisation.write(() => api.db.of(Session).update({ organisationId: organisation.id, personId: old.person.id }, { createdAt: new Date(api.clock.now().getTime() - days * 86_400_000) }));
    await age(29);
    expect(await isIn(old.browser)).toBe(true);
    await age(30.01);
    expect(await isIn(old.browser)).toBe(false);
  });

  it('knows a changed role at the next request', async () => {
    const { browser, person } = await signedIn();
    expect(await browser.code('{ people { edges { cursor } } }')).toBe('OK');
    await organisation.write(() => api.db.of(Person).update({ organisationId: organisation.id, id: person.id }, { roles: [] }));
    expect(await browser.code('{ people { edges { cursor } } }')).toBe('FORBIDDEN');
  });

  it('and a password are nowhere in the database as they are', async () => {
    const { browser, person } = await signedIn();
    const secret = browser.cookies.get('portevoix')!.split('.')[1]!;
    const rows = await organisation.write(async () => {
      const tables = await api.db.query<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select')`);
      const texts: string[] = [];
      for (const { name } of tables) texts.push(...(await api.db.query<{ row: string }>(`select t::text as row from "${name}" t`)).map(({ row }) => row));
      return texts.join('\n');
    });
    expect(rows).toContain(person.email);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});
