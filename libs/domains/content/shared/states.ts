import { registerEnumType } from '@nestjs/graphql';
import { FirstPersonRule } from './voice';
import { Audience, ContentKind, ContentOrigin, PublicationCategory } from './kinds';

export enum SourceKind {
  RSS = 'RSS',
  ATOM = 'ATOM',
  JSON_FEED = 'JSON_FEED',
}

export enum SourceStatus {
  /** Its first fetch has not ended yet. */
  CHECKING = 'CHECKING',
  OK = 'OK',
  FAILING = 'FAILING',
  PAUSED = 'PAUSED',
}

export enum CandidateStatus {
  /** Added by its address; the page has not been read yet. */
  FETCHING = 'FETCHING',
  NEW = 'NEW',
  USED = 'USED',
  DISMISSED = 'DISMISSED',
  /** The page could not be read. */
  FAILED = 'FAILED',
}

export enum PublicationStatus {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  APPROVED = 'APPROVED',
  SCHEDULED = 'SCHEDULED',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}

/** What a line of a publication's history tells. */
export enum RevisionKind {
  CREATED = 'CREATED',
  EDITED = 'EDITED',
  STATUS = 'STATUS',
  /** Somebody tried to make an instruction shareable. */
  SHARING_REFUSED = 'SHARING_REFUSED',
}

/** Why an item is in somebody's feed. */
export enum ShownBecause {
  EVERYONE = 'EVERYONE',
  COHORT = 'COHORT',
  GROUP = 'GROUP',
}

export enum FeedFilter {
  FOR_YOU = 'FOR_YOU',
  SHAREABLE = 'SHAREABLE',
  INTERNAL = 'INTERNAL',
}

registerEnumType(Audience, { name: 'Audience' });
registerEnumType(CandidateStatus, { name: 'CandidateStatus' });
registerEnumType(ContentKind, { name: 'ContentKind' });
registerEnumType(ContentOrigin, { name: 'ContentOrigin' });
registerEnumType(FeedFilter, { name: 'FeedFilter' });
registerEnumType(FirstPersonRule, { name: 'FirstPersonRule' });
registerEnumType(PublicationCategory, { name: 'PublicationCategory' });
registerEnumType(PublicationStatus, { name: 'PublicationStatus' });
registerEnumType(RevisionKind, { name: 'RevisionKind' });
registerEnumType(ShownBecause, { name: 'ShownBecause' });
registerEnumType(SourceKind, { name: 'SourceKind' });
registerEnumType(SourceStatus, { name: 'SourceStatus' });
