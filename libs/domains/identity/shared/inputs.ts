import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayUnique, IsEmail, IsEnum, IsIn, IsNotEmpty, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { GroupKind } from './groups';
import { Role } from './roles';

/** Addresses are compared in lower case, without surrounding spaces. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

const Email = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normaliseEmail(value) : value));

export const LIMITS = { name: 80, jobTitle: 120, email: 254, password: 200, minPassword: 12, disclosure: 60 } as const;
export const LOCALES = ['fr', 'en'] as const;

@InputType()
export class SignInInput {
  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.password)
  password: string;

  /** Slug; needed only when the address is known in several organisations of this installation. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  organisation?: string;
}

@InputType()
export class RequestMagicLinkInput {
  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  organisation?: string;
}

@InputType()
export class RedeemMagicLinkInput {
  @Field(() => String)
  @IsString()
  @MaxLength(300)
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
export class UpdateMyPreferencesInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(LOCALES)
  locale?: string;
}

@InputType()
export class ChangeMyPasswordInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.password)
  current?: string;

  @Field(() => String)
  @IsString()
  @MinLength(LIMITS.minPassword)
  @MaxLength(LIMITS.password)
  next: string;
}

@InputType()
export class AddPersonInput {
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.name)
  firstName: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.name)
  lastName: string;

  @Field(() => String)
  @Email()
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.jobTitle)
  jobTitle?: string;

  /** AMBASSADOR cannot be given: it comes from the person's own acceptance. */
  @Field(() => [Role], { defaultValue: [] })
  @IsEnum(Role, { each: true })
  @ArrayUnique()
  roles: Role[] = [];

  @Field(() => [ID], { defaultValue: [] })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  groupIds: string[] = [];
}

@ArgsType()
export class PeopleFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  groupId?: string;

  @Field(() => Role, { nullable: true })
  @IsOptional()
  @IsEnum(Role)
  role?: Role;
}

@InputType()
export class UpdateOrganisationInput {
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.name)
  name: string;

  /** `#rrggbb`, or null for the product's own. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i)
  accent?: string | null;

  /** Added to each shared text: one hashtag, or a short sentence. */
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.disclosure)
  disclosure: string;

  @Field(() => String)
  @IsTimeZone()
  timeZone: string;
}

@InputType()
export class AddGroupInput {
  @Field(() => GroupKind)
  @IsEnum(GroupKind)
  kind: GroupKind;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.name)
  name: string;
}
