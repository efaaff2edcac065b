import { Injectable } from '@nestjs/common';
import { ActivityKind, bandPosition, isTooSmall, MAX_DAYS, METRICS, READERS_ONLY_BAND, suppressShare, type DashboardArgs, type PeriodArgs, type ReadersOnlyArgs, type SeriesArgs } from '@portevoix/analytics/shared';
import { addDays, daysBetween } from '@portevoix/identity/shared';
import { badInput } from '@portevoix/platform';
import { ClickReason } from '@portevoix/sharing/shared';
import { ClickDays, type ClickTotals } from '../activity/click-days.service';
import { ByPart, type PartScope } from './by-part.service';
import { ACTIVE, Counts, type Period } from './counts.service';
import { SuppressionReason, type ClickBreakdown, type DailySeries, type Dashboard, type Figure, type ReadersOnly } from './figures.types';

type Values = Partial<Record<(typeof METRICS)[number]['id'], number | null>>;

/** Days in order, not more than two years of them. */
export function checkPeriod({ from, to }: Period, path = 'to'): void {
  if (to < from) throw badInput(path, 'isAfterStart');
  if (daysBetween(from, to) >= MAX_DAYS) throw badInput(path, 'maxDays', { max: MAX_DAYS });
}

/** Every hit, and what was taken away from it to leave the valid ones. */
export function breakdownOf(totals: ClickTotals): ClickBreakdown {
  const of = (...reasons: ClickReason[]) => reasons.reduce((sum, reason) => sum + (totals[reason] ?? 0), 0);
  const [bots, duplicates, own, valid] = [of(ClickReason.BOT, ClickReason.HEAD, ClickReason.PREFETCH), of(ClickReason.DUPLICATE), of(ClickReason.OWN), of(ClickReason.VALID)];
  return { raw: bots + duplicates + own + valid, bots, duplicates, own, valid };
}

/** Answers of the results pages, from the rollups. */
@Injectable()
export class Dashboards {
  constructor(
    private readonly counts: Counts,
    private readonly byPart: ByPart,
    private readonly clicks: ClickDays,
  ) {}

  /** Each metric over the period and the one it is compared with. */
  async of({ from, to, compareFrom, compareTo, ...part }: DashboardArgs): Promise<Dashboard> {
    checkPeriod({ from, to });
    const before = compareFrom && compareTo ? { from: compareFrom, to: compareTo } : null;
    if (before) checkPeriod(before, 'compareTo');
    const scope = await this.byPart.scope(part);
    const value = await this.values({ from, to }, scope);
    const previous = before && (await this.values(before, scope));
    const tooSmall = scope ? value.members === null : false;
    const figures = METRICS.filter(({ id }) => id in value).map(({ id }): Figure => {
      const shown = value[id] ?? null;
      const reason = tooSmall ? SuppressionReason.GROUP_TOO_SMALL : SuppressionReason.FEW_PEOPLE;
      return { metricId: id, value: shown, previous: previous?.[id] ?? null, suppressed: shown === null ? reason : null, atLeast: Boolean(scope) && id !== 'members' && shown !== 0 };
    });
    return { from, to, compareFrom: before?.from ?? null, compareTo: before?.to ?? null, figures };
  }

  private async values(period: Period, scope: PartScope | null): Promise<Values> {
    if (scope) return this.partValues(period, scope);
    const shares = this.sumOf(await this.counts.networks(period));
    const totals = await this.clicks.totals(period.from, period.to);
    return {
      'people-connected': await this.counts.people(ActivityKind.CONNECTED, period),
      readers: await this.counts.people(ActivityKind.READ, period),
      'active-members': await this.counts.activeMembers(period),
      members: await this.counts.members(period),
      ...shares,
      'valid-clicks': await this.counts.events(ActivityKind.CLICK_VALID, period),
      'raw-clicks': Object.values(totals).reduce((sum, count) => sum + count, 0),
    };
  }

  /** Raw clicks are left out: they are no member's doing. */
  private async partValues(period: Period, scope: PartScope): Promise<Values> {
    const members = await this.byPart.size(scope, period);
    const none = { 'people-connected': null, readers: null, 'active-members': null, members, shares: null, 'shares-measured': null, 'shares-declared': null, 'share-intents': null, 'valid-clicks': null };
    if (members === null) return none;
    const { opened, declared, measured } = await this.byPart.shares(scope, period);
    return {
      'people-connected': await this.byPart.people(scope, [ActivityKind.CONNECTED], period),
      readers: await this.byPart.people(scope, [ActivityKind.READ], period),
      'active-members': await this.byPart.people(scope, ACTIVE, period),
      members,
      shares: declared === null || measured === null ? null : declared + measured,
      'shares-measured': measured,
      'shares-declared': declared,
      'share-intents': opened,
      'valid-clicks': await this.byPart.events(scope, ActivityKind.CLICK_VALID, period),
    };
  }

  private sumOf(rows: readonly { opened: number; declared: number; measured: number }[]) {
    const sum = (key: 'opened' | 'declared' | 'measured') => rows.reduce((total, row) => total + row[key], 0);
    return { shares: sum('declared') + sum('measured'), 'shares-measured': sum('measured'), 'shares-declared': sum('declared'), 'share-intents': sum('opened') };
  }

  /** Days without anything are zero. */
  async series({ from, to, metricIds }: SeriesArgs): Promise<DailySeries> {
    checkPeriod({ from, to });
    const period = { from, to };
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
    const of = async (id: string): Promise<Map<string, number>> => {
      if (id === 'people-connected') return this.counts.peopleByDay(ActivityKind.CONNECTED, period);
      if (id === 'readers') return this.counts.peopleByDay(ActivityKind.READ, period);
      return id === 'shares' ? this.counts.sharesByDay(period) : this.counts.eventsByDay(ActivityKind.CLICK_VALID, period);
    };
    const series = [];
    for (const metricId of metricIds) {
      const values = await of(metricId);
      series.push({ metricId, values: days.map((day) => values.get(day) ?? 0) });
    }
    return { days, series };
  }

  async clickBreakdown({ from, to }: PeriodArgs): Promise<ClickBreakdown> {
    checkPeriod({ from, to });
    return breakdownOf(await this.clicks.totals(from, to));
  }

  /** Withheld under five people, as are the few who do otherwise; of a part only as a share, to the nearest tenth. */
  async readersOnly({ from, to, ...part }: ReadersOnlyArgs): Promise<ReadersOnly> {
    const period = { from, to };
    checkPeriod(period);
    const scope = await this.byPart.scope(part);
    const band = { bandLow: READERS_ONLY_BAND.low, bandHigh: READERS_ONLY_BAND.high };
    if (scope) {
      const share = await this.byPart.readersOnly(scope, period);
      return { people: null, readersOnly: null, share, position: share === null ? null : bandPosition(share), ...band };
    }
    const { people, readersOnly } = await this.counts.readersOnly(period);
    if (isTooSmall(people)) return { people: null, readersOnly: null, share: null, position: null, ...band };
    const shown = suppressShare(readersOnly, people);
    return { people, readersOnly: shown?.did ?? null, share: shown?.share ?? null, position: bandPosition(readersOnly / people), ...band };
  }
}
