import { ArgsType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { IsDay } from '@portevoix/identity/shared';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** Whose business a mutation is: what is kept of it depends on it. */
export enum AuditScope {
  ADMINISTRATION = 'ADMINISTRATION',
  ACCOUNT = 'ACCOUNT',
  PERSONAL = 'PERSONAL',
}
registerEnumType(AuditScope, { name: 'AuditScope' });

@ArgsType()
export class AuditFilter {
  /** Name of a mutation: `deactivatePerson`. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  operation?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** First day, 2026-11-24, in the organisation's zone. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  from?: string;

  /** Last day, included. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  to?: string;
}
