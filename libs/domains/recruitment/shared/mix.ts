import { registerEnumType } from '@nestjs/graphql';

export enum MixStatus {
  EMPTY = 'EMPTY',
  BALANCED = 'BALANCED',
  TOO_MANY_EXPERTS = 'TOO_MANY_EXPERTS',
  TOO_MANY_BEGINNERS = 'TOO_MANY_BEGINNERS',
  /** Nobody to learn from: what the test phase shows would be biased. */
  ONLY_EXPERTS = 'ONLY_EXPERTS',
}
registerEnumType(MixStatus, { name: 'MixStatus' });

export interface GroupMix {
  /** People at ease on social media. */
  experts: number;
  /** Motivated people who begin. */
  beginners: number;
  /** People whose level is not known yet: they are not counted in the share. */
  unrated?: number;
}

export interface MixAdvice extends Required<GroupMix> {
  /** Experts among the people whose level is known, 0 to 1; null when there is none. */
  expertShare: number | null;
  band: { min: number; max: number };
  status: MixStatus;
  /** The fewest people to invite to come back inside the band. */
  invite: { experts: number; beginners: number };
}

/** Half experts, half beginners is the aim; 40 to 60 % is held to be balanced. */
export const MIX_BAND = { min: 0.4, max: 0.6 } as const;

/** Weighs experts against beginners in a group. RangeError unless the counts are whole numbers, 0 or more. */
export function adviseMix({ experts, beginners, unrated = 0 }: GroupMix): MixAdvice {
  for (const count of [experts, beginners, unrated]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('Counts must be whole numbers, 0 or more');
  }
  const rated = experts + beginners;
  // 40 % and 60 % in whole numbers: e / (e + b) > 3/5 is 2e > 3b.
  const missingBeginners = Math.max(0, Math.ceil((2 * experts - 3 * beginners) / 3));
  const missingExperts = Math.max(0, Math.ceil((2 * beginners - 3 * experts) / 3));
  return {
    experts,
    beginners,
    unrated,
    expertShare: rated === 0 ? null : experts / rated,
    band: { ...MIX_BAND },
    status: statusOf(experts, beginners, missingExperts, missingBeginners),
    invite: { experts: missingExperts, beginners: missingBeginners },
  };
}

function statusOf(experts: number, beginners: number, missingExperts: number, missingBeginners: number): MixStatus {
  if (experts + beginners === 0) return MixStatus.EMPTY;
  if (beginners === 0) return MixStatus.ONLY_EXPERTS;
  if (missingBeginners > 0) return MixStatus.TOO_MANY_EXPERTS;
  return missingExperts > 0 ? MixStatus.TOO_MANY_BEGINNERS : MixStatus.BALANCED;
}
