import { Field, ID, ObjectType } from '@nestjs/graphql';
import { grantSpecial, lookupRole } from '@portevoix/platform';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant. Not a tenant row itself: its id is every other table's organisation_id. */
@ObjectType()
@Entity()
@Unique('organisation_slug', ['slug'])
export class Organisation {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field(() => String)
  @Column('text')
  slug: string;

  @Field(() => String)
  @Column('text')
  name: string;

  /** `#rrggbb`, or null for the product's own. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  accent: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  logoUrl: string | null;

  /** Added to each shared text, not removable: "#EquipeAcme". */
  @Field(() => String)
  @Column('text')
  disclosure: string;

  /** IANA name; days, weeks and windows are counted in it. */
  @Field(() => String)
  @Column('text')
  timeZone: string;

  @Column('text')
  locale: string;

  @Field(() => Boolean)
  @Column('boolean')
  isDemo: boolean;

  /** Highest number that a person was ever given; never loaded, so that nobody saves an old one. */
  @Column({ type: 'integer', default: 0, select: false })
  lastPersonNumber?: number;
}
grantSpecial({ table: 'organisation', role: lookupRole, privilege: 'SELECT', columns: ['id', 'slug', 'name', 'accent', 'logo_url', 'is_demo'] });
