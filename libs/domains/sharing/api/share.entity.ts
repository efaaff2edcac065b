import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Publication } from '@portevoix/content/api';
import { Organisation, Person } from '@portevoix/identity/api';
import { TenantEntity } from '@portevoix/platform';
import { ShareNetwork, ShareState } from '@portevoix/sharing/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What one member did with one publication on one network. Only the member reads it; others get counts. */
@ObjectType()
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('share_once', ['organisationId', 'personId', 'publicationId', 'network'])
@Index('share_by_publication', ['organisationId', 'publicationId'])
@Index('share_by_opening', ['organisationId', 'openedAt'])
export class Share extends TenantEntity {
  @Column('uuid')
  personId: string;

  @Field(() => ID)
  @Column('uuid')
  publicationId: string;

  @Field(() => ShareNetwork)
  @Column('text')
  network: ShareNetwork;

  @Field(() => ShareState)
  @Column('text')
  state: ShareState;

  /** The member's own words, without the mention and the link. */
  @Field(() => String)
  @Column('text')
  text: string;

  /** The proposed text that it started from; that text may since be gone. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  variantId: string | null;

  /** Whether the words differ from the proposed text's. */
  @Field(() => Boolean)
  @Column('boolean')
  edited: boolean;

  /** First time that the network's composer was opened. */
  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  openedAt: Date;

  /** Last time, when it was opened again; the day that the cap counts it on. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reopenedAt: Date | null;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  declaredAt: Date | null;

  /** « Finalement, je n’ai pas publié. » */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retractedAt: Date | null;

  /** The first valid click. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  clickedAt: Date | null;
}

/** Words that a member keeps for later, one text per publication. */
@ObjectType()
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
export class ShareDraft {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Field(() => ID)
  @PrimaryColumn('uuid')
  publicationId: string;

  @Field(() => String)
  @Column('text')
  text: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3 })
  savedAt: Date;
}

/** What a member would otherwise type each time. */
@Entity()
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
export class SharingPreference {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('text', { nullable: true })
  mastodonInstance: string | null;
}

/** What a pilot decided about sharing; no row: the defaults. */
@ObjectType()
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class SharingPolicy {
  @PrimaryColumn('uuid')
  organisationId: string;

  /** Shares that a member may open in one day of the organisation's calendar. */
  @Field(() => Int)
  @Column('integer')
  dailyCap: number;
}
