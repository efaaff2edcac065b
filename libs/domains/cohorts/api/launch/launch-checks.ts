import { Injectable } from '@nestjs/common';
import { type LaunchItem } from '@portevoix/cohorts/shared';
import { type Cohort } from '../cohort.entity';

/** How many there are of what a launch needs; 0: it is missing. */
export type LaunchCheck = (cohort: Cohort) => Promise<number>;

/** Who looks whether an item is ready: domains above register at start. An item without a check is confirmed by somebody, in their name. */
@Injectable()
export class LaunchChecks {
  private readonly checks = new Map<LaunchItem, LaunchCheck>();

  /** Throws when the item already has a check. */
  register(item: LaunchItem, check: LaunchCheck): void {
    if (this.checks.has(item)) throw new Error(`Launch item ${item} is checked twice`);
    this.checks.set(item, check);
  }

  /** Null without a check. */
  count(item: LaunchItem, cohort: Cohort): Promise<number | null> {
    return this.checks.get(item)?.(cohort) ?? Promise.resolve(null);
  }
}
