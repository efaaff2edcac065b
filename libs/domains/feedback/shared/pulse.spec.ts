import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate, choicesOf, findingOf, type PulseAnswer, PulseChoice, PulseQuestion, PulseScope, released } from './index';

const choices = fc.array(fc.constantFrom(...Object.values(PulseChoice)));
const answer: fc.Arbitrary<PulseAnswer> = fc.record({ works: choices, doesNotWork: choices });
const times = (count: number, value: PulseAnswer) => Array.from({ length: count }, () => value);
const of = (answers: readonly PulseAnswer[], choice: PulseChoice) => aggregate(answers).results.map(({ choices: counts }) => counts.find((entry) => entry.choice === choice)?.people);

describe('a pulse', () => {
  const content: PulseAnswer = { works: [PulseChoice.CONTENT, PulseChoice.CONTENT], doesNotWork: [PulseChoice.TIME] };
  const nothing: PulseAnswer = { works: [], doesNotWork: [] };

  it('counts people, not ticks', () => {
    expect(of([...times(6, content), ...times(5, nothing)], PulseChoice.CONTENT)).toEqual([6, 0]);
    expect(of([...times(6, content), ...times(5, nothing)], PulseChoice.TIME)).toEqual([0, 6]);
  });

  it('shows nothing under five answers', () => {
    const summary = aggregate(times(4, content));
    expect([summary.people, summary.suppressed]).toEqual([null, true]);
    expect(summary.results.flatMap((result) => result.choices).every(({ people }) => people === null)).toBe(true);
  });

  it('withholds a choice of few, or of all but few', () => {
    expect(of([...times(4, content), ...times(6, nothing)], PulseChoice.CONTENT)).toEqual([null, 0]);
    expect(of([...times(6, content), ...times(4, nothing)], PulseChoice.CONTENT)).toEqual([null, 0]);
  });

  it('never tells about fewer than five people', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        const { people, results } = aggregate(answers);
        for (const { people: chosen } of results.flatMap((result) => result.choices)) {
          if (chosen === null) continue;
          for (const group of [chosen, (people ?? 0) - chosen]) expect(group === 0 || group >= 5).toBe(true);
        }
      }),
    );
  });

  it('shows answers by whole groups of five, so that no two looks differ by fewer', () => {
    expect([4, 5, 9, 10].map((count) => released(times(count, content)).length)).toEqual([0, 5, 5, 10]);
  });

  it('names the choice that leads alone, and only that', () => {
    const time: PulseAnswer = { works: [PulseChoice.TIME], doesNotWork: [] };
    expect(findingOf([...times(10, content), ...times(5, time)], PulseQuestion.WHAT_WORKS)).toEqual({ choice: PulseChoice.CONTENT, people: 10, of: 15 });
    expect(findingOf([...times(5, content), ...times(5, time)], PulseQuestion.WHAT_WORKS)).toBeNull();
    expect(findingOf(times(4, content), PulseQuestion.WHAT_WORKS)).toBeNull();
    expect(findingOf(times(10, nothing), PulseQuestion.WHAT_WORKS)).toBeNull();
    // Twelve of fifteen: shown, it would tell about the three others.
    expect(findingOf([...times(12, content), ...times(3, time)], PulseQuestion.WHAT_WORKS)).toBeNull();
  });

  it('offers about a publication only what a publication can be', () => {
    expect(choicesOf(PulseScope.PUBLICATION)).not.toContain(PulseChoice.TRAINING);
    expect(choicesOf(PulseScope.PROGRAMME)).toHaveLength(10);
  });
});
