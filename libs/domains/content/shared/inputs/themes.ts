import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IdField, NameField, TextField } from '@portevoix/identity/shared';
import { IsOptional, Matches } from 'class-validator';
import { CONTENT_LIMITS } from './fields';

@InputType()
export class AddThemeInput {
  @NameField(CONTENT_LIMITS.name, { trim: true })
  name: string;

  @TextField(CONTENT_LIMITS.description, { trim: true, nullable: true })
  description?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { context: { rule: 'isHexColor' } })
  colour?: string | null;

  @IdField({ nullable: true })
  ownerId?: string | null;
}

@InputType()
export class UpdateThemeInput extends AddThemeInput {
  @IdField()
  id: string;
}

@ArgsType()
export class OwnerSearch {
  /** Words of a name or an address. */
  @TextField(100, { trim: true, defaultValue: '' })
  search: string = '';
}
