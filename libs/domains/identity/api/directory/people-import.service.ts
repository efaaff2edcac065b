import { Injectable } from '@nestjs/common';
import { GroupKind, PeopleColumn, type ImportPeopleInput } from '@portevoix/identity/shared';
import { Clock, Db, Events } from '@portevoix/platform';
import { In, IsNull } from 'typeorm';
import { Group, GroupMembership } from '../group.entity';
import { personAdded } from '../identity.events';
import { People } from '../people.service';
import { Person } from '../person.entity';
import type { FileLine, FileProblem } from './people-file';

export interface RefusedLine {
  line: number;
  email: string;
  problems: FileProblem[];
}

export interface ImportReport {
  dryRun: boolean;
  created: number;
  updated: number;
  unchanged: number;
  refused: RefusedLine[];
  ignoredColumns: string[];
  newGroups: string[];
}

const KINDS = { [PeopleColumn.DEPARTMENT]: GroupKind.DEPARTMENT, [PeopleColumn.SITE]: GroupKind.SITE } as const;
type GroupColumn = keyof typeof KINDS;
const GROUP_COLUMNS = Object.keys(KINDS) as GroupColumn[];
/** Between several groups of one kind. */
const BETWEEN = '|';

type Outcome = 'created' | 'updated' | 'unchanged';

/** What a line does: a new person or a known one, and the groups of each kind that the file speaks of. */
interface Plan {
  outcome: Outcome;
  person: Person | null;
  fields: Pick<Person, 'firstName' | 'lastName' | 'email' | 'jobTitle'>;
  groups: { kind: GroupKind; names: string[] }[];
}

const keyOf = (kind: GroupKind, name: string) => `${kind} ${name.toLocaleLowerCase('fr')}`;
const namesOf = (cell: string) => [...new Set(cell.split(BETWEEN).map((name) => name.trim()).filter(Boolean))];

