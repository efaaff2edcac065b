import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';
import { Strategy as CustomStrategy } from 'passport-custom';
import { identityFactory } from './identity.factory';
import { SignIn } from './sign-in/sign-in.service';
import { PasswordStrategy } from './sign-in/strategies';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { email roles permissions person { displayName } organisation { name } } }';
const PASSWORD = 'une phrase de passe';

async function withPassword(organisation: TestOrganisation, email: string) {
  return organisation.write(() => identityFactory.people(api.db, [{ firstName: 'Naïma', lastName: 'Roussel', email, password: PASSWORD, roles: [Role.PILOT] }], api.clock.now()));
}

/** Signs in over HTTP with a cookie jar of one browser. */
async function browser() {
  const jar = new Map<string, string>();
  return async (query: string, variables: object) => {
    const headers = { 'content-type': 'application/json', cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') };
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return (await response.json()) as { data: Record<string, never> | null; errors?: { extensions: { code: string } }[] };
  };
}

describe('sign-in by password', () => {
  it('opens a session whose cookie signs the next request, until it is revoked', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@cookie.test');
    const send = await browser();
    const { data } = await send(SIGN_IN, { input: { email: ' Naima@Cookie.test ', password: PASSWORD } });
    expect(data).toMatchObject({ signIn: { email: 'naima@cookie.test', roles: ['PILOT'], person: { displayName: 'Naïma Roussel' }, organisation: { name: organisation.row.name } } });
    expect((await send('{ viewer { email } }', {})).data).toEqual({ viewer: { email: 'naima@cookie.test' } });
    await send('mutation { signOut }', {});
    expect((await send('{ viewer { email } }', {})).data).toEqual({ viewer: null });
  });

  it('gives one answer for an unknown address and a wrong password', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@refused.test');
    expect(await api.anonymous.refused(SIGN_IN, { input: { email: 'naima@refused.test', password: 'faux' } })).toBe('SIGN_IN_REFUSED');
    expect(await api.anonymous.refused(SIGN_IN, { input: { email: 'inconnue@refused.test', password: 'faux' } })).toBe('SIGN_IN_REFUSED');
  });

  it('refuses with a delay after repeated failures', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@flood.test');
    for (let i = 0; i < 8; i += 1) await api.anonymous.gql(SIGN_IN, { input: { email: 'naima@flood.test', password: 'faux' } });
    const { errors } = await api.anonymous.gql(SIGN_IN, { input: { email: 'naima@flood.test', password: PASSWORD } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', params: { retryAfterSeconds: expect.any(Number) } });
  });

  it('is decided by the strategy of its name, and by nothing else', async () => {
    const organisation = await api.organisation();
    const [person] = await withPassword(organisation, 'naima@strategie.test');
    const { passport } = api.app.get(SignIn);
    const own = api.app.get(PasswordStrategy);
    const input = { email: 'naima@strategie.test', password: PASSWORD };
    try {
      passport.use('password', new CustomStrategy((_request, done) => done(null, false)));
      expect(await api.anonymous.refused(SIGN_IN, { input })).toBe('SIGN_IN_REFUSED');
      passport.use('password', new CustomStrategy((_request, done) => void api.db.enter(organisation.id).then(() => done(null, person))));
      expect((await api.anonymous.ok(SIGN_IN, { input: { ...input, password: 'n’importe lequel' } })).signIn.email).toBe('naima@strategie.test');
    } finally {
      passport.use('password', own);
    }
    expect(await api.anonymous.refused(SIGN_IN, { input: { ...input, password: 'n’importe lequel' } })).toBe('SIGN_IN_REFUSED');
    expect((await api.anonymous.ok(SIGN_IN, { input })).signIn.email).toBe('naima@strategie.test');
  });

  it('does not wait for itself when many are refused together', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@foule.test');
    const codes = await Promise.all(Array.from({ length: 40 }, () => api.anonymous.refused(SIGN_IN, { input: { email: 'naima@foule.test', password: 'faux' } })));
    expect(codes.filter((code) => !['SIGN_IN_REFUSED', 'RATE_LIMITED'].includes(code))).toEqual([]);
  });

  it('names the field and the rule of a bad input', async () => {
    expect(await api.anonymous.problems(SIGN_IN, { input: { email: 'pas une adresse', password: '' } })).toEqual(['email:isEmail', 'password:isNotEmpty']);
  });
});

