import { registerEnumType } from '@nestjs/graphql';

/** What a cohort's first campaign is made of, in the order in which it is prepared. */
export enum LaunchItem {
  /** The referent's words to each new member. */
  WELCOME = 'WELCOME',
  /** A raison d'être and a charter in force. */
  PRINCIPLES = 'PRINCIPLES',
  INVITATIONS = 'INVITATIONS',
  /** Something to read and to share on the first day. */
  CONTENT = 'CONTENT',
  /** A moment together. */
  EVENT = 'EVENT',
  CONTEST = 'CONTEST',
}
registerEnumType(LaunchItem, { name: 'LaunchItem' });

export enum LaunchDecisionKind {
  /** It is ready, on somebody's word: only for what the platform cannot see itself. */
  CONFIRMED = 'CONFIRMED',
  /** The launch goes without it, in somebody's name. */
  WAIVED = 'WAIVED',
}
registerEnumType(LaunchDecisionKind, { name: 'LaunchDecisionKind' });
