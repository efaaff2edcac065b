import { Injectable } from '@nestjs/common';
import { ActivityKind, clickVerdicts, HISTORY_DAYS, type PeriodArgs } from '@portevoix/analytics/shared';
import { addDays, daysBetween } from '@portevoix/identity/shared';
import { ClickDays, type ClickTotals } from '../activity/click-days.service';
import { Counts } from './counts.service';
import { breakdownOf, checkPeriod } from './dashboard.service';
import { SuppressionReason, type ClickAnomaly } from './figures.types';

/** Days whose clicks stand out, of the whole organisation: whose clicks they are is asked of nobody. */
@Injectable()
export class ClickAnomalies {
  constructor(
    private readonly clicks: ClickDays,
    private readonly counts: Counts,
  ) {}

  /**
   * Every day of the period against the 28 before it. The people behind a day are those whose links had a valid click:
   * repeats have one before them, and what only robots followed says nothing of people.
   */
  async of({ from, to }: PeriodArgs): Promise<ClickAnomaly[]> {
    checkPeriod({ from, to });
    const start = addDays(from, -HISTORY_DAYS);
    const clicks = await this.clicks.byDay(start, to);
    const people = await this.counts.peopleByDay(ActivityKind.CLICK_VALID, { from: start, to });
    const days = Array.from({ length: daysBetween(start, to) + 1 }, (_, index) => addDays(start, index));
    const of = (day: string) => breakdownOf(clicks.get(day) ?? ({} satisfies ClickTotals));
    const facts = days.map((day) => ({ day, people: people.get(day) ?? 0, ...of(day) }));
    return clickVerdicts(facts, from).map(({ day, withheld, ...verdict }) => ({ day, ...verdict, clicks: withheld ? null : of(day), suppressed: withheld ? SuppressionReason.FEW_PEOPLE : null }));
  }
}
