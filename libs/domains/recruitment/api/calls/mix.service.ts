import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { CohortStrategy } from '@portevoix/cohorts/shared';
import { GroupKind } from '@portevoix/identity/shared';
import { Db } from '@portevoix/platform';
import { adviseMix, ApplicationState, SelfLevel, STRATEGY_TRAITS, VISIBLE_APPLICATIONS, WAITING_APPLICATIONS, withholdSmall, type MixAdvice, type StrategyTrait } from '@portevoix/recruitment/shared';
import { type Application } from '../applications/application.entity';
import { Applications } from '../applications/applications.service';
import { Calls } from './calls.service';

export interface MixOfCall {
  accepted: MixAdvice;
  considered: MixAdvice;
  proposed: Application[];
}

export interface ProfileRow {
  name: string;
  applicants: number | null;
}

export interface Profile {
  applicants: number;
  departments: ProfileRow[];
  sites: ProfileRow[];
  levels: { level: SelfLevel; applicants: number | null }[];
}

export interface StrategyUse {
  strategy: CohortStrategy;
  pros: StrategyTrait[];
  cons: StrategyTrait[];
  cohorts: number;
  people: number;
}

/** Who answers a call, and whether the group it makes is balanced. */
@Injectable()
export class Mixes {
  constructor(
    private readonly db: Db,
    private readonly calls: Calls,
    private readonly cohorts: Cohorts,
    private readonly applications: Applications,
  ) {}

  /** Mix of the accepted, and of them with those who wait; and whom to accept first to balance the accepted. */
  async ofCall(callId: string): Promise<MixOfCall> {
    await this.calls.byId(callId);
    const all = await this.applications.ofCall(callId);
    const accepted = mixOf(all.filter(({ state }) => state === ApplicationState.ACCEPTED));
    const waiting = all.filter(({ state }) => (WAITING_APPLICATIONS as readonly ApplicationState[]).includes(state));
    const first = (level: SelfLevel, count: number) => waiting.filter(({ selfLevel }) => selfLevel === level).slice(0, count);
    const { experts, beginners } = accepted.invite;
    return { accepted, considered: mixOf(all), proposed: [...first(SelfLevel.EXPERT, experts), ...first(SelfLevel.BEGINNER, beginners)] };
  }

  /** Applicants by department, site and level; a figure from which fewer than five people could be told is withheld. */
  async profile(callId: string): Promise<Profile> {
    await this.calls.byId(callId);
    const groups = await this.db.query<{ kind: GroupKind; name: string; people: number }>(
      `select g.kind, g.name, count(*)::int as people
         from application a
         join group_membership m on m.organisation_id = a.organisation_id and m.person_id = a.person_id and m.until is null
         join "group" g on g.organisation_id = m.organisation_id and g.id = m.group_id
        where a.organisation_id = $1 and a.call_id = $2 and a.state = any($3) and g.kind = any($4)
        group by 1, 2 order by 3 desc, 2`,
      [this.db.organisationId, callId, VISIBLE_APPLICATIONS, [GroupKind.DEPARTMENT, GroupKind.SITE]],
    );
    const all = await this.applications.ofCall(callId);
    const levels = [SelfLevel.EXPERT, SelfLevel.BEGINNER];
    const levelCounts = withholdSmall(levels.map((level) => all.filter(({ selfLevel }) => selfLevel === level).length));
    const rowsOf = (kind: GroupKind): ProfileRow[] => {
      const rows = groups.filter((row) => row.kind === kind);
      const shown = withholdSmall(rows.map(({ people }) => people));
      return rows.map(({ name }, index) => ({ name, applicants: shown[index] ?? null })).sort((a, b) => (b.applicants ?? 0) - (a.applicants ?? 0) || a.name.localeCompare(b.name));
    };
    return { applicants: all.length, departments: rowsOf(GroupKind.DEPARTMENT), sites: rowsOf(GroupKind.SITE), levels: levels.map((level, index) => ({ level, applicants: levelCounts[index] ?? null })) };
  }

  /** The library, with how many cohorts and members each strategy has today. */
  async strategies(): Promise<StrategyUse[]> {
    const cohorts = await this.cohorts.list();
    const sizes = (await this.cohorts.sizes.loadMany(cohorts.map(({ id }) => id))).map((size) => (typeof size === 'number' ? size : 0));
    return Object.entries(STRATEGY_TRAITS).map(([name, { pros, cons }]) => {
      const strategy = name as CohortStrategy;
      const mine = cohorts.flatMap((cohort, index) => (cohort.strategy === strategy ? [sizes[index] ?? 0] : []));
      return { strategy, pros: [...pros], cons: [...cons], cohorts: mine.length, people: mine.reduce((sum, size) => sum + size, 0) };
    });
  }
}

function mixOf(applications: readonly Application[]): MixAdvice {
  const experts = applications.filter(({ selfLevel }) => selfLevel === SelfLevel.EXPERT).length;
  return adviseMix({ experts, beginners: applications.length - experts });
}
