import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ShareNetwork } from './networks';
import { ShareState } from './states';

registerEnumType(ShareNetwork, { name: 'ShareNetwork' });
registerEnumType(ShareState, { name: 'ShareState' });

/** `text`: the longest post that any network takes; `host`: a DNS name. */
export const SHARE_LIMITS = { text: 63_206, host: 253, maxDailyCap: 50 } as const;

/** Shares that a member may open in one day of the organisation's calendar, until a pilot decides otherwise. */
export const DEFAULT_DAILY_CAP = 5;

/** From this part of a colleague's text on, the member is told that theirs is close to it. */
export const SIMILAR_TEXT = 0.8;

@InputType()
export class OpenShareInput {
  @Field(() => ID)
  @IsUUID()
  publicationId: string;

  @Field(() => ShareNetwork)
  @IsEnum(ShareNetwork)
  network: ShareNetwork;

  /** The member's own words: without link and without the organisation's mention, which are added. */
  @Field(() => String)
  @IsString()
  @MaxLength(SHARE_LIMITS.text)
  text: string;

  /** The proposed text that it started from. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  variantId?: string | null;

  /** Bare host ("mastodon.social"); kept for the next time. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(SHARE_LIMITS.host)
  mastodonInstance?: string | null;
}

@InputType()
export class SaveShareDraftInput {
  @Field(() => ID)
  @IsUUID()
  publicationId: string;

  /** Empty: forget the draft. */
  @Field(() => String)
  @IsString()
  @MaxLength(SHARE_LIMITS.text)
  text: string;
}

@InputType()
export class UpdateSharingPolicyInput {
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(SHARE_LIMITS.maxDailyCap)
  dailyCap: number;
}
