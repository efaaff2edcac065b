import { Injectable } from '@nestjs/common';
import { Db, DomainError, type RequestContext } from '@portevoix/platform';
import { Person } from '../person.entity';
import { Directory } from './directory.service';
import { hashPassword, passwordMatches } from './secrets';
import { Throttle } from './throttle';

@Injectable()
export class Passwords {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly throttle: Throttle,
  ) {}

  /** Whose password it is, or null: same answer and same work for an unknown address and a wrong password. */
  async owner({ email, password, organisation }: { email: string; password: string; organisation?: string }, { ip }: RequestContext): Promise<Person | null> {
    const gates = { 'email+ip': `${email} ${ip}`, email, ip };
    await this.throttle.check(gates);
    const person = await this.directory.personAt(email, organisation);
    if (!(await passwordMatches(person?.passwordHash ?? null, password)) || !person) {
      await this.throttle.fail(gates);
      return null;
    }
    await this.throttle.clear('email+ip', gates['email+ip']);
    return person;
  }

  async change(person: Person, current: string | undefined, next: string): Promise<void> {
    if (person.passwordHash && !(await passwordMatches(person.passwordHash, current ?? ''))) throw new DomainError('SIGN_IN_REFUSED');
    await this.db.of(Person).update({ organisationId: person.organisationId, id: person.id }, { passwordHash: await hashPassword(next) });
  }
}
