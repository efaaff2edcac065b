import { Injectable } from '@nestjs/common';
import { People } from '@portevoix/identity/api';
import { Clock, DomainError, type Viewer } from '@portevoix/platform';
import { Cohorts } from '../cohorts.service';

/** How long the person may change their mind. */
export const RETURN_MS = 60 * 60_000;

/** Leaving is one act of the person, without a reason, and leaves nothing for a manager to see. */
@Injectable()
export class Departures {
  constructor(
    private readonly clock: Clock,
    private readonly cohorts: Cohorts,
    private readonly people: People,
  ) {}

  /** Ends every membership and the role; until when it can be undone. */
  async leave({ personId }: Viewer): Promise<Date> {
    await this.cohorts.endAll(personId);
    await this.people.setAmbassador(personId, false);
    return new Date(this.clock.now().getTime() + RETURN_MS);
  }

  /** Undoes `leave` within the hour; TOO_LATE afterwards, or when nothing was left. */
  async comeBack({ personId }: Viewer): Promise<void> {
    const found = await this.cohorts.restore(personId, new Date(this.clock.now().getTime() - RETURN_MS));
    if (!found.length) throw new DomainError('TOO_LATE');
  }
}
