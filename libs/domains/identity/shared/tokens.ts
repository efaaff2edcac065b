import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsString, MaxLength } from 'class-validator';
import { IntField, NameField } from './fields';

/** Of an API token; the first of `days` is offered first. */
export const TOKEN_LIMITS = { name: 80, scopes: 30, maxDays: 365, days: [90, 30, 365], perPerson: 20 } as const;

@InputType()
export class CreateApiTokenInput {
  /** What it is for: a person with several knows which one to revoke. */
  @NameField(TOKEN_LIMITS.name, { trim: true })
  name: string;

  /** Rights that the person has: `analytics:read`. */
  @Field(() => [String])
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(TOKEN_LIMITS.scopes)
  @ArrayUnique()
  scopes: string[];

  @IntField(1, TOKEN_LIMITS.maxDays)
  expiresInDays: number;
}
