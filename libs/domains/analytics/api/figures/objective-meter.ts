import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityKind } from '@portevoix/analytics/shared';
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

  private async value(metricId: string, programmeId: string): Promise<number | null> {
    const { startsOn } = await this.programmes.byId(programmeId);
    const period = { from: startsOn, to: await this.organisations.today() };
    const ofProgramme = [programmeId];
    if (metricId === 'people-connected') return this.counts.people(ActivityKind.CONNECTED, period, ofProgramme);
    if (metricId === 'readers') return this.counts.people(ActivityKind.READ, period, ofProgramme);
    if (metricId === 'active-members') return this.counts.activeMembers(period, programmeId);
    if (metricId === 'valid-clicks') return this.counts.events(ActivityKind.CLICK_VALID, period, ofProgramme);
    return (await this.counts.networks(period, ofProgramme)).reduce((sum, { declared, measured }) => sum + declared + measured, 0);
  }
}
