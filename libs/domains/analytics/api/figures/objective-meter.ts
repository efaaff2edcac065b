import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityKind, suppress } from '@portevoix/analytics/shared';
import { Organisations } from '@portevoix/identity/api';
import { ObjectiveMeters, Programmes } from '@portevoix/programmes/api';
import { Counts } from './counts.service';

const METERED = ['people-connected', 'active-members', 'readers', 'shares', 'valid-clicks'];

/** Objectives are measured from the programme's first day to today, by what its members did while they were. */
@Injectable()
export class ActivityMeters implements OnModuleInit {
  constructor(
    private readonly meters: ObjectiveMeters,
    private readonly programmes: Programmes,
    private readonly organisations: Organisations,
    private readonly counts: Counts,
  ) {}

  onModuleInit(): void {
    this.meters.register(METERED, (metricId, programmeId) => this.value(metricId, programmeId));
  }

  /** Null about fewer than five people. */
  private async value(metricId: string, programmeId: string): Promise<number | null> {
    const { startsOn } = await this.programmes.byId(programmeId);
    const period = { from: startsOn, to: await this.organisations.today() };
    const ofProgramme = [programmeId];
    const people = (kind: ActivityKind) => this.counts.people(kind, period, ofProgramme);
    if (metricId === 'people-connected') return suppress(await people(ActivityKind.CONNECTED));
    if (metricId === 'readers') return suppress(await people(ActivityKind.READ));
    if (metricId === 'active-members') return suppress(await this.counts.activeMembers(period, programmeId));
    const clicked = await people(ActivityKind.CLICK_VALID);
    if (metricId === 'valid-clicks') return suppress(clicked) === null ? null : this.counts.events(ActivityKind.CLICK_VALID, period, ofProgramme);
    if (suppress(Math.max(clicked, await people(ActivityKind.SHARE_DECLARED))) === null) return null;
    return (await this.counts.networks(period, ofProgramme)).reduce((sum, { declared, measured }) => sum + declared + measured, 0);
  }
}
