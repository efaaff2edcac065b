import { registerEnumType } from '@nestjs/graphql';

/** What the programme's team decided about a call. */
export enum CallState {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(CallState, { name: 'CallState' });

/** Where a call stands today, its dates included. */
export enum CallPhase {
  DRAFT = 'DRAFT',
  /** Decided, and its first day is to come. */
  UPCOMING = 'UPCOMING',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(CallPhase, { name: 'CallPhase' });

/** How an applicant rates their own ease on social media. */
export enum SelfLevel {
  EXPERT = 'EXPERT',
  BEGINNER = 'BEGINNER',
}
registerEnumType(SelfLevel, { name: 'SelfLevel' });

/** Networks that an applicant may say they use. */
export const APPLICANT_NETWORKS = ['LINKEDIN', 'FACEBOOK', 'BLUESKY', 'MASTODON', 'THREADS', 'X', 'WHATSAPP', 'EMAIL'] as const;

export interface CallDates {
  state: CallState;
  /** ISO dates: first and last day on which one may apply. */
  opensOn: string;
  closesOn: string;
}

/** `today` is the ISO date in the organisation's time zone: a call closes at the end of its last day there. */
export function callPhase({ state, opensOn, closesOn }: CallDates, today: string): CallPhase {
  if (state === CallState.DRAFT) return CallPhase.DRAFT;
  if (state === CallState.CLOSED || today > closesOn) return CallPhase.CLOSED;
  return today < opensOn ? CallPhase.UPCOMING : CallPhase.OPEN;
}
