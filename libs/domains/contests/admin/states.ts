import type { ContestState } from '@portevoix/graphql';
import type { Tone } from '@portevoix/ui';

export type ShownState = ContestState | 'DRAFT';

export const TONES: Record<ShownState, Tone> = { DRAFT: 'neutral', UPCOMING: 'info', RUNNING: 'good', FINISHED: 'neutral' };

/** A draft has no state to speak of until it is opened. */
export const stateOf = ({ publishedAt, state }: { publishedAt?: unknown; state: ContestState }): ShownState => (publishedAt ? state : 'DRAFT');
