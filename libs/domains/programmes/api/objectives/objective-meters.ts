import { Injectable } from '@nestjs/common';

/** The value of a metric for a programme now, computed from events; null when it cannot be told (too few people). */
export type ObjectiveMeter = (metricId: string, programmeId: string) => Promise<number | null>;

/** Who measures what: domains above register at start. A metric without a meter is « not measured yet », never typed. */
@Injectable()
export class ObjectiveMeters {
  private readonly meters = new Map<string, ObjectiveMeter>();

  /** Throws when a metric already has a meter. */
  register(metricIds: readonly string[], meter: ObjectiveMeter): void {
    for (const id of metricIds) {
      if (this.meters.has(id)) throw new Error(`Metric ${id} is measured twice`);
      this.meters.set(id, meter);
    }
  }

  has(metricId: string): boolean {
    return this.meters.has(metricId);
  }

  /** Null without a meter. */
  async value(metricId: string, programmeId: string): Promise<number | null> {
    return (await this.meters.get(metricId)?.(metricId, programmeId)) ?? null;
  }
}
