import { Field, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { CONTENT_LIMITS, Trim } from './fields';

@InputType()
export class AddThemeInput {
  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.name)
  name: string;

  @Field(() => String, { defaultValue: '' })
  @Trim()
  @IsString()
  @MaxLength(CONTENT_LIMITS.description)
  description: string = '';

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { context: { rule: 'isHexColor' } })
  colour?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType()
export class UpdateThemeInput extends AddThemeInput {
  @Field(() => ID)
  @IsUUID()
  id: string;
}
