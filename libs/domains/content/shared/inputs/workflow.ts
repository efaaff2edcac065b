import { Field, InputType } from '@nestjs/graphql';
import { IdField, IdsField, NameField } from '@portevoix/identity/shared';
import { IsBoolean, IsDate, IsOptional } from 'class-validator';
import { CONTENT_LIMITS } from './fields';

@InputType()
export class SchedulePublicationInput {
  @IdField()
  id: string;

  @Field(() => Date)
  @IsDate()
  at: Date;
}

@InputType()
export class RequestChangesInput {
  @IdField()
  id: string;

  @NameField(CONTENT_LIMITS.comment, { trim: true })
  comment: string;
}

@InputType()
export class PinPublicationInput {
  @IdField()
  id: string;

  /** Null: no longer pinned. */
  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType()
export class ArchivePublicationsInput {
  @IdsField({ max: 100 })
  ids: string[];

  /** False brings them back as they were. */
  @Field(() => Boolean, { defaultValue: true })
  @IsBoolean()
  archived: boolean = true;
}
