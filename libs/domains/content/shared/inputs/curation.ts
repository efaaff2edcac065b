import { ArgsType, InputType } from '@nestjs/graphql';
import { EnumField, IdField, IntField, TextField } from '@portevoix/identity/shared';
import { ContentKind } from '../kinds';
import { CandidateStatus } from '../states';
import { AddressField, CONTENT_LIMITS } from './fields';

@InputType()
export class AddSourceInput {
  /** A feed, or a page that announces one. */
  @AddressField()
  url: string;

  @EnumField(ContentKind, { nullable: true })
  contentKind?: ContentKind | null;

  @IdField({ nullable: true })
  themeId?: string | null;

  @IntField(CONTENT_LIMITS.minInterval, CONTENT_LIMITS.maxInterval, { defaultValue: 60 })
  intervalMinutes: number = 60;
}

@InputType()
export class AddCandidateInput {
  @AddressField()
  url: string;
}

@ArgsType()
export class CandidateFilter {
  @EnumField(CandidateStatus, { nullable: true })
  status?: CandidateStatus;

  @IdField({ nullable: true })
  sourceId?: string;

  @TextField(100, { nullable: true })
  search?: string;
}
