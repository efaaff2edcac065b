import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayUnique, IsEmail, IsEnum, IsIn, IsOptional, IsString, IsTimeZone, Matches, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { EnumField, IdField, IdsField, NameField, TextField } from './fields';
import { GroupKind } from './groups';
import { Role } from './roles';

/** Addresses are compared in lower case, without surrounding spaces. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

const Email = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normaliseEmail(value) : value));

export const LIMITS = { name: 80, jobTitle: 120, email: 254, password: 200, minPassword: 12, disclosure: 60 } as const;
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

@InputType()
export class SignInInput {
  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @NameField(LIMITS.password)
  password: string;

  /** Slug; needed only when the address is known in several organisations of this installation. */
  @TextField(60, { nullable: true })
  organisation?: string;
}

@InputType()
export class RequestMagicLinkInput {
  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @TextField(60, { nullable: true })
  organisation?: string;
}

@InputType()
export class RedeemMagicLinkInput {
  @TextField(300)
  token: string;
}

@InputType()
export class RedeemSignInCodeInput extends RequestMagicLinkInput {
  @Field(() => String)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s/g, '') : value))
  @Matches(/^\d{8}$/)
  code: string;
}

@InputType()
export class SecondFactorCodeInput {
  /** Six digits of the application, or a recovery code; spaces, hyphens and case do not matter. */
  @Field(() => String)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.slice(0, 100).replace(/[\s-]/g, '').toUpperCase() : value))
  @Matches(/^(\d{6}|[A-Z2-7]{10})$/, { context: { rule: 'isSecondFactorCode' } })
  code: string;
}

@InputType()
export class UpdateMyPreferencesInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(LOCALES)
  locale?: string;
}

@InputType()
export class ChangeMyPasswordInput {
  @TextField(LIMITS.password, { nullable: true })
  current?: string;

  @Field(() => String)
  @IsString()
  @MinLength(LIMITS.minPassword)
  @MaxLength(LIMITS.password)
  next: string;
}

@InputType()
export class AddPersonInput {
  @NameField(LIMITS.name)
  firstName: string;

  @NameField(LIMITS.name)
  lastName: string;

  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @TextField(LIMITS.jobTitle, { nullable: true })
  jobTitle?: string;

  /** AMBASSADOR cannot be given: it comes from the person's own acceptance. */
  @Field(() => [Role], { defaultValue: [] })
  @IsEnum(Role, { each: true })
  @ArrayUnique()
  roles: Role[] = [];

  @IdsField({ defaultValue: [] })
  groupIds: string[] = [];

  /** In which they are written to, until they choose. */
  @Field(() => String, { defaultValue: 'fr' })
  @IsIn(LOCALES)
  locale: string = 'fr';
}

@ArgsType()
export class PeopleFilter {
  @TextField(100, { nullable: true })
  search?: string;

  @IdField({ nullable: true })
  groupId?: string;

  @EnumField(Role, { nullable: true })
  role?: Role;
}

@InputType()
export class UpdateOrganisationInput {
  @NameField(LIMITS.name)
  name: string;

  /** `#rrggbb`, or null for the product's own. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i)
  accent?: string | null;

  /** Added to each shared text: one hashtag, or a short sentence. */
  @NameField(LIMITS.disclosure)
  disclosure: string;

  @Field(() => String)
  @IsTimeZone()
  timeZone: string;
}

@InputType()
export class AddGroupInput {
  @EnumField(GroupKind)
  kind: GroupKind;

  @NameField(LIMITS.name)
  name: string;
}
