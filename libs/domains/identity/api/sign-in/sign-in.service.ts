import { Injectable } from '@nestjs/common';
import { DomainError, PassingError, type RequestContext } from '@portevoix/platform';
import passport from 'passport';
import type { Person } from '../person.entity';
import { Challenges } from '../second-factor/challenge';
import { SecondFactors } from '../second-factor/second-factors.service';
import { Sessions } from './sessions.service';
import { Strategies, type SignInRequest, type WayIn } from './strategies';

/** The part of passport that we drive: its own types are Express's. */
type Authenticate = (request: object, response: object, next: (error?: unknown) => void) => void;

/**
 * Drives passport with an operation's own input instead of an Express request, inside the operation's unit of work.
 * One passport per application, not the package's shared one: two applications in a process do not mix.
 */
@Injectable()
export class SignIn {
  readonly passport = new passport.Passport();

  constructor(
    strategies: Strategies,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly challenges: Challenges,
  ) {
    for (const [name, strategy] of strategies.byName) this.passport.use(name, strategy);
  }

  /** Opens a session for whomever the strategy says; SIGN_IN_REFUSED when it says nobody. Of somebody with a second factor it opens none, and answers SECOND_FACTOR_REQUIRED. */
  async by(way: WayIn, input: object, context: RequestContext): Promise<Person> {
    const person = await this.authenticate(way, { body: input, context });
    if (!person) throw new DomainError('SIGN_IN_REFUSED');
    if (await this.factors.isOn(person.id)) {
      this.challenges.give({ organisationId: person.organisationId, personId: person.id }, context);
      throw new PassingError('SECOND_FACTOR_REQUIRED');
    }
    await this.sessions.open(person, context);
    return person;
  }

  private authenticate(way: WayIn, request: SignInRequest): Promise<Person | false | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, person?: unknown) => (error ? reject(error as Error) : resolve((person ?? false) as Person | false));
      const authenticate = this.passport.authenticate(way, { session: false }, done) as Authenticate;
      authenticate({ ...request }, {}, (error) => reject(error instanceof Error ? error : new Error(`The strategy ${way} did not decide`)));
    });
  }
}
