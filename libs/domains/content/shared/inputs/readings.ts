import { Field, Float, InputType } from '@nestjs/graphql';
import { IdField } from '@portevoix/identity/shared';
import { IsNumber, Matches, Max, Min } from 'class-validator';

@InputType()
export class RecordReadingInput {
  @IdField()
  publicationId: string;

  /** Milliseconds visible and active since the page was opened; 0 when it opens. */
  @Field(() => Float)
  @IsNumber()
  @Min(0)
  activeMs: number;

  /** Deepest part of the content seen, 0 to 1. */
  @Field(() => Float)
  @IsNumber()
  @Min(0)
  @Max(1)
  depth: number;

  /** Names this opening of the page. */
  @Field(() => String)
  @Matches(/^[\w-]{8,64}$/, { context: { rule: 'isSessionKey' } })
  sessionKey: string;
}
