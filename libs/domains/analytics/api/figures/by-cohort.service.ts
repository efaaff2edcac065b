import { Injectable } from '@nestjs/common';
import { ActivityKind, isTooSmall, suppressTable } from '@portevoix/analytics/shared';
import { Cohorts } from '@portevoix/cohorts/api';
import { Db } from '@portevoix/platform';
import { Counts, type Period } from './counts.service';


interface Row extends Record<string, unknown> {
  /** Null: people outside of every cohort. */
  cohort: string | null;
  /** Distinct people behind the value. */
  people: number;
  value: number;
}

/** Facts of the period with the cohorts their person was in at that instant. */
const FACTS = `select e.*, m.cohort_id as cohort from activity_event e
    left join cohort_membership m on m.organisation_id = e.organisation_id and m.person_id = e.person_id and m.since <= e.at and (m.until is null or m.until > e.at)
   where e.organisation_id = $1 and e.at >= $2 and e.at < $3`;

/**
 * Figures split by cohort. They are withheld by the table of all cohorts at once, so that no subtraction from the
 * whole, nor of two cohorts, tells about fewer than five people.
 */
@Injectable()
export class ByCohort {
  constructor(
    private readonly db: Db,
    private readonly cohorts: Cohorts,
    private readonly counts: Counts,
  ) {}

  /** Members in the period; null when there are too few of them for any figure. NOT_FOUND for an unknown cohort. */
  async size(cohortId: string, period: Period): Promise<number | null> {
    await this.cohorts.byId(cohortId);
    const [organisationId, start, end] = await this.counts.bounds(period);
    const [row] = await this.db.query<{ n: number }>('select count(distinct person_id)::int as n from cohort_membership where organisation_id = $1 and cohort_id = $4 and since < $3 and (until is null or until > $2)', [organisationId, start, end, cohortId]);
    const size = row?.n ?? 0;
    return isTooSmall(size) ? null : size;
  }

  /** Distinct people of a kind. */
  async people(cohortId: string, kinds: readonly ActivityKind[], period: Period): Promise<number | null> {
    const rows = await this.db.query<Row>(`select cohort, count(distinct person_id)::int as people, count(distinct person_id)::int as value from (${FACTS}) f where kind = any($4) group by 1`, [...(await this.counts.bounds(period)), kinds]);
    return this.shown(cohortId, rows);
  }

  /** Events of a kind. */
  async events(cohortId: string, kind: ActivityKind, period: Period): Promise<number | null> {
    const rows = await this.db.query<Row>(`select cohort, count(distinct person_id)::int as people, count(*)::int as value from (${FACTS}) f where kind = $4 group by 1`, [...(await this.counts.bounds(period)), kind]);
    return this.shown(cohortId, rows);
  }

  /** Shares by state, of members when they opened the composer. */
  async shares(cohortId: string, { from, to }: Period): Promise<Record<'opened' | 'declared' | 'measured', number | null>> {
    const split = (state: string) =>
      this.db.query<Row>(
        `select m.cohort_id as cohort, count(distinct s.person_id)::int as people, count(distinct s.share_id)::int as value from share_life s
           left join activity_event e on e.organisation_id = s.organisation_id and e.subject_id = s.share_id and e.kind = 'SHARE_OPENED'
           left join cohort_membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.since <= e.at and (m.until is null or m.until > e.at)
          where s.organisation_id = $1 and ${state} group by 1`,
        [this.db.organisationId, from, to],
      );
    const opened = await split('s.shared_on is null and s.opened_on between $2 and $3');
    const declared = await split('not s.measured and s.shared_on between $2 and $3');
    const measured = await split('s.measured and s.shared_on between $2 and $3');
    return { opened: this.shown(cohortId, opened), declared: this.shown(cohortId, declared), measured: this.shown(cohortId, measured) };
  }

  /** The cohort's cell of the row of all cohorts and of those outside; none at all is zero. */
  private shown(cohortId: string, rows: readonly Row[]): number | null {
    const index = rows.findIndex(({ cohort }) => cohort === cohortId);
    if (index < 0) return 0;
    const { rows: shown } = suppressTable([rows.map(({ people }) => people)]);
    return shown[0]?.[index] === null ? null : rows[index]!.value;
  }
}
