import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, TestBrowser, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { Secret, TOTP } from 'otpauth';
import { identityFactory } from '../identity.factory';
import type { Person } from '../person.entity';
import { SecondFactor } from './second-factor.entity';
import { SecondFactors } from './second-factors.service';

let api: TestApi;
let organisation: TestOrganisation;
let count = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organisation = await api.organisation();
});
afterEach(() => api.clock.reset());

const PASSWORD = 'une phrase de passe';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { email } }';
const BEGIN = 'mutation { beginSecondFactor { uri key qr } }';
const CONFIRM = 'mutation ($input: SecondFactorCodeInput!) { confirmSecondFactor(input: $input) }';
const VERIFY = 'mutation ($input: SecondFactorCodeInput!) { verifySecondFactor(input: $input) { email secondFactorOn } }';
const REMOVE = 'mutation ($input: SecondFactorCodeInput!) { removeSecondFactor(input: $input) }';
const VIEWER = '{ viewer { email secondFactorOn secondFactorMissing } }';

class Browser extends TestBrowser {
  constructor() {
    super(api);
  }

  signIn({ email }: Person): Promise<string> {
    return this.code(SIGN_IN, { input: { email, password: PASSWORD } });
  }

  verify(code: string): Promise<string> {
    return this.code(VERIFY, { input: { code } });
  }
}

async function somebody(...roles: Role[]): Promise<Person> {
  const email = `naima${(count += 1)}@facteur.test`;
  return (await organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email, password: PASSWORD, roles }], api.clock.now())))[0]!;
}

/** What the person's application shows, `steps` of 30 seconds from now. */
const shown = (key: string, steps = 0) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: api.clock.now().getTime() + steps * 30_000 });
const wrong = (key: string) => String((Number(shown(key)) + 137_911) % 1_000_000).padStart(6, '0');
const nextStep = () => api.clock.advance(30_000);

/** Somebody whose factor is on, set up in their own browser a moment ago. */
async function withFactor(...roles: Role[]) {
  const person = await somebody(...roles);
  const browser = new Browser();
  await browser.signIn(person);
  const { beginSecondFactor: setup } = await browser.data<{ beginSecondFactor: { key: string; uri: string; qr: string } }>(BEGIN);
  const { confirmSecondFactor: codes } = await browser.data<{ confirmSecondFactor: string[] }>(CONFIRM, { input: { code: shown(setup.key) } });
  nextStep();
  nextStep();
  return { person, browser, key: setup.key, setup, codes };
}

/** A new browser of the person, after their password. */
async function halfway(person: Person): Promise<Browser> {
  const browser = new Browser();
  expect(await browser.signIn(person)).toBe('SECOND_FACTOR_REQUIRED');
  return browser;
}

describe('setting a second factor up', () => {
  it('puts nothing in force before a code comes back', async () => {
    const person = await somebody();
    const browser = new Browser();
    await browser.signIn(person);
    const { beginSecondFactor: first } = await browser.data<{ beginSecondFactor: { key: string; uri: string; qr: string } }>(BEGIN);
    expect(first.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(new URL(first.uri).searchParams.get('secret')).toBe(first.key);
    expect(decodeURIComponent(first.uri)).toContain(person.email);
    expect(first.qr).toMatch(/^<svg[\s\S]*<\/svg>/);
    expect(await new Browser().signIn(person)).toBe('OK');
    const { beginSecondFactor: second } = await browser.data<{ beginSecondFactor: { key: string } }>(BEGIN);
    expect(await browser.code(CONFIRM, { input: { code: shown(first.key) } })).toBe('SECOND_FACTOR_REFUSED');
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { secondFactorOn: false } });
    expect(await browser.code(CONFIRM, { input: { code: `${shown(second.key).slice(0, 3)} ${shown(second.key).slice(3)}` } })).toBe('OK');
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { secondFactorOn: true } });
    expect(await browser.code(BEGIN)).toBe('CONFLICT');
  });

  it('makes the session anew, and ends the others', async () => {
    const person = await somebody();
    const [browser, other] = [new Browser(), new Browser()];
    await browser.signIn(person);
    await other.signIn(person);
    const before = browser.cookies.get('portevoix')!;
    const { beginSecondFactor: { key } } = await browser.data<{ beginSecondFactor: { key: string } }>(BEGIN);
    await browser.data(CONFIRM, { input: { code: shown(key) } });
    expect(browser.cookies.get('portevoix')).not.toBe(before);
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { email: person.email } });
    expect((await other.answer(VIEWER)).data).toEqual({ viewer: null });
    browser.cookies.set('portevoix', before);
    expect((await browser.answer(VIEWER)).data).toEqual({ viewer: null });
  });

  it('names the field and the rule of what is no code', async () => {
    const { browser } = await withFactor();
    for (const code of ['', '12345', 'abc', '1234567', '٣٣٣٣٣٣']) expect((await browser.answer(REMOVE, { input: { code } })).errors?.[0]?.extensions.fields).toMatchObject([{ path: 'code', rule: 'matches' }]);
  });

  it('leaves no key and no code in the database as they are, and a journal without them', async () => {
    const { person, key, codes } = await withFactor();
    const raw = Buffer.from(Secret.fromBase32(key).bytes);
    const rows = await organisation.write(async () => {
      const tables = await api.db.query<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select')`);
      const texts: string[] = [];
      for (const { name } of tables) texts.push(...(await api.db.query<{ row: string }>(`select t::text as row from "${name}" t`)).map(({ row }) => row));
      return texts.join('\n');
    });
    expect(rows).toContain(person.email);
    for (const secret of [key, raw.toString('hex'), raw.toString('base64'), ...codes]) expect(rows.toLowerCase()).not.toContain(secret.toLowerCase());
    const acts = await organisation.write(() => api.db.query<{ operation: string; details: unknown }>(`select operation, details from audit_entry where operation like '%SecondFactor' and actor_id = $1 order by id`, [person.id]));
    expect(acts).toEqual(['beginSecondFactor', 'confirmSecondFactor'].map((operation) => ({ operation, details: [] })));
  });
});

