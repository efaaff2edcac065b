import { aggregate, PulseQuestion, type PulseAnswer, type PulseChoice } from './pulse';

/** The choice that the title of a question's results may name: only what its counts bear. */
export interface PulseFinding {
  choice: PulseChoice;
  /** People who chose it, among `of` who answered. */
  people: number;
  of: number;
}

/**
 * The choice made by strictly more people than any other; null when there is none, when it cannot be shown, or when
 * too few people answered.
 */
export function findingOf(answers: readonly PulseAnswer[], question: PulseQuestion): PulseFinding | null {
  const { people, results } = aggregate(answers);
  if (people === null) return null;
  const shown = new Map(results.find((result) => result.question === question)?.choices.map(({ choice, people: count }) => [choice, count]));
  const real = [...shown.keys()].map((choice) => ({ choice, count: answers.filter((answer) => (question === PulseQuestion.WHAT_WORKS ? answer.works : answer.doesNotWork).includes(choice)).length }));
  const [first, second] = real.sort((a, b) => b.count - a.count);
  if (!first?.count || first.count === second?.count || !shown.get(first.choice)) return null;
  return { choice: first.choice, people: first.count, of: people };
}
