import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { NameField } from './fields';

/** Largest file of people, in UTF-16 units and in lines after the header: it comes in one operation. */
export const IMPORT_LIMITS = { text: 150_000, lines: 2_000 } as const;

/** What a file can say of a person. */
export enum PeopleColumn {
  FIRST_NAME = 'FIRST_NAME',
  LAST_NAME = 'LAST_NAME',
  EMAIL = 'EMAIL',
  JOB_TITLE = 'JOB_TITLE',
  DEPARTMENT = 'DEPARTMENT',
  SITE = 'SITE',
}
registerEnumType(PeopleColumn, { name: 'PeopleColumn' });

/** Headers by which a column is known, without case, accents or punctuation. */
const HEADERS: Readonly<Record<PeopleColumn, readonly string[]>> = {
  [PeopleColumn.FIRST_NAME]: ['prenom', 'first name', 'firstname', 'given name'],
  [PeopleColumn.LAST_NAME]: ['nom', 'nom de famille', 'last name', 'lastname', 'family name', 'surname'],
  [PeopleColumn.EMAIL]: ['adresse', 'adresse professionnelle', 'email', 'e mail', 'mail', 'courriel', 'work address', 'address'],
  [PeopleColumn.JOB_TITLE]: ['fonction', 'poste', 'titre', 'job title', 'job', 'title', 'position'],
  [PeopleColumn.DEPARTMENT]: ['service', 'departement', 'department', 'direction'],
  [PeopleColumn.SITE]: ['site', 'ville', 'location', 'city'],
};
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, ' ').trim();

/** The column that a header names; null for one that is not read. */
export function columnOf(header: string): PeopleColumn | null {
  const name = fold(header);
  return Object.values(PeopleColumn).find((column) => HEADERS[column].includes(name)) ?? null;
}

@InputType()
export class ImportPeopleInput {
  /** Text of a CSV file, its headers on the first line. */
  @NameField(IMPORT_LIMITS.text)
  csv: string;

  /** Tells what would happen, and writes nothing. */
  @Field(() => Boolean, { defaultValue: true })
  @IsBoolean()
  dryRun: boolean = true;

  /** Departments and sites that are not known yet are added; otherwise their lines are refused. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  addGroups: boolean = false;
}
