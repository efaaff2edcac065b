import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { DatedEntity } from '@portevoix/platform';
import { Programme } from '@portevoix/programmes/api';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';

/** A subject that publications are filed under; archived rather than deleted. */
@ObjectType()
@Entity()
@ForeignKey(() => Programme, ['organisationId', 'programmeId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'ownerId'], ['organisationId', 'id'])
@Unique('theme_name', ['organisationId', 'programmeId', 'name'])
export class Theme extends DatedEntity {
  @Field(() => ID)
  @Column('uuid')
  programmeId: string;

  @Field(() => String)
  @Column('text')
  name: string;

  @Field(() => String)
  @Column('text')
  description: string;

  /** `#rrggbb`, or null for the product's own. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  colour: string | null;

  @Column('uuid', { nullable: true })
  ownerId: string | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt: Date | null;
}
