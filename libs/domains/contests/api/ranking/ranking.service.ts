import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { contestState, ContestState, rank, type JoinRankingInput, type Ranked, type Score } from '@portevoix/contests/shared';
import { normaliseText } from '@portevoix/content/shared';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Db, DomainError, isUniqueViolation, Live, type Viewer } from '@portevoix/platform';
import { In } from 'typeorm';
import type { Contest } from '../contest.entity';
import { boardChanged, type RankingChange } from '../live-topics';
import { RankingOptIn } from './ranking.entity';
import { Standings } from './standings.service';

export interface BoardRow extends Score {
  name: string;
}

/** Who chose to be ranked, under which name, and in which order. */
@Injectable()
export class Ranking {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly standings: Standings,
  ) {}

  /** The viewer's own choice in a contest; null when they are not ranked. */
  mine({ personId }: Viewer, contestId: string): Promise<RankingOptIn | null> {
    return this.db
      .loader<string, RankingOptIn | null>(`contests.my-ranking.${personId}`, async (ids) => {
        const rows = await this.db.of(RankingOptIn).findBy({ organisationId: this.db.organisationId, personId, contestId: In([...ids]) });
        return ids.map((id) => rows.find((row) => row.contestId === id) ?? null);
      })
      .load(contestId);
  }

  /** How many chose to be ranked. */
  async people(viewer: Viewer, contestId: string): Promise<number> {
    const board = await this.standings.of(contestId);
    return board.people(viewer.personId) + ((await this.mine(viewer, contestId)) ? 1 : 0);
  }

  /** The first places. Who they are is known in memory; what is shown of them, and the viewer's own place, is read from the tables. */
  async board({ personId }: Viewer, contestId: string, first: number): Promise<Ranked<BoardRow>[]> {
    const ids = (await this.standings.of(contestId)).first(first, personId);
    const rows = await this.db.query<BoardRow>(
      `select o.person_id as id, coalesce(s.points, 0) as points, s.reached_at as "reachedAt", coalesce(o.alias, p.first_name || ' ' || p.last_name) as name
         from ranking_opt_in o
         join person p on p.organisation_id = o.organisation_id and p.id = o.person_id
         left join contest_score s on s.organisation_id = o.organisation_id and s.contest_id = o.contest_id and s.person_id = o.person_id
        where o.organisation_id = $1 and o.contest_id = $2 and o.person_id = any($3::uuid[])`,
      [this.db.organisationId, contestId, [personId, ...ids]],
    );
    return rank(rows).slice(0, first);
  }

  /** The viewer's place among those ranked; null when they are not. */
  async rankOf(viewer: Viewer, contestId: string, points: number): Promise<number | null> {
    return (await this.mine(viewer, contestId)) ? (await this.standings.of(contestId)).rankOf(points, viewer.personId) : null;
  }

  /** Again changes the alias. CONTEST_FINISHED; NOT_A_MEMBER for somebody who runs it without being in its cohort. */
  async join({ organisationId, personId }: Viewer, contest: Contest, input: JoinRankingInput): Promise<void> {
    if (contestState(contest, await this.organisations.today()) === ContestState.FINISHED) throw new DomainError('CONTEST_FINISHED');
    if (!(await this.cohorts.cohortIdsOf(personId)).includes(contest.cohortId)) throw new DomainError('NOT_A_MEMBER');
    const alias = input.alias?.trim() || null;
    const aliasKey = alias && normaliseText(alias);
    if (aliasKey) await this.refuseNameOfAnother(aliasKey, (await this.cohorts.memberIds(contest.cohortId)).filter((id) => id !== personId));
    const row = { organisationId, contestId: contest.id, personId, alias, aliasKey, joinedAt: this.clock.now() };
    try {
      await this.db.attempt(() => this.db.of(RankingOptIn).upsert(row, ['organisationId', 'contestId', 'personId']));
    } catch (error) {
      if (isUniqueViolation(error, 'ranking_alias')) throw badInput('alias', 'isUnique');
      throw error;
    }
    await this.announce({ contestId: contest.id, personId, ranked: true });
  }

  /** Gone from the ranking at once; the points stay. Twice is once. */
  async leave({ organisationId, personId }: Viewer, contestId: string): Promise<void> {
    // Nothing to announce when nothing went: a choice to join that is on its way would be undone in memory.
    const { affected } = await this.db.of(RankingOptIn).delete({ organisationId, contestId, personId });
    if (affected) await this.announce({ contestId, personId, ranked: false });
  }

  /** Takes a person out of the rankings of a cohort that they left, or of all. */
  async forget(personId: string, cohortId: string | null): Promise<void> {
    if (cohortId && (await this.cohorts.cohortIdsOf(personId)).includes(cohortId)) return;
    const rows = await this.db.query<{ contest_id: string }>(
      `with gone as (delete from ranking_opt_in o using contest c
        where o.organisation_id = $1 and o.person_id = $2 and c.organisation_id = o.organisation_id and c.id = o.contest_id and ($3::uuid is null or c.cohort_id = $3)
        returning o.contest_id) select contest_id from gone`,
      [this.db.organisationId, personId, cohortId],
    );
    for (const { contest_id: contestId } of rows) await this.announce({ contestId, personId, ranked: false });
  }

  private async announce(change: RankingChange): Promise<void> {
    await this.live.notify(boardChanged, change);
  }

  private async refuseNameOfAnother(aliasKey: string, others: readonly string[]): Promise<void> {
    const names = await this.db.query<{ name: string }>(`select first_name || ' ' || last_name as name from person where organisation_id = $1 and id = any($2::uuid[])`, [this.db.organisationId, others]);
    if (names.some(({ name }) => normaliseText(name) === aliasKey)) throw badInput('alias', 'isOthersName');
  }
}