/** People from a file: what is already as the file says is not written. */
@Injectable()
export class PeopleImport {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly people: People,
  ) {}

  /** Lines that cannot be taken are told one by one; the others are written all together, unless it is a dry run. */
  async run({ csv, dryRun, addGroups }: ImportPeopleInput): Promise<ImportReport> {
    const { readPeopleFile } = await import('./people-file');
    const { lines, ignored } = readPeopleFile(csv);
    // One import or addition at a time: each sees what the one before wrote.
    if (!dryRun) await this.people.alone();
    const groups = await this.knownGroups();
    const known = await this.knownPeople(lines);
    const newGroups = new Map<string, Pick<Group, 'kind' | 'name'>>();
    const plans = lines.flatMap((line) => this.planOf(line, { known, groups, newGroups, addGroups }) ?? []);
    const report = reportOf(plans, lines, [...newGroups.values()].map(({ name }) => name), ignored, dryRun);
    if (!dryRun) await this.write(plans, groups, newGroups);
    return report;
  }

  private async knownGroups(): Promise<Map<string, Group>> {
    const groups = await this.db.of(Group).findBy({ organisationId: this.db.organisationId, kind: In(Object.values(KINDS)) });
    return new Map(groups.map((group) => [keyOf(group.kind, group.name), group]));
  }

  private async knownPeople(lines: readonly FileLine[]): Promise<Map<string, { person: Person; groupIds: Set<string> }>> {
    const { organisationId } = this.db;
    const emails = [...new Set(lines.map(({ values }) => values[PeopleColumn.EMAIL] ?? ''))];
    const people = await this.db.of(Person).findBy({ organisationId, email: In(emails) });
    const memberships = people.length ? await this.db.of(GroupMembership).findBy({ organisationId, personId: In(people.map(({ id }) => id)), until: IsNull() }) : [];
    const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
    return new Map(people.map((person) => [person.email, { person, groupIds: new Set(byPerson.get(person.id)?.map(({ groupId }) => groupId)) }]));
  }

  /** Null, with the line's problems added to it, when it cannot be taken. */
  private planOf(line: FileLine, context: { known: Map<string, { person: Person; groupIds: Set<string> }>; groups: Map<string, Group>; newGroups: Map<string, Pick<Group, 'kind' | 'name'>>; addGroups: boolean }): Plan | null {
    const { known, groups, newGroups, addGroups } = context;
    const { values, problems } = line;
    const email = values[PeopleColumn.EMAIL] ?? '';
    const here = known.get(email);
    if (here?.person.deactivatedAt) problems.push({ column: PeopleColumn.EMAIL, rule: 'isActive', value: email });
    const wanted = GROUP_COLUMNS.flatMap((column) => (values[column] === undefined ? [] : [{ column, kind: KINDS[column], names: namesOf(values[column]) }]));
    const unknown = wanted.flatMap(({ column, kind, names }) => names.filter((name) => !groups.has(keyOf(kind, name))).map((name) => ({ column, kind, name })));
    if (!addGroups) problems.push(...unknown.map(({ column, name }) => ({ column, rule: 'isKnown', value: name })));
    if (problems.length) return null;
    for (const { kind, name } of unknown) if (!newGroups.has(keyOf(kind, name))) newGroups.set(keyOf(kind, name), { kind, name });
    const jobTitle = values[PeopleColumn.JOB_TITLE];
    const fields = { firstName: values[PeopleColumn.FIRST_NAME]!, lastName: values[PeopleColumn.LAST_NAME]!, email, jobTitle: jobTitle === undefined ? (here?.person.jobTitle ?? null) : jobTitle || null };
    const plan = { person: here?.person ?? null, fields, groups: wanted.map(({ kind, names }) => ({ kind, names })) };
    if (!here) return { ...plan, outcome: 'created' };
    const sameFields = fields.firstName === here.person.firstName && fields.lastName === here.person.lastName && fields.jobTitle === here.person.jobTitle;
    const inKind = (kind: GroupKind) => [...groups.values()].filter((group) => group.kind === kind && here.groupIds.has(group.id)).map(({ name }) => keyOf(kind, name));
    const sameGroups = plan.groups.every(({ kind, names }) => sameSet(inKind(kind), names.map((name) => keyOf(kind, name))));
    return { ...plan, outcome: sameFields && sameGroups ? 'unchanged' : 'updated' };
  }

  private async write(plans: readonly Plan[], groups: Map<string, Group>, newGroups: Map<string, Pick<Group, 'kind' | 'name'>>): Promise<void> {
    const { organisationId } = this.db;
    const now = this.clock.now();
    const changing = plans.filter(({ outcome }) => outcome !== 'unchanged');
    if (!changing.length) return;
    const added = [...newGroups.values()].map((group) => ({ ...this.db.key(), ...group }));
    if (added.length) await this.db.of(Group).insert(added);
    for (const group of added) groups.set(keyOf(group.kind, group.name), group);
    let number = await this.people.nextNumber(changing.filter(({ person }) => !person).length);
    const rows = changing.map((plan) => ({ ...plan, person: plan.person ?? this.db.of(Person).create({ ...this.db.key(), ...plan.fields, roles: [], locale: 'fr', pictureUrl: null, passwordHash: null, number: number++, createdAt: now, deactivatedAt: null }) }));
    const created = rows.filter(({ outcome }) => outcome === 'created').map(({ person }) => person);
    for (let from = 0; from < created.length; from += 500) await this.db.of(Person).insert(created.slice(from, from + 500));
    for (const { outcome, person, fields } of rows) {
      const { firstName, lastName, jobTitle } = fields;
      if (outcome === 'updated') await this.db.of(Person).update({ organisationId, id: person.id }, { firstName, lastName, jobTitle });
    }
    await this.regroup(rows, groups, now);
    await this.events.publishAll(personAdded, created.map(({ id: personId }) => ({ personId })));
  }

  /** Ends the memberships that the file no longer tells, of the kinds that it speaks of, and begins the new ones. */
  private async regroup(rows: readonly (Plan & { person: Person })[], groups: Map<string, Group>, now: Date): Promise<void> {
    const { organisationId } = this.db;
    const personIds = rows.map(({ person }) => person.id);
    const wanted = rows.flatMap(({ person, groups: of }) => of.flatMap(({ kind, names }) => names.map((name) => ({ personId: person.id, groupId: groups.get(keyOf(kind, name))!.id }))));
    const kinds = [...new Set(rows.flatMap(({ groups: of }) => of.map(({ kind }) => kind)))];
    await this.db.query(
      `update group_membership m set until = $3 from "group" g
        where m.organisation_id = $1 and m.person_id = any($2) and m.until is null and g.organisation_id = m.organisation_id and g.id = m.group_id and g.kind = any($4)
          and not exists (select 1 from unnest($5::uuid[], $6::uuid[]) as w (person_id, group_id) where w.person_id = m.person_id and w.group_id = m.group_id)`,
      [organisationId, personIds, now, kinds, wanted.map(({ personId }) => personId), wanted.map(({ groupId }) => groupId)],
    );
    await this.db.query(
      `insert into group_membership (organisation_id, group_id, person_id, since)
       select $1, w.group_id, w.person_id, $2 from unnest($3::uuid[], $4::uuid[]) as w (person_id, group_id)
        where not exists (select 1 from group_membership m where m.organisation_id = $1 and m.person_id = w.person_id and m.group_id = w.group_id and m.until is null)`,
      [organisationId, now, wanted.map(({ personId }) => personId), wanted.map(({ groupId }) => groupId)],
    );
  }
}

const sameSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((value) => b.includes(value));

function reportOf(plans: readonly Plan[], lines: readonly FileLine[], newGroups: string[], ignoredColumns: string[], dryRun: boolean): ImportReport {
  const count = (outcome: Outcome) => plans.filter((plan) => plan.outcome === outcome).length;
  const refused = lines.filter(({ problems }) => problems.length).map(({ line, values, problems }) => ({ line, email: values[PeopleColumn.EMAIL] ?? '', problems }));
  return { dryRun, created: count('created'), updated: count('updated'), unchanged: count('unchanged'), refused, ignoredColumns, newGroups };
}
