import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BandPosition, ClickSignal } from '@portevoix/analytics/shared';
import { Publication } from '@portevoix/content/api';
import { MetricLabel, MetricUnit, type MetricDefinition } from '@portevoix/identity/shared';
import { ShareNetwork } from '@portevoix/sharing/shared';

export enum SuppressionReason {
  /** The group filtered on has fewer than five members. */
  GROUP_TOO_SMALL = 'GROUP_TOO_SMALL',
  /** Fewer than five people are behind the figure, or could be told from it. */
  FEW_PEOPLE = 'FEW_PEOPLE',
}
registerEnumType(SuppressionReason, { name: 'SuppressionReason' });

@ObjectType('MetricDefinition')
export class MetricDefinitionType implements Omit<MetricDefinition, 'formula'> {
  @Field(() => ID)
  id: string;

  @Field(() => MetricLabel)
  label: MetricLabel;

  @Field(() => Int)
  version: number;

  @Field(() => MetricUnit)
  unit: MetricUnit;

  /** In the language asked for. */
  @Field(() => String)
  formula: string;
}

/** A value with how it is known; its label, unit and formula are those of its definition. */
@ObjectType()
export class Figure {
  @Field(() => ID)
  metricId: string;

  /** Null: withheld. */
  @Field(() => Float, { nullable: true })
  value: number | null;

  /** Told in whole groups of five: the value is this, or up to four more. */
  @Field(() => Boolean)
  atLeast: boolean;

  /** Over the period compared with; null: none, or withheld. */
  @Field(() => Float, { nullable: true })
  previous: number | null;

  @Field(() => SuppressionReason, { nullable: true })
  suppressed: SuppressionReason | null;
}

@ObjectType()
export class Dashboard {
  @Field(() => String)
  from: string;

  @Field(() => String)
  to: string;

  @Field(() => String, { nullable: true })
  compareFrom: string | null;

  @Field(() => String, { nullable: true })
  compareTo: string | null;

  @Field(() => [Figure])
  figures: Figure[];
}

@ObjectType()
export class MetricSeries {
  @Field(() => ID)
  metricId: string;

  /** One by day. */
  @Field(() => [Float])
  values: number[];
}

@ObjectType()
export class DailySeries {
  /** ISO dates, none left out. */
  @Field(() => [String])
  days: string[];

  @Field(() => [MetricSeries])
  series: MetricSeries[];
}

/** A share counts once, in the last state it is known to be in. */
@ObjectType()
export class NetworkShares {
  @Field(() => ShareNetwork)
  network: ShareNetwork;

  /** Composer opened, nothing more: never added to the shares. */
  @Field(() => Int)
  opened: number;

  @Field(() => Int)
  declared: number;

  /** A valid click shows that it was posted. */
  @Field(() => Int)
  measured: number;
}

/** Joining is no secret for those who run the programme: small counts are shown. */
@ObjectType()
export class NewMembers {
  /** Days of the organisation's calendar, both included. */
  @Field(() => String)
  from: string;

  @Field(() => String)
  to: string;

  /** People whose first membership of any cohort began in these days: a move between cohorts counts nobody. */
  @Field(() => Int)
  people: number;
}

@ObjectType()
export class ClickBreakdown {
  @Field(() => Int)
  raw: number;

  /** Robots, previews and link checks. */
  @Field(() => Int)
  bots: number;

  /** The same visitor on the same link within the hour. */
  @Field(() => Int)
  duplicates: number;

  /** Members on their own links. */
  @Field(() => Int)
  own: number;

  @Field(() => Int)
  valid: number;
}

/** The clicks of one day against those of the 28 days before. */
@ObjectType()
export class ClickAnomaly {
  @Field(() => String)
  day: string;

  /** Null: withheld. */
  @Field(() => ClickBreakdown, { nullable: true })
  clicks: ClickBreakdown | null;

  /** Modified z-score of the part of clicks set aside; null: withheld, no click, or too few days to compare with. */
  @Field(() => Float, { nullable: true })
  shareScore: number | null;

  /** Modified z-score of the raw clicks; null as above. */
  @Field(() => Float, { nullable: true })
  rawScore: number | null;

  /** In what the day stands out; none: an ordinary day. */
  @Field(() => [ClickSignal])
  signals: ClickSignal[];

  @Field(() => SuppressionReason, { nullable: true })
  suppressed: SuppressionReason | null;
}

@ObjectType()
export class TopPublication {
  @Field(() => Publication)
  publication: Publication;

  @Field(() => Int)
  readers: number;

  /** Declared or measured. */
  @Field(() => Int)
  shares: number;

  @Field(() => Int)
  clicks: number;
}

@ObjectType()
export class ReadersOnly {
  /** People seen in the period; null under five, and of a cohort. */
  @Field(() => Int, { nullable: true })
  people: number | null;

  /** Those who read and shared nothing; null when withheld, and of a cohort. */
  @Field(() => Int, { nullable: true })
  readersOnly: number | null;

  /** 0 to 1, of a cohort to the nearest tenth; null when withheld. */
  @Field(() => Float, { nullable: true })
  share: number | null;

  /** Against the usual band. */
  @Field(() => BandPosition, { nullable: true })
  position: BandPosition | null;

  @Field(() => Float)
  bandLow: number;

  @Field(() => Float)
  bandHigh: number;
}
