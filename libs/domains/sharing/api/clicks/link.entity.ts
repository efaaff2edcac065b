import { Publication } from '@portevoix/content/api';
import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '@portevoix/identity/api';
import { APPEND_ONLY, DatedEntity, grantSpecial, lookupRole, redirectRole, TenantEntity } from '@portevoix/platform';
import { ClickReason, ShareNetwork } from '@portevoix/sharing/shared';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Share } from '../share.entity';

/** The member's own short link for a publication on a network; it lives as long as the post that carries it. */
@ObjectType()
@Entity()
@ForeignKey(() => Share, ['organisationId', 'shareId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['organisationId', 'personId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Publication, ['organisationId', 'publicationId'], ['organisationId', 'id'], { onDelete: 'CASCADE' })
@Unique('share_link_code', ['code'])
@Unique('share_link_share', ['organisationId', 'shareId'])
@Unique('share_link_once', ['organisationId', 'personId', 'publicationId', 'network'])
export class ShareLink extends DatedEntity {
  @Column('uuid')
  shareId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  publicationId: string;

  @Column('text')
  network: ShareNetwork;

  /** Ten characters of nanoid's alphabet, unique in the installation. */
  @Field(() => String)
  @Column({ type: 'text', collation: 'C' })
  code: string;

  /** http or https, with UTM parameters; never a person's name in it. */
  @Field(() => String)
  @Column('text')
  targetUrl: string;

  @Column('text')
  ogTitle: string;

  @Column('text')
  ogDescription: string;

  /** Absolute address, or null. */
  @Column('text', { nullable: true })
  ogImage: string | null;

  /** A link taken back answers as an unknown one. */
  @Column('boolean')
  disabled: boolean;
}
grantSpecial({
  table: 'share_link',
  role: redirectRole,
  privilege: 'SELECT',
  columns: ['organisation_id', 'id', 'person_id', 'code', 'target_url', 'og_title', 'og_description', 'og_image', 'disabled'],
});

/**
 * One hit on a short link, as it came; `valid` is decided once, in the statement that writes it.
 * The visitor's address is not here: only a hash under a salt of the day. No foreign key: it would lock, and write, the
 * link's own row for each click. A click whose link is gone counts for nobody.
 */
@Entity({ comment: APPEND_ONLY })
@Index('click_once_an_hour', ['organisationId', 'linkId', 'visitorHash', 'hour'], { unique: true })
@Index('click_by_time', ['at'], { type: 'brin' })
export class Click extends TenantEntity {
  @Column('uuid')
  linkId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /**
   * The hour since 1970 (UTC) in which it counts for its visitor; null for one that does not count, since nothing is
   * unique in null: one index holds them all, and finds the clicks of a link too.
   */
  @Column('integer', { nullable: true })
  hour: number | null;

  /** Compared by its bytes: it is in no language. */
  @Column({ type: 'text', collation: 'C' })
  visitorHash: string;

  @Column('boolean')
  valid: boolean;

  @Column('text')
  reason: ClickReason;

  /** Unknown as long as no location data is installed. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  referrerHost: string | null;
}
grantSpecial({ table: 'click', role: redirectRole, privilege: 'INSERT' });
// RETURNING tells which rows were new; ids say nothing of who clicked.
grantSpecial({ table: 'click', role: redirectRole, privilege: 'SELECT', columns: ['organisation_id', 'id'] });

/** Valid clicks that no event has told yet, a row for those of one statement: written with them, deleted with their events, whatever the order of commits. */
@Entity('click_pending')
export class PendingClicks {
  @PrimaryColumn('uuid')
  organisationId: string;

  /** The first click's. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { array: true })
  clickIds: string[];
}
grantSpecial({ table: 'click_pending', role: redirectRole, privilege: 'INSERT' });
grantSpecial({ table: 'click_pending', role: lookupRole, privilege: 'SELECT', columns: ['organisation_id'] });
