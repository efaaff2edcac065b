import { Args, Query, Resolver } from '@nestjs/graphql';
import { DashboardArgs, DefinitionsArgs, NewMembersArgs, PeriodArgs, ReadersOnlyArgs, SeriesArgs, TopArgs } from '@portevoix/analytics/shared';
import { Organisations } from '@portevoix/identity/api';
import { Allow, SIGNED_IN } from '@portevoix/platform';
import { ClickAnomalies } from './figures/click-anomalies.service';
import { Counts } from './figures/counts.service';
import { checkPeriod, Dashboards } from './figures/dashboard.service';
import { ClickAnomaly, ClickBreakdown, DailySeries, Dashboard, MetricDefinitionType, NetworkShares, NewMembers, ReadersOnly, TopPublication } from './figures/figures.types';
import { REGISTRY } from './figures/registry';
import { TopPublications } from './figures/top-publications.service';

/** Figures of the results pages: counts, never people. */
@Resolver()
export class AnalyticsResolver {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly counts: Counts,
    private readonly organisations: Organisations,
    private readonly top: TopPublications,
    private readonly anomalies: ClickAnomalies,
  ) {}

  /** What each figure of any screen is and how it is computed, with the number of its definition. */
  @Query(() => [MetricDefinitionType])
  @Allow(SIGNED_IN, 'analytics:read')
  metricDefinitions(@Args() { locale }: DefinitionsArgs): MetricDefinitionType[] {
    return REGISTRY.map((definition) => ({ ...definition, formula: definition.formula[locale] }));
  }

  @Query(() => Dashboard, { complexity: 20 })
  @Allow('analytics:read')
  dashboard(@Args() args: DashboardArgs): Promise<Dashboard> {
    return this.dashboards.of(args);
  }

  @Query(() => DailySeries, { complexity: 20 })
  @Allow('analytics:read')
  dailySeries(@Args() args: SeriesArgs): Promise<DailySeries> {
    return this.dashboards.series(args);
  }

  @Query(() => [NetworkShares], { complexity: 20 })
  @Allow('analytics:read')
  async sharesByNetwork(@Args() args: PeriodArgs): Promise<NetworkShares[]> {
    checkPeriod(args);
    return (await this.counts.networks(args)) as NetworkShares[];
  }

  /** Who joined, week after week; the last seven days end today. */
  @Query(() => [NewMembers])
  @Allow('analytics:read')
  async newMembers(@Args() { weeks }: NewMembersArgs): Promise<NewMembers[]> {
    return this.counts.newMembers(weeks, await this.organisations.today());
  }

  @Query(() => ClickBreakdown, { complexity: 20 })
  @Allow('analytics:read')
  clickBreakdown(@Args() args: PeriodArgs): Promise<ClickBreakdown> {
    return this.dashboards.clickBreakdown(args);
  }

  /** Each day of the period; those with a signal stand out. */
  @Query(() => [ClickAnomaly], { complexity: 20 })
  @Allow('analytics:read')
  clickAnomalies(@Args() args: PeriodArgs): Promise<ClickAnomaly[]> {
    return this.anomalies.of(args);
  }

  @Query(() => [TopPublication], { complexity: 20 })
  @Allow('analytics:read')
  topPublications(@Args() args: TopArgs): Promise<TopPublication[]> {
    return this.top.of(args);
  }

  /** People who read and do not share, against the usual 30 to 70 %; of everybody or of one cohort. */
  @Query(() => ReadersOnly, { complexity: 20 })
  @Allow('analytics:read')
  readersOnlyShare(@Args() args: ReadersOnlyArgs): Promise<ReadersOnly> {
    return this.dashboards.readersOnly(args);
  }

  /** Instant of the last fact counted; null before any. */
  @Query(() => Date, { nullable: true })
  @Allow('analytics:read')
  dataUntil(): Promise<Date | null> {
    return this.counts.until();
  }
}
