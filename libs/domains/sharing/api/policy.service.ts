import { Injectable } from '@nestjs/common';
import type { Publication } from '@portevoix/content/api';
import { Audience, isShareable } from '@portevoix/content/shared';
import { dayOf, dayRange } from '@portevoix/identity/shared';
import { Organisations } from '@portevoix/identity/api';
import { Clock, Db, DomainError } from '@portevoix/platform';
import { DEFAULT_DAILY_CAP, type UpdateSharingPolicyInput } from '@portevoix/sharing/shared';
import { SharingPolicy } from './share.entity';

export interface TodaysShares {
  dailyCap: number;
  used: number;
}

/** What may be shared, and how often. */
@Injectable()
export class SharingRules {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {}

  async policy(): Promise<SharingPolicy> {
    const { organisationId } = this.db;
    return (await this.db.of(SharingPolicy).findOneBy({ organisationId })) ?? { organisationId, dailyCap: DEFAULT_DAILY_CAP };
  }

  async update({ dailyCap }: UpdateSharingPolicyInput): Promise<SharingPolicy> {
    const policy = { organisationId: this.db.organisationId, dailyCap };
    await this.db.of(SharingPolicy).upsert(policy, ['organisationId']);
    return policy;
  }

  /** NOT_SHAREABLE for what stays inside, EXPIRED past its validity. */
  check({ audience, expiresAt }: Publication): void {
    if (!isShareable(audience)) throw new DomainError('NOT_SHAREABLE', { why: audience === Audience.INSTRUCTION ? 'INSTRUCTION' : 'INTERNAL' });
    if (expiresAt && expiresAt <= this.clock.now()) throw new DomainError('EXPIRED', { expiresAt: expiresAt.toISOString() });
  }

  /** Shares opened and not taken back on this day of the organisation's calendar, one of them (`except`) apart. */
  async today(personId: string, except: string | null = null): Promise<TodaysShares> {
    const { timeZone } = await this.organisations.current();
    const { start, end } = dayRange(timeZone, dayOf(this.clock.now(), timeZone));
    const [row] = await this.db.query<{ used: number }>(
      `select count(*)::int as used from share
        where organisation_id = $1 and person_id = $2 and retracted_at is null and id is distinct from $5
          and coalesce(reopened_at, opened_at) >= $3 and coalesce(reopened_at, opened_at) < $4`,
      [this.db.organisationId, personId, start, end, except],
    );
    return { dailyCap: (await this.policy()).dailyCap, used: row?.used ?? 0 };
  }
}
