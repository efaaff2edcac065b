import { registerEnumType } from '@nestjs/graphql';

/** Two ways of launching with a given number of ambassadors. */
export enum LaunchPlan {
  /** « Lancer avec tout le monde », then follow each person. */
  LAUNCH_ALL = 'LAUNCH_ALL',
  /** Iterative roll-out: one starting group after the other. */
  WAVES = 'WAVES',
}
registerEnumType(LaunchPlan, { name: 'LaunchPlan' });

export enum SizingBand {
  EMPTY = 'EMPTY',
  /** Under 20. */
  SMALL = 'SMALL',
  /** 20 to 29: both ways are sound, the pilot chooses. */
  CHOICE = 'CHOICE',
  /** 30 and more. */
  LARGE = 'LARGE',
}
registerEnumType(SizingBand, { name: 'SizingBand' });

/** Why (or why not) launch that way; the texts are in the catalogues. */
export enum SizingReason {
  EVERYONE_CAN_BE_FOLLOWED = 'EVERYONE_CAN_BE_FOLLOWED',
  ONE_LAUNCH_TO_PREPARE = 'ONE_LAUNCH_TO_PREPARE',
  NO_SECOND_CHANCE = 'NO_SECOND_CHANCE',
  FOLLOW_UP_IS_HEAVY = 'FOLLOW_UP_IS_HEAVY',
  LEARN_FROM_FIRST_WAVE = 'LEARN_FROM_FIRST_WAVE',
  FIRST_WAVE_TESTIFIES = 'FIRST_WAVE_TESTIFIES',
  SMALL_WAVES_COMPARE_POORLY = 'SMALL_WAVES_COMPARE_POORLY',
  STARTING_GROUPS_ARE_STRATEGIC = 'STARTING_GROUPS_ARE_STRATEGIC',
}
registerEnumType(SizingReason, { name: 'SizingReason' });

export interface SizingOption {
  plan: LaunchPlan;
  /** People in each wave, in order; one single wave when everybody starts together. */
  waves: number[];
  /** Personal follow-up cards to open at the launch: one per person of the first wave. */
  followUpCards: number;
  pros: SizingReason[];
  cons: SizingReason[];
}

export interface SizingAdvice {
  people: number;
  band: SizingBand;
  options: SizingOption[];
  /** The plan advised; null when the pilot has to choose, or when there is nobody. */
  recommended: LaunchPlan | null;
}

export const SIZING = { launchAllBelow: 20, wavesFrom: 30, maxWave: 20 } as const;

/**
 * How to launch with that many ambassadors: under 20 everybody together and a follow-up card each; 20 to 29 both
 * ways, with reasons; from 30 in waves. RangeError unless `people` is a whole number, 0 or more.
 */
export function adviseSize(people: number): SizingAdvice {
  if (!Number.isSafeInteger(people) || people < 0) throw new RangeError('people must be a whole number, 0 or more');
  if (people === 0) return { people, band: SizingBand.EMPTY, options: [], recommended: null };
  if (people < SIZING.launchAllBelow) return { people, band: SizingBand.SMALL, options: [launchAll(people)], recommended: LaunchPlan.LAUNCH_ALL };
  if (people < SIZING.wavesFrom) return { people, band: SizingBand.CHOICE, options: [launchAll(people), inWaves(people)], recommended: null };
  return { people, band: SizingBand.LARGE, options: [inWaves(people)], recommended: LaunchPlan.WAVES };
}

function launchAll(people: number): SizingOption {
  const cons = people < SIZING.launchAllBelow ? [SizingReason.NO_SECOND_CHANCE] : [SizingReason.NO_SECOND_CHANCE, SizingReason.FOLLOW_UP_IS_HEAVY];
  return {
    plan: LaunchPlan.LAUNCH_ALL,
    waves: [people],
    followUpCards: people,
    pros: [SizingReason.EVERYONE_CAN_BE_FOLLOWED, SizingReason.ONE_LAUNCH_TO_PREPARE],
    cons,
  };
}

function inWaves(people: number): SizingOption {
  const waves = wavesOf(people);
  const small = people < SIZING.wavesFrom;
  return {
    plan: LaunchPlan.WAVES,
    waves,
    followUpCards: waves[0] ?? 0,
    pros: [SizingReason.LEARN_FROM_FIRST_WAVE, SizingReason.FIRST_WAVE_TESTIFIES, ...(small ? [] : [SizingReason.STARTING_GROUPS_ARE_STRATEGIC])],
    cons: small ? [SizingReason.SMALL_WAVES_COMPARE_POORLY] : [],
  };
}

/**
 * Splits people into the fewest waves of at most 20, at least two. The first is smaller, about four fifths of the
 * average, because it is the one that learns; the others differ by one person at most. RangeError under 4 people,
 * where a smaller first wave makes no sense.
 */
export function wavesOf(people: number): number[] {
  if (!Number.isSafeInteger(people) || people < 4) throw new RangeError('people must be a whole number, 4 or more');
  for (let count = Math.max(2, Math.ceil(people / SIZING.maxWave)); ; count += 1) {
    const first = Math.floor((people / count) * 0.8);
    const others = count - 1;
    const base = Math.floor((people - first) / others);
    const larger = (people - first) % others;
    if (base + (larger > 0 ? 1 : 0) > SIZING.maxWave) continue;
    return [first, ...Array.from({ length: others }, (_, index) => base + (index >= others - larger ? 1 : 0))];
  }
}
