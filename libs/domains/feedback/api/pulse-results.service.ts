import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { aggregate, findingOf, PulseChoice, PulseQuestion, released, type PulseChoiceCount, type PulseResult, type PulseSummary } from '@portevoix/feedback/shared';
import { Organisations } from '@portevoix/identity/api';
import { dayOf, weekOf } from '@portevoix/identity/shared';
import { Db } from '@portevoix/platform';
import { PulseAnswer } from './pulse.entity';
import { Pulses } from './pulses.service';

@ObjectType('PulseChoiceCount')
class ChoiceCount implements PulseChoiceCount {
  @Field(() => PulseChoice)
  choice: PulseChoice;

  /** Null when withheld: under five people, or all but fewer than five. */
  @Field(() => Int, { nullable: true })
  people: number | null;
}

@ObjectType('PulseFinding')
class Finding {
  @Field(() => PulseChoice)
  choice: PulseChoice;

  @Field(() => Int)
  people: number;

  @Field(() => Int)
  of: number;
}

@ObjectType('PulseQuestionResult')
class QuestionResult implements PulseResult {
  @Field(() => PulseQuestion)
  question: PulseQuestion;

  @Field(() => [ChoiceCount])
  choices: ChoiceCount[];

  /** The choice that leads alone. */
  @Field(() => Finding, { nullable: true })
  finding: Finding | null;
}

/** What people answered, without anybody in it: counted by groups of five. */
@ObjectType()
export class PulseResults implements PulseSummary {
  /** Null: fewer than five answers. */
  @Field(() => Int, { nullable: true })
  people: number | null;

  @Field(() => Boolean)
  suppressed: boolean;

  /** Answers came in that wait until they are five. */
  @Field(() => Boolean)
  waiting: boolean;

  @Field(() => [QuestionResult])
  results: QuestionResult[];

  /** Free words, in an order that says nothing of when they came. */
  @Field(() => [String])
  comments: string[];

  /** Monday of the week of the last answer shown, ISO date. */
  @Field(() => String, { nullable: true })
  lastWeek: string | null;
}

/** Aggregates of pulses; no method gives an answer with its author. */
@Injectable()
export class PulseAggregates {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly pulses: Pulses,
  ) {}

  /** NOT_FOUND for an unknown pulse. */
  async of(pulseId: string): Promise<PulseResults> {
    await this.pulses.byId(pulseId);
    const all = await this.db.of(PulseAnswer).find({ where: { organisationId: this.db.organisationId, pulseId }, order: { createdAt: 'ASC', id: 'ASC' } });
    const answers = released(all);
    const { people, suppressed, results } = aggregate(answers);
    const last = answers.at(-1);
    return {
      people,
      suppressed,
      waiting: all.length > answers.length,
      results: results.map((result) => ({ ...result, finding: findingOf(answers, result.question) })),
      comments: shuffled(answers.map(({ comment }) => comment).filter(Boolean)),
      lastWeek: last ? weekOf(dayOf(last.createdAt, (await this.organisations.current()).timeZone)).monday : null,
    };
  }
}

/** Fisher and Yates, with the system's own randomness. */
function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
