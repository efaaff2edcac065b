import { Field, ObjectType } from '@nestjs/graphql';
import { GroupKind } from '@portevoix/identity/shared';
import { TenantEntity } from '@portevoix/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity';

/** A department, site, subsidiary, partner, or a free group. */
@ObjectType('Group')
@Entity('group')
@Unique('group_name', ['organisationId', 'kind', 'name'])
export class Group extends TenantEntity {
  @Field(() => GroupKind)
  @Column('text')
  kind: GroupKind;

  @Field(() => String)
  @Column('text')
  name: string;
}

/** Who was in which group when: `until` null means still. */
@Entity()
@ForeignKey(() => Group, ['organisationId', 'groupId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Index('group_membership_by_person', ['organisationId', 'personId'])
export class GroupMembership {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  groupId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  since: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  until: Date | null;
}
