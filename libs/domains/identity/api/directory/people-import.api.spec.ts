import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type Client, type TestApi, type TestOrganisation } from '@portevoix/testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const IMPORT = 'mutation ($input: ImportPeopleInput!) { importPeople(input: $input) { dryRun created updated unchanged ignoredColumns newGroups refused { line email problems { column rule value } } } }';
const PEOPLE = 'query ($first: Int!) { people(first: $first) { edges { node { displayName email jobTitle groups { name kind } } } } }';
const FILE = [
  'Prénom;Nom;Adresse;Fonction;Service;Site;Rôles',
  'Zoé;Élan;zoe@orvane.test;Cheffe de chantier, Lyon;Atelier;Lyon;',
  'Adèle;Eiffel;ADELE@orvane.test;;Études;;',
  '\'=SOMME(1);Duval;duval@orvane.test;;;;PILOT',
].join('\r\n');

const run = async (client: Client, csv: string, more: object = { dryRun: false, addGroups: true }) => (await client.ok(IMPORT, { input: { csv, ...more } })).importPeople;
async function scene(): Promise<{ organisation: TestOrganisation; pilot: Client }> {
  const organisation = await api.organisation();
  return { organisation, pilot: await organisation.client(Role.PILOT) };
}
const named = async (pilot: Client) => (await pilot.ok(PEOPLE, { first: 50 })).people.edges.map(({ node }: { node: object }) => node);
const versions = (organisation: TestOrganisation) => organisation.write(() => api.db.query('select p.xmin::text, p.id from person p union all select m.xmin::text, m.person_id from group_membership m union all select g.xmin::text, g.id from "group" g order by 2, 1'));

describe('people from a file', () => {
  it('are told before they are written, and the same file again writes nothing', async () => {
    const { organisation, pilot } = await scene();
    expect(await run(pilot, `\uFEFF${FILE}`, { addGroups: true })).toEqual({ dryRun: true, created: 3, updated: 0, unchanged: 0, ignoredColumns: ['Rôles'], newGroups: ['Atelier', 'Lyon', 'Études'], refused: [] });
    expect(await named(pilot)).toHaveLength(1);
    expect(await run(pilot, FILE)).toMatchObject({ dryRun: false, created: 3 });
    expect(await named(pilot)).toEqual(expect.arrayContaining([
      { displayName: 'Zoé Élan', email: 'zoe@orvane.test', jobTitle: 'Cheffe de chantier, Lyon', groups: expect.arrayContaining([{ name: 'Atelier', kind: 'DEPARTMENT' }, { name: 'Lyon', kind: 'SITE' }]) },
      { displayName: 'Adèle Eiffel', email: 'adele@orvane.test', jobTitle: null, groups: [{ name: 'Études', kind: 'DEPARTMENT' }] },
      { displayName: '=SOMME(1) Duval', email: 'duval@orvane.test', jobTitle: null, groups: [] },
    ]));
    const before = await versions(organisation);
    expect(await run(pilot, FILE)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await versions(organisation)).toEqual(before);
  });

  it('change only what the file speaks of, and give no role', async () => {
    const { pilot } = await scene();
    await run(pilot, FILE);
    expect(await run(pilot, 'email,first name,last name,site\nzoe@orvane.test,Zoé,Élan,Nantes')).toMatchObject({ updated: 1, newGroups: ['Nantes'] });
    const zoe = (await named(pilot)).find(({ email }: { email: string }) => email === 'zoe@orvane.test');
    expect(zoe.jobTitle).toBe('Cheffe de chantier, Lyon');
    expect(zoe.groups.map(({ name }: { name: string }) => name).sort()).toEqual(['Atelier', 'Nantes']);
    expect((await pilot.ok('{ peopleCount(role: PILOT) }')).peopleCount).toBe(1);
  });

  it('are refused line by line, with the column and the rule; the others come in', async () => {
    const { organisation, pilot } = await scene();
    const gone = await organisation.person();
    await pilot.ok('mutation ($id: ID!) { deactivatePerson(id: $id) { id } }', { id: gone.id });
    const csv = ['Prénom;Nom;Adresse;Service', 'Ana;Bon;ana@orvane.test;', ';Sans;sans@orvane.test;', 'Lou;Faux;lou(at)orvane;', 'Ana;Double;ANA@orvane.test;', 'Ida;Loin;ida@orvane.test;Mainteance', `Un;Parti;${gone.email};`, `${'x'.repeat(81)};Long;long@orvane.test;`].join('\n');
    const report = await run(pilot, csv, { dryRun: false });
    expect(report.created).toBe(1);
    expect(report.refused.map(({ line, problems }: { line: number; problems: { column: string; rule: string }[] }) => [line, ...problems.map(({ column, rule }) => `${column} ${rule}`)])).toEqual([
      [3, 'FIRST_NAME isNotEmpty'], [4, 'EMAIL isEmail'], [5, 'EMAIL isUnique'], [6, 'DEPARTMENT isKnown'], [7, 'EMAIL isActive'], [8, 'FIRST_NAME maxLength'],
    ]);
  });

  it('need a file with its columns, of a size that can be read', async () => {
    const { organisation, pilot } = await scene();
    const problems = (csv: string) => pilot.problems(IMPORT, { input: { csv } });
    expect(await problems('Prénom;Nom\nAna;Bon')).toEqual(['csv:hasColumn']);
    expect(await problems('Prénom;Nom;Email;Adresse\nAna;Bon;a@b.test;a@b.test')).toEqual(['csv:hasColumnOnce']);
    expect(await problems('Prénom;Nom;Adresse\n"Ana;Bon;a@b.test')).toEqual(['csv:isCsv']);
    expect(await problems(`Prénom;Nom;Adresse\n${'A;B;c@d.test\n'.repeat(5001)}`)).toEqual(['csv:arrayMaxSize']);
    expect(await (await organisation.client(Role.EDITOR)).refused(IMPORT, { input: { csv: FILE } })).toBe('FORBIDDEN');
  });

  it('twice at once are there once', async () => {
    const { pilot } = await scene();
    await Promise.all([run(pilot, FILE), run(pilot, FILE)]);
    expect(await named(pilot)).toHaveLength(4);
  });
});
