import { Injectable } from '@nestjs/common';
import { ActivityKind, inWholeGroups, isTooSmall, ShareStanding, suppressTable } from '@portevoix/analytics/shared';
import { Cohorts } from '@portevoix/cohorts/api';
import { OUTSIDE } from '../activity/scopes';
import { Counts, type PeopleOf, type Period } from './counts.service';

/**
 * Figures split by cohort. They are withheld by the table of all cohorts at once, so that no subtraction from the
 * whole, nor of two cohorts, tells about fewer than five people; and told in whole groups of five, so that no
 * subtraction of two periods does either.
 */
@Injectable()
export class ByCohort {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly counts: Counts,
  ) {}

  /** Members in the period; null when there are too few of them for any figure. NOT_FOUND for an unknown cohort. */
  async size(cohortId: string, period: Period): Promise<number | null> {
    await this.cohorts.byId(cohortId);
    const size = await this.counts.members(period, cohortId);
    return isTooSmall(size) ? null : size;
  }

  /** Distinct people of a kind. */
  async people(cohortId: string, kinds: readonly ActivityKind[], period: Period): Promise<number | null> {
    const rows = await this.counts.peopleByScope(kinds, period, await this.scopes());
    return shown(cohortId, rows, async () => rows.find(({ scopeId }) => scopeId === cohortId)!.people);
  }

  /** Events of a kind. */
  async events(cohortId: string, kind: ActivityKind, period: Period): Promise<number | null> {
    return shown(cohortId, await this.counts.peopleByScope([kind], period, await this.scopes()), () => this.counts.events(kind, period, [cohortId]));
  }

  /** Shares by state, of members when they opened the composer. */
  async shares(cohortId: string, period: Period): Promise<Record<'opened' | 'declared' | 'measured', number | null>> {
    const networks = await this.counts.networks(period, [cohortId]);
    const scopes = await this.scopes();
    const of = async (standing: ShareStanding, state: 'opened' | 'declared' | 'measured') =>
      shown(cohortId, await this.counts.peopleByScope([standing], period, scopes), async () => networks.reduce((sum, row) => sum + row[state], 0));
    return { opened: await of(ShareStanding.OPENED, 'opened'), declared: await of(ShareStanding.DECLARED, 'declared'), measured: await of(ShareStanding.MEASURED, 'measured') };
  }

  /** Readers without a share among the people seen, to the nearest tenth; null when they, or the others, would be told of too few. */
  async readersOnly(cohortId: string, period: Period): Promise<number | null> {
    await this.cohorts.byId(cohortId);
    const rows = await this.counts.readersOnlyByScope(period, await this.scopes());
    const index = rows.findIndex(({ scopeId }) => scopeId === cohortId);
    if (index < 0) return null;
    const { rows: table, totals } = suppressTable(rows.map(({ people, readersOnly }) => [readersOnly, people - readersOnly]));
    const { people, readersOnly } = rows[index]!;
    return table[index]!.includes(null) || totals.rows[index] === null ? null : Math.round((10 * readersOnly) / people) / 10;
  }

  /** Every cohort, and those outside of all. */
  private async scopes(): Promise<string[]> {
    return [...(await this.cohorts.list()).map(({ id }) => id), OUTSIDE];
  }
}

/** The cohort's value when its people may be told beside those of the others; none at all is zero. */
async function shown(cohortId: string, rows: readonly PeopleOf[], value: () => Promise<number>): Promise<number | null> {
  const index = rows.findIndex(({ scopeId, people }) => scopeId === cohortId && people > 0);
  if (index < 0) return 0;
  const { rows: table } = suppressTable([rows.map(({ people }) => people)]);
  return table[0]?.[index] === null ? null : inWholeGroups(await value());
}
