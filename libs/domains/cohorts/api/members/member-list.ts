import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { type RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { Organisations, People, type Person } from '@portevoix/identity/api';
import { dayRange, IsDay } from '@portevoix/identity/shared';
import { connection, Db, decodeCursor, PageArgs, type Connection } from '@portevoix/platform';
import { IsOptional, IsUUID } from 'class-validator';
import { Cohorts } from '../cohorts.service';

@ArgsType()
export class CohortMembersArgs extends PageArgs {
  @Field(() => ID)
  @IsUUID()
  cohortId: string;

  /** ISO date; today when it is not given. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsDay()
  on?: string;
}

interface MemberRow {
  id: string;
  person_id: string;
  origin: RecruitmentOrigin;
  rationale: string | null;
  since: Date;
  last_name: string;
  first_name: string;
}

interface Member {
  id: string;
  person: Person;
  origin: RecruitmentOrigin;
  rationale: string | null;
  since: Date;
}

/** The members of a cohort as its managers may see them. */
@Injectable()
export class MemberList {
  constructor(
    private readonly db: Db,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly people: People,
  ) {}

  /**
   * Members as the day ended in the organisation's time zone, by name. The count is that of the day; the names are only
   * those still there now, because leaving leaves no trace.
   */
  async on({ cohortId, on, first, after }: CohortMembersArgs): Promise<Connection<Member> & { count: number }> {
    const { organisationId } = await this.cohorts.byId(cohortId);
    const at = await this.endOf(on ?? (await this.organisations.today()));
    const count = (await this.cohorts.memberIds(cohortId, at)).length;
    const cursor = after ? decodeCursor(after, 3) : null;
    const rows = await this.db.query<MemberRow>(
      `select m.id, m.person_id, m.origin, m.rationale, m.since, p.last_name, p.first_name
         from cohort_membership m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        where m.organisation_id = $1 and m.cohort_id = $2 and m.since <= $3 and m.until is null
          and ($4::text is null or (p.last_name, p.first_name, m.id::text) > ($4, $5, $6))
        order by p.last_name, p.first_name, m.id::text limit $7`,
      [organisationId, cohortId, at, ...(cursor ?? [null, null, null]), first + 1],
    );
    const page = connection(rows, first, ({ last_name: last, first_name: name, id }) => [last, name, id]);
    // Together, so that their loader asks once.
    const edges = await Promise.all(
      page.edges.map(async ({ cursor: edge, node: { id, origin, rationale, since, person_id: personId } }) => ({ cursor: edge, node: { id, origin, rationale, since, person: await this.people.byId(personId) } })),
    );
    return { edges, pageInfo: page.pageInfo, count };
  }

  /** The last millisecond of the day. */
  private async endOf(day: string): Promise<Date> {
    const { timeZone } = await this.organisations.current();
    return new Date(dayRange(timeZone, day).end.getTime() - 1);
  }
}
