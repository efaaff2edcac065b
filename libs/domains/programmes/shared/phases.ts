import { registerEnumType } from '@nestjs/graphql';

export enum PhaseKind {
  PREPARATION = 'PREPARATION',
  /** The proof of concept: a bounded trial to learn from. */
  TEST = 'TEST',
  RECRUITMENT = 'RECRUITMENT',
  RELAUNCH = 'RELAUNCH',
  DEPLOYMENT = 'DEPLOYMENT',
}
registerEnumType(PhaseKind, { name: 'PhaseKind' });

/** ISO dates, both inclusive; `endsOn` null: open-ended. */
export interface Dated {
  startsOn: string;
  endsOn: string | null;
}

/** The phase that runs on a day, and the first that starts after it. Phases do not overlap; between two, nothing runs. */
export function phasesOn<P extends Dated>(phases: readonly P[], day: string): { current: P | null; next: P | null } {
  const sorted = [...phases].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const current = sorted.findLast(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn >= day)) ?? null;
  return { current, next: sorted.find(({ startsOn }) => startsOn > day) ?? null };
}

export enum PhaseProblem {
  ENDS_BEFORE_START = 'ENDS_BEFORE_START',
  /** Starts before the one before it has ended; an open-ended phase must be the last. */
  OVERLAPS = 'OVERLAPS',
}

/** What is wrong in a set of phases, by place in `phases`; empty when they follow one another. */
export function checkPhases(phases: readonly Dated[]): { index: number; field: 'startsOn' | 'endsOn'; problem: PhaseProblem }[] {
  const order = phases.map((_, index) => index).sort((a, b) => phases[a]!.startsOn.localeCompare(phases[b]!.startsOn) || a - b);
  return order.flatMap((index, place) => {
    const phase = phases[index]!;
    const before = place > 0 ? phases[order[place - 1]!]! : null;
    const problems: ReturnType<typeof checkPhases> = [];
    if (phase.endsOn !== null && phase.endsOn < phase.startsOn) problems.push({ index, field: 'endsOn', problem: PhaseProblem.ENDS_BEFORE_START });
    if (before && (before.endsOn === null || before.endsOn >= phase.startsOn)) problems.push({ index, field: 'startsOn', problem: PhaseProblem.OVERLAPS });
    return problems;
  });
}
