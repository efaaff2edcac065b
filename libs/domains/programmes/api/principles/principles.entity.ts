import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { APPEND_ONLY, DatedEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Programme } from '../programme.entity';

export enum Principle {
  STATEMENT = 'STATEMENT',
  CHARTER = 'CHARTER',
}
registerEnumType(Principle, { name: 'Principle' });

/** A version of the programme's raison d'être. The highest `n` is in force. */
@ObjectType('Statement')
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'authorId'], ['organisationId', 'id'])
@Unique('statement_version', ['organisationId', 'programmeId', 'n'])
export class Statement extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => Int)
  @Column('integer')
  n: number;

  @Field(() => String)
  @Column('text')
  text: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  changeNote: string | null;

  @Column('uuid')
  authorId: string;
}

@ObjectType()
export class CharterArticle {
  @Field(() => String)
  title: string;

  @Field(() => String)
  text: string;
}

/** A version of the charter. The highest `n` is in force. */
@ObjectType('Charter')
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'authorId'], ['organisationId', 'id'])
@Unique('charter_version', ['organisationId', 'programmeId', 'n'])
export class Charter extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Field(() => Int)
  @Column('integer')
  n: number;

  @Field(() => [CharterArticle])
  @Column('jsonb')
  articles: CharterArticle[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  changeNote: string | null;

  @Column('uuid')
  authorId: string;
}

/** A person accepted a version, at `createdAt`. A refusal leaves nothing. */
@Entity({ comment: APPEND_ONLY })
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('acceptance_once_a_relaunch', ['organisationId', 'programmeId', 'personId', 'principle', 'version', 'relaunch'])
export class Acceptance extends DatedEntity {
  @Column('uuid')
  programmeId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  principle: Principle;

  @Column('integer')
  version: number;

  /** How many times the programme had been relaunched by then: the raison d'être is recalled at each relaunch. */
  @Column('integer', { default: 0 })
  relaunch: number;
}
