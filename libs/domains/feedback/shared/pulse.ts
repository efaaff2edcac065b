import { registerEnumType } from '@nestjs/graphql';

/** What works, or does not, for somebody in the programme: the choices of both questions. */
export enum PulseChoice {
  /** The contents proposed. */
  CONTENT = 'CONTENT',
  /** How easy it is to use and share. */
  EASE = 'EASE',
  /** The time that it takes. */
  TIME = 'TIME',
  /** How often things are proposed. */
  RHYTHM = 'RHYTHM',
  /** Help from the referent and from colleagues. */
  SUPPORT = 'SUPPORT',
  TRAINING = 'TRAINING',
  /** Being thanked and valued. */
  RECOGNITION = 'RECOGNITION',
  /** Room to say things in one's own way. */
  FREEDOM = 'FREEDOM',
  /** The results for oneself. */
  RESULTS = 'RESULTS',
  OTHER = 'OTHER',
}

export enum PulseQuestion {
  WHAT_WORKS = 'WHAT_WORKS',
  WHAT_DOES_NOT = 'WHAT_DOES_NOT',
}

/** What a pulse is about. */
export enum PulseScope {
  PROGRAMME = 'PROGRAMME',
  /** « Cette publication vous parle-t-elle ? » */
  PUBLICATION = 'PUBLICATION',
}
registerEnumType(PulseChoice, { name: 'PulseChoice' });
registerEnumType(PulseQuestion, { name: 'PulseQuestion' });
registerEnumType(PulseScope, { name: 'PulseScope' });

const OF_PUBLICATION = [PulseChoice.CONTENT, PulseChoice.EASE, PulseChoice.TIME, PulseChoice.FREEDOM, PulseChoice.OTHER] as const;

/** The choices offered about a programme (all) or about one publication. */
export const choicesOf = (scope: PulseScope): readonly PulseChoice[] => (scope === PulseScope.PUBLICATION ? OF_PUBLICATION : Object.values(PulseChoice));

/** One person's answer: any number of choices to each question, none included. */
export interface PulseAnswer {
  works: readonly PulseChoice[];
  doesNotWork: readonly PulseChoice[];
}

export interface PulseChoiceCount {
  choice: PulseChoice;
  /** People who chose it; null when withheld. */
  people: number | null;
}

export interface PulseResult {
  question: PulseQuestion;
  choices: PulseChoiceCount[];
}

export interface PulseSummary {
  /** People who answered; null when there are too few of them. */
  people: number | null;
  /** True when the whole summary is withheld (« pas assez de réponses »). */
  suppressed: boolean;
  results: PulseResult[];
}

/**
 * Counts of a two-question pulse, one answer per person. Under `threshold` people nothing is shown. Above, a choice
 * made by 1 to threshold - 1 people is withheld, and so is one that all but so few made, which tells as much.
 */
export function aggregate(answers: readonly PulseAnswer[], threshold = 5): PulseSummary {
  const suppressed = answers.length < threshold;
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const count = (pick: (answer: PulseAnswer) => readonly PulseChoice[]): PulseChoiceCount[] =>
    Object.values(PulseChoice).map((choice) => {
      const people = answers.filter((answer) => pick(answer).includes(choice)).length;
      return { choice, people: suppressed || isSmall(people) || isSmall(answers.length - people) ? null : people };
    });
  return {
    people: suppressed ? null : answers.length,
    suppressed,
    results: [
      { question: PulseQuestion.WHAT_WORKS, choices: count((answer) => answer.works) },
      { question: PulseQuestion.WHAT_DOES_NOT, choices: count((answer) => answer.doesNotWork) },
    ],
  };
}

/**
 * The answers that may be shown: whole groups of `threshold`, first come first, so that two looks at the same pulse
 * never differ by fewer people than that. `answers` in the order in which they first came.
 */
export function released<T>(answers: readonly T[], threshold = 5): T[] {
  return answers.slice(0, answers.length - (answers.length % threshold));
}