describe('sign-in by link', () => {
  const REQUEST = 'mutation ($input: RequestMagicLinkInput!) { requestMagicLink(input: $input) }';
  const REDEEM = 'mutation ($input: RedeemMagicLinkInput!) { redeemMagicLink(input: $input) { email } }';
  const CODE = 'mutation ($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { email } }';

  async function mailedTo(email: string) {
    await api.drain();
    const mail = api.mailer.outbox().find(({ to }) => to === email);
    return { token: /token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '', code: /\b(\d{8})\b/.exec(mail?.text ?? '')?.[1] ?? '' };
  }

  it('signs in the browser that asked, and no other', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@lien.test');
    const mine = await browser();
    await mine(REQUEST, { input: { email: 'naima@lien.test' } });
    const { token } = await mailedTo('naima@lien.test');
    const stranger = await browser();
    expect((await stranger(REDEEM, { input: { token } })).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED');
    expect((await mine(REDEEM, { input: { token } })).data).toEqual({ redeemMagicLink: { email: 'naima@lien.test' } });
  });

  it('accepts the code in the tab that asked, once', async () => {
    const organisation = await api.organisation();
    await withPassword(organisation, 'naima@code.test');
    const mine = await browser();
    await mine(REQUEST, { input: { email: 'naima@code.test' } });
    const { code } = await mailedTo('naima@code.test');
    expect((await mine(CODE, { input: { email: 'naima@code.test', code } })).data).toEqual({ redeemSignInCode: { email: 'naima@code.test' } });
    expect((await mine(CODE, { input: { email: 'naima@code.test', code } })).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED');
  });

  it('answers the same for an unknown address, and writes no mail', async () => {
    const before = api.mailer.outbox().length;
    const { data } = await api.anonymous.gql(REQUEST, { input: { email: 'personne@nulle-part.test' } });
    await api.drain();
    expect(data).toEqual({ requestMagicLink: true });
    expect(api.mailer.outbox()).toHaveLength(before);
  });
});

describe('people', () => {
  const ADD = 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id displayName email roles } }';
  const input = (email: string, more: object = {}) => ({ input: { firstName: 'Théo', lastName: 'Lambert', email, roles: [], groupIds: [], ...more } });

  it('are added by those who manage people, never as ambassadors', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    expect((await pilot.ok(ADD, input('theo@a.test'))).addPerson).toMatchObject({ displayName: 'Théo Lambert', email: 'theo@a.test' });
    expect(await pilot.problems(ADD, input('theo@a.test'))).toEqual(['email:isUnique']);
    expect(await pilot.problems(ADD, input('autre@a.test', { roles: ['AMBASSADOR'] }))).toEqual(['roles:acceptanceRequired']);
    expect(await (await organisation.client(Role.EDITOR)).refused(ADD, input('x@a.test'))).toBe('FORBIDDEN');
  });

  it('of another organisation do not exist', async () => {
    const [mine, other] = [await api.organisation(), await api.organisation()];
    const stranger = await other.person();
    const pilot: Client = await mine.client(Role.PILOT);
    const query = 'query ($id: ID!) { person(id: $id) { id } }';
    expect(await pilot.refused(query, { id: stranger.id })).toBe('NOT_FOUND');
  });

  it('lose their session at once when they are deactivated', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    const person = await organisation.person();
    const client = await api.as(person);
    expect((await client.ok('{ viewer { email } }')).viewer).not.toBeNull();
    await pilot.ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: person.id });
    expect((await client.ok('{ viewer { email } }')).viewer).toBeNull();
  });

  it('get dense numbers, also when added together', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    await Promise.all(Array.from({ length: 8 }, (_, i) => pilot.ok(ADD, input(`ensemble${i}@a.test`))));
    const rows = await organisation.write(() => api.db.query<{ number: number }>('select number from person order by number'));
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, i) => i + 1));
    // The number of somebody who is gone, the last one even, is nobody else's.
    const last = rows.at(-1)!.number;
    await organisation.write(() => api.db.query('delete from person where organisation_id = $1 and number >= $2', [organisation.id, last - 1]));
    await Promise.all(['x', 'y'].map((name) => pilot.ok('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { firstName: name, lastName: 'Après', email: `${name}@apres.test`, roles: [], groupIds: [] } })));
    const after = await organisation.write(() => api.db.query<{ number: number }>('select number from person order by number desc limit 2'));
    expect(after.map(({ number }) => number)).toEqual([last + 2, last + 1]);
  });
});
