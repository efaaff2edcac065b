import { Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { Db, Mailer } from '@portevoix/platform';
import { demoAccounts } from '../demo/people';

@ObjectType()
export class DemoAccount {
  @Field(() => String)
  email: string;

  /** What the person does, as a role name. */
  @Field(() => String)
  label: string;

  /** Public on purpose: it opens the demo organisation only. */
  @Field(() => String)
  password: string;
}

@ObjectType()
export class SignInOptions {
  @Field(() => Boolean)
  magicLink: boolean;

  /** Name of the organisation, when the installation has one only or the slug names it. */
  @Field(() => String, { nullable: true })
  organisationName: string | null;

  @Field(() => String, { nullable: true })
  accent: string | null;

  /** Empty unless the organisation is the demo. */
  @Field(() => [DemoAccount])
  demoAccounts: DemoAccount[];
}

@Injectable()
export class SignInPage {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
  ) {}

  async options(slug?: string): Promise<SignInOptions> {
    const rows = await this.db.lookup<{ name: string; accent: string | null; is_demo: boolean }>('select name, accent, is_demo from organisation where $1::text is null or slug = $1 limit 2', [slug ?? null]);
    const only = rows.length === 1 ? rows[0]! : null;
    return { magicLink: this.mailer.canSend, organisationName: only?.name ?? null, accent: only?.accent ?? null, demoAccounts: only?.is_demo ? demoAccounts : [] };
  }
}
