import { Injectable } from '@nestjs/common';
import { ActivityKind, inWholeGroups, isTooSmall, ShareStanding, suppressTable } from '@portevoix/analytics/shared';
import { Cohorts } from '@portevoix/cohorts/api';
import { badInput } from '@portevoix/platform';
import { ORIGINS, OUTSIDE } from '../activity/scopes';
import { Counts, type Part, type PeopleOf, type Period } from './counts.service';

/** A part among the others that everybody is split into. */
export interface PartScope {
  part: Part;
  scopeId: string;
  among: readonly string[];
}

/**
 * Figures split by cohort, or by how members came. They are withheld by the table of all parts at once, so that no
 * subtraction from the whole, nor of two parts, tells about fewer than five people; and told in whole groups of five,
 * so that no subtraction of two periods, nor of a cohort and an origin, does either.
 */
@Injectable()
export class ByPart {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly counts: Counts,
  ) {}

  /** Null for everybody. NOT_FOUND for an unknown cohort; BAD_INPUT for a cohort and an origin together. */
  async scope({ cohortId, origin }: Part): Promise<PartScope | null> {
    if (cohortId && origin) throw badInput('origin', 'isAlone');
    if (origin) return { part: { origin }, scopeId: ORIGINS[origin], among: [...Object.values(ORIGINS), OUTSIDE] };
    if (!cohortId) return null;
    await this.cohorts.byId(cohortId);
    return { part: { cohortId }, scopeId: cohortId, among: [...(await this.cohorts.list()).map(({ id }) => id), OUTSIDE] };
  }

  /** Members in the period; null when there are too few of them for any figure. */
  async size({ part }: PartScope, period: Period): Promise<number | null> {
    const size = await this.counts.members(period, part);
    return isTooSmall(size) ? null : size;
  }

  /** Distinct people of a kind. */
  async people({ scopeId, among }: PartScope, kinds: readonly ActivityKind[], period: Period): Promise<number | null> {
    const rows = await this.counts.peopleByScope(kinds, period, among);
    return shown(scopeId, rows, async () => rows.find((row) => row.scopeId === scopeId)!.people);
  }

  /** Events of a kind. */
  async events({ scopeId, among }: PartScope, kind: ActivityKind, period: Period): Promise<number | null> {
    return shown(scopeId, await this.counts.peopleByScope([kind], period, among), () => this.counts.events(kind, period, [scopeId]));
  }

  /** Shares by state, of members when they opened the composer. */
  async shares({ scopeId, among }: PartScope, period: Period): Promise<Record<'opened' | 'declared' | 'measured', number | null>> {
    const networks = await this.counts.networks(period, [scopeId]);
    const of = async (standing: ShareStanding, state: 'opened' | 'declared' | 'measured') =>
      shown(scopeId, await this.counts.peopleByScope([standing], period, among), async () => networks.reduce((sum, row) => sum + row[state], 0));
    return { opened: await of(ShareStanding.OPENED, 'opened'), declared: await of(ShareStanding.DECLARED, 'declared'), measured: await of(ShareStanding.MEASURED, 'measured') };
  }

  /** Readers without a share among the people seen, to the nearest tenth; null when they, or the others, would be told of too few. */
  async readersOnly({ scopeId, among }: PartScope, period: Period): Promise<number | null> {
    const rows = await this.counts.readersOnlyByScope(period, among);
    const index = rows.findIndex((row) => row.scopeId === scopeId);
    if (index < 0) return null;
    const { rows: table, totals } = suppressTable(rows.map(({ people, readersOnly }) => [readersOnly, people - readersOnly]));
    const { people, readersOnly } = rows[index]!;
    return table[index]!.includes(null) || totals.rows[index] === null ? null : Math.round((10 * readersOnly) / people) / 10;
  }
}

/** The part's value when its people may be told beside those of the others; none at all is zero. */
async function shown(of: string, rows: readonly PeopleOf[], value: () => Promise<number>): Promise<number | null> {
  const index = rows.findIndex(({ scopeId, people }) => scopeId === of && people > 0);
  if (index < 0) return 0;
  const { rows: table } = suppressTable([rows.map(({ people }) => people)]);
  return table[0]?.[index] === null ? null : inWholeGroups(await value());
}