describe('signing in with a second factor', () => {
  it('opens no session before the code', async () => {
    const { person, key } = await withFactor();
    const browser = await halfway(person);
    expect(browser.cookies.has('portevoix')).toBe(false);
    expect(browser.setCookies.join()).toMatch(/^portevoix-factor=[^;]+;.*Max-Age=300;.*HttpOnly;.*SameSite=Strict/i);
    expect((await browser.answer(VIEWER)).data).toEqual({ viewer: null });
    expect(await browser.verify(wrong(key))).toBe('SECOND_FACTOR_REFUSED');
    expect((await browser.answer(VERIFY, { input: { code: shown(key) } })).data).toEqual({ verifySecondFactor: { email: person.email, secondFactorOn: true } });
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { email: person.email } });
    expect(browser.cookies.has('portevoix-factor')).toBe(false);
  });

  it('says nothing of it to somebody who has not the first', async () => {
    const { person } = await withFactor();
    expect(await new Browser().code(SIGN_IN, { input: { email: person.email, password: 'faux' } })).toBe('SIGN_IN_REFUSED');
  });

  it('accepts the step before and the one after, and none further', async () => {
    const { person, key } = await withFactor();
    api.clock.advance(300_000);
    for (const [steps, answer] of [[-2, 'SECOND_FACTOR_REFUSED'], [2, 'SECOND_FACTOR_REFUSED'], [-1, 'OK'], [0, 'OK'], [1, 'OK']] as const) expect(await (await halfway(person)).verify(shown(key, steps))).toBe(answer);
  });

  it('accepts a code once: not again, not an older one, and of two at once one', async () => {
    const { person, key } = await withFactor();
    const older = shown(key, -1);
    expect(await (await halfway(person)).verify(shown(key))).toBe('OK');
    expect(await (await halfway(person)).verify(shown(key))).toBe('SECOND_FACTOR_REFUSED');
    expect(await (await halfway(person)).verify(older)).toBe('SECOND_FACTOR_REFUSED');
    nextStep();
    const both = [await halfway(person), await halfway(person)];
    expect((await Promise.all(both.map((browser) => browser.verify(shown(key))))).sort()).toEqual(['OK', 'SECOND_FACTOR_REFUSED']);
  });

  it('refuses after wrong codes, from wherever they come, and says when to come back', async () => {
    const { person, key } = await withFactor();
    const codes = await Promise.all(Array.from({ length: 8 }, async () => (await halfway(person)).verify(wrong(key))));
    expect(codes.filter((code) => code === 'SECOND_FACTOR_REFUSED')).toHaveLength(5);
    const response = await (await halfway(person)).ask(VERIFY, { input: { code: shown(key) } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('accepts a recovery code, once, as it is written', async () => {
    const { person, codes } = await withFactor();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const written = `${codes[3]!.slice(0, 5)}-${codes[3]!.slice(5)}`.toLowerCase();
    expect(await (await halfway(person)).verify(written)).toBe('OK');
    expect(await (await halfway(person)).verify(written)).toBe('SECOND_FACTOR_REFUSED');
    const both = [await halfway(person), await halfway(person)];
    expect((await Promise.all(both.map((browser) => browser.verify(codes[4]!)))).sort()).toEqual(['OK', 'SECOND_FACTOR_REFUSED']);
  });

  it('asks the browser that gave the first factor, for five minutes', async () => {
    const { person, key } = await withFactor();
    const browser = await halfway(person);
    expect(await new Browser().verify(shown(key))).toBe('SIGN_IN_REFUSED');
    const altered = new Browser();
    const challenge = browser.cookies.get('portevoix-factor')!;
    altered.cookies.set('portevoix-factor', `${challenge.startsWith('A') ? 'B' : 'A'}${challenge.slice(1)}`);
    expect(await altered.verify(shown(key))).toBe('SIGN_IN_REFUSED');
    // Halfway of somebody else: their factor is asked for.
    expect(await (await halfway((await withFactor()).person)).verify(shown(key))).toBe('SECOND_FACTOR_REFUSED');
    api.clock.advance(5 * 60_000);
    expect(await browser.verify(shown(key))).toBe('SIGN_IN_REFUSED');
  });

  it('is asked for after a link too, which then serves no more', async () => {
    const { person, key } = await withFactor();
    const browser = new Browser();
    await browser.ask('mutation ($input: RequestMagicLinkInput!) { requestMagicLink(input: $input) }', { input: { email: person.email } });
    await api.drain();
    const text = api.mailer.outbox().find(({ to }) => to === person.email)!.text;
    const token = /token=(\S+)/.exec(text)![1]!;
    const code = /\b(\d{8})\b/.exec(text)![1]!;
    const REDEEM = 'mutation ($input: RedeemMagicLinkInput!) { redeemMagicLink(input: $input) { email } }';
    expect(await browser.code('mutation ($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { email } }', { input: { email: person.email, code } })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await browser.code(REDEEM, { input: { token } })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await browser.verify(shown(key))).toBe('OK');
    api.clock.advance(61_000);
    expect(await browser.code(REDEEM, { input: { token } })).toBe('SIGN_IN_REFUSED');
  });

  it('is no longer asked for once it is removed, by a code', async () => {
    const { person, browser, key, codes } = await withFactor();
    expect(await browser.code(REMOVE, { input: { code: wrong(key) } })).toBe('SECOND_FACTOR_REFUSED');
    const half = await halfway(person);
    expect(await browser.code(REMOVE, { input: { code: shown(key) } })).toBe('OK');
    expect(await half.verify(codes[0]!)).toBe('SECOND_FACTOR_REFUSED');
    expect(await new Browser().signIn(person)).toBe('OK');
    expect(await browser.code(REMOVE, { input: { code: shown(key) } })).toBe('SECOND_FACTOR_REFUSED');
  });

  it('cannot be taken from one person’s row to another’s', async () => {
    const [mine, theirs] = [await withFactor(), await withFactor()];
    await organisation.write(async () => {
      const { sealedKey } = await api.db.of(SecondFactor).findOneByOrFail({ organisationId: organisation.id, personId: mine.person.id });
      await api.db.of(SecondFactor).update({ organisationId: organisation.id, personId: theirs.person.id }, { sealedKey });
    });
    expect(await (await halfway(theirs.person)).verify(shown(mine.key))).toBe('SECOND_FACTOR_REFUSED');
  });
});

describe('somebody whose role asks for a second factor', () => {
  const SESSIONS = '{ sessions { id } }';

  it('can only set one up, then has their role', async () => {
    const person = await somebody(Role.SUPER_ADMIN, Role.PILOT);
    const browser = new Browser();
    expect(await browser.signIn(person)).toBe('OK');
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { secondFactorOn: false, secondFactorMissing: true } });
    for (const query of [SESSIONS, '{ people { edges { cursor } } }', '{ groupsOfOrganisation { id } }', 'mutation { updateMyPreferences(input: { locale: "en" }) { locale } }']) expect(await browser.code(query)).toBe('SECOND_FACTOR_REQUIRED');
    expect((await browser.answer(SESSIONS)).errors?.[0]?.extensions).toEqual({ code: 'SECOND_FACTOR_REQUIRED', params: {} });
    expect(await browser.code('{ __schema { queryType { name } } }')).toBe('FORBIDDEN');
    const cookie = [...browser.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    expect((await fetch(`${api.url}/files/pictures/me`, { method: 'DELETE', headers: { cookie, 'x-portevoix': '1' } })).status).toBe(401);
    const { beginSecondFactor: { key } } = await browser.data<{ beginSecondFactor: { key: string } }>(BEGIN);
    expect(await browser.code(SESSIONS)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await browser.code(CONFIRM, { input: { code: shown(key) } })).toBe('OK');
    expect((await browser.answer(VIEWER)).data).toMatchObject({ viewer: { secondFactorMissing: false } });
    for (const query of [SESSIONS, '{ people { edges { cursor } } }']) expect(await browser.code(query)).toBe('OK');
  });

  it('is told so again as soon as theirs is removed', async () => {
    const { browser, key, person } = await withFactor(Role.SUPER_ADMIN);
    expect(await browser.code(SESSIONS)).toBe('OK');
    expect(await browser.code(REMOVE, { input: { code: shown(key) } })).toBe('OK');
    expect(await browser.code(SESSIONS)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await browser.code('mutation { signOut }')).toBe('OK');
    expect(await new Browser().signIn(person)).toBe('OK');
  });
});

describe('an operator', () => {
  it('takes a lost factor away, with its wait', async () => {
    const { person, key } = await withFactor();
    for (let i = 0; i < 6; i += 1) await (await halfway(person)).verify(wrong(key));
    expect(await organisation.write(() => api.app.get(SecondFactors).forget(person))).toBe(true);
    expect(await organisation.write(() => api.app.get(SecondFactors).forget(person))).toBe(false);
    expect(await new Browser().signIn(person)).toBe('OK');
  });
});
