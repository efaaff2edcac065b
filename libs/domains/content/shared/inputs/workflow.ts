import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsDate, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CONTENT_LIMITS, Trim } from './fields';

@InputType()
export class SchedulePublicationInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => Date)
  @IsDate()
  at: Date;
}

@InputType()
export class RequestChangesInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  @Field(() => String)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CONTENT_LIMITS.comment)
  comment: string;
}

@InputType()
export class PinPublicationInput {
  @Field(() => ID)
  @IsUUID()
  id: string;

  /** Null: no longer pinned. */
  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType()
export class ArchivePublicationsInput {
  @Field(() => [ID])
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(100)
  ids: string[];

  /** False brings them back as they were. */
  @Field(() => Boolean, { defaultValue: true })
  @IsBoolean()
  archived: boolean = true;
}
