import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Person } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { newId } from '@portevoix/platform';
import { startApi, type Client, type TestApi } from '@portevoix/testing';
import pg from 'pg';
import { DEMO_STEPS, seedDemo } from './demo';
import { DemoResets } from './demo-resets.service';

// Each loads the whole demo once or twice.
jest.setTimeout(120_000);

const RESET = 'mutation { resetDemo { id state step steps } }';
const FOLLOW = 'query ($id: ID!) { demoReset(id: $id) { id state step steps } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { organisation { id isDemo } } }';

let api: TestApi;
beforeAll(async () => {
  // A failed attempt is provoked below.
  api = await startApi({ LOG_LEVEL: 'silent' });
});
afterAll(() => api.close());

const demoId = async () => (await api.db.lookup<{ id: string }>('select id from organisation where is_demo'))[0]?.id;

async function demoClient(email: string): Promise<Client> {
  const organisationId = (await demoId())!;
  return api.as(await api.db.run(organisationId, 'read', () => api.db.of(Person).findOneByOrFail({ organisationId, email })));
}

async function asOwner(...statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: api.databaseUrl });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

describe('the demo organisation', () => {
  beforeAll(async () => {
    await seedDemo(api.db, api.clock, (type) => api.app.get(type as never, { strict: false }));
  });
  afterEach(() => asOwner('drop trigger if exists refuse on publication'));

  it('comes back to its first day, once for two who ask at once: what was changed is gone, the accounts are there, other organisations untouched', async () => {
    const mine = await api.organisation();
    const colleague = await mine.client(Role.PILOT);
    const before = await demoId();
    const pilot = await demoClient('pilote@demo.test');
    await pilot.ok('mutation { addGroup(input: { kind: FREE, name: "Essais du mardi" }) { id } }');

    const [{ resetDemo: asked }, { resetDemo: again }] = await Promise.all([pilot.ok(RESET), pilot.ok(RESET)]);
    expect(asked).toMatchObject({ state: 'WAITING', step: 0, steps: DEMO_STEPS });
    expect(again.id).toBe(asked.id);
    await api.drain();

    expect(await api.anonymous.ok(FOLLOW, { id: asked.id })).toEqual({ demoReset: { id: asked.id, state: 'DONE', step: DEMO_STEPS, steps: DEMO_STEPS } });
    expect(await demoId()).not.toBe(before);
    expect(await pilot.ok('{ viewer { email } }')).toEqual({ viewer: null });
    const entered = await api.anonymous.ok(SIGN_IN, { input: { email: 'pilote@demo.test', password: 'portevoix-demo' } });
    expect(entered.signIn.organisation).toEqual({ id: await demoId(), isDemo: true });
    const { groupsOfOrganisation } = await (await demoClient('pilote@demo.test')).ok('{ groupsOfOrganisation { name } }');
    expect(groupsOfOrganisation).not.toContainEqual({ name: 'Essais du mardi' });
    expect(await colleague.ok('{ viewer { organisation { id } } }')).toEqual({ viewer: { organisation: { id: mine.id } } });

    // Delivered twice.
    const after = await demoId();
    await api.app.get(DemoResets).run({ resetId: asked.id });
    expect(await demoId()).toBe(after);
  });

  it('says that an attempt failed, and ends at the next', async () => {
    const { resetDemo: asked } = await (await demoClient('pilote@demo.test')).ok(RESET);
    await asOwner(
      `create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`,
      'create trigger refuse before insert on publication for each row execute function refuse()',
    );
    await expect(api.drain()).rejects.toThrow('no room');
    expect(await api.anonymous.ok(FOLLOW, { id: asked.id })).toMatchObject({ demoReset: { state: 'WAITING' } });
    expect(await demoId()).toBeUndefined();
    await asOwner('drop trigger refuse on publication');
    await api.app.get(DemoResets).run({ resetId: asked.id });
    expect(await api.anonymous.ok(FOLLOW, { id: asked.id })).toMatchObject({ demoReset: { state: 'DONE' } });
    expect(await demoId()).toBeDefined();
  });

  it('is for its pilot alone', async () => {
    expect(await (await demoClient('editrice@demo.test')).refused(RESET)).toBe('FORBIDDEN');
    expect(await (await demoClient('ambassadeur@demo.test')).refused(RESET)).toBe('FORBIDDEN');
    expect(await api.anonymous.refused(RESET)).toBe('UNAUTHENTICATED');
    expect(await (await (await api.organisation()).client(Role.PILOT)).refused(RESET)).toBe('NOT_A_DEMO');
    expect(await api.anonymous.refused(FOLLOW, { id: newId() })).toBe('NOT_FOUND');
  });
});
