import { Injectable } from '@nestjs/common';
import { GoalMetric, MIN_PEOPLE } from '@portevoix/contests/shared';
import { Organisations } from '@portevoix/identity/api';
import { dayRange } from '@portevoix/identity/shared';
import { Clock, Db } from '@portevoix/platform';
import type { Contest } from './contest.entity';

/** Counts of one contest over its whole cohort; no person can be told from them. */
export interface Totals {
  /** People with at least one share, click or reading inside the contest. */
  activeMembers: number;
  /** People of the cohort at some time of the contest. */
  members: number;
  points: number;
  shares: number;
  clicks: number;
  sharesPerActiveMember: number;
}

const INSIDE = (person: string, at: string) => `${at} >= $3 and ${at} < $4 and exists (select 1 from cohort_membership m
  where m.organisation_id = $1 and m.cohort_id = $2 and m.person_id = ${person} and m.since <= ${at} and (m.until is null or m.until > ${at}))`;
const SHARES = `from share s where s.organisation_id = $1 and ${INSIDE('s.person_id', 's.declared_at')}`;
const CLICKS = `from click c join share_link l on l.organisation_id = c.organisation_id and l.id = c.link_id
  where c.organisation_id = $1 and c.valid and ${INSIDE('l.person_id', 'c.at')}`;
const READS = `from reading r where r.organisation_id = $1 and ${INSIDE('r.person_id', 'r.read_at')}`;

/** What a cohort did inside a contest, counted from the events themselves: caps limit points, not facts. */
@Injectable()
export class Results {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {}

  /** Shares or clicks of the cohort's members inside the contest. */
  async progress(contest: Contest): Promise<number> {
    const counted = contest.collectiveGoal.metric === GoalMetric.DECLARED_SHARES ? SHARES : CLICKS;
    const [row] = await this.db.query<{ done: number }>(`select count(*)::int as done ${counted}`, await this.bounds(contest));
    return row!.done;
  }

  /** Null under five active people. */
  async totals(contest: Contest): Promise<Totals | null> {
    const bounds = await this.bounds(contest);
    const [row] = await this.db.query<{ shares: number; clicks: number; active: number }>(
      `select (select count(*)::int ${SHARES}) as shares, (select count(*)::int ${CLICKS}) as clicks,
              (select count(*)::int from (select s.person_id ${SHARES} union select l.person_id ${CLICKS} union select r.person_id ${READS}) as someone) as active`,
      bounds,
    );
    const { shares, clicks, active } = row!;
    if (active < MIN_PEOPLE) return null;
    const [sum] = await this.db.query<{ points: number }>('select coalesce(sum(points), 0)::int as points from contest_score where organisation_id = $1 and contest_id = $2', [contest.organisationId, contest.id]);
    return { activeMembers: active, members: await this.members(bounds), points: sum!.points, shares, clicks, sharesPerActiveMember: shares / active };
  }

  /** Everybody who was in the cohort at some time of the contest so far. */
  private async members([organisationId, cohortId, start, end]: [string, string, Date, Date]): Promise<number> {
    const until = new Date(Math.min(end.getTime(), this.clock.now().getTime()));
    const [row] = await this.db.query<{ members: number }>(
      'select count(distinct person_id)::int as members from cohort_membership where organisation_id = $1 and cohort_id = $2 and since < $4 and (until is null or until > $3)',
      [organisationId, cohortId, start, until],
    );
    return row!.members;
  }

  private async bounds({ organisationId, cohortId, firstDay, lastDay, publishedAt }: Contest): Promise<[string, string, Date, Date]> {
    const { timeZone } = await this.organisations.current();
    const { start } = dayRange(timeZone, firstDay);
    const { end } = dayRange(timeZone, lastDay);
    return [organisationId, cohortId, publishedAt && publishedAt > start ? publishedAt : start, end];
  }
}
