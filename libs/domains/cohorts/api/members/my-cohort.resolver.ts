import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { People, Person } from '@portevoix/identity/api';
import { Allow, CurrentViewer, Db, SIGNED_IN, type Viewer } from '@portevoix/platform';
import { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { Departures } from './departures.service';
import { firstPilot } from '../referents';

/** What a person sees of their own place in the programme. */
@Resolver()
export class MyCohortResolver {
  constructor(
    private readonly db: Db,
    private readonly cohorts: Cohorts,
    private readonly departures: Departures,
    private readonly people: People,
  ) {}

  /** The cohort joined last; null outside of any. */
  @Query(() => Cohort, { nullable: true })
  @Allow(SIGNED_IN)
  async myCohort(@CurrentViewer() viewer: Viewer): Promise<Cohort | null> {
    const [latest] = await this.cohorts.cohortIdsOf(viewer.personId);
    return latest ? this.cohorts.byId(latest) : null;
  }

  /** The one person who answers me: my cohort's referent, else the first pilot. */
  @Query(() => Person, { nullable: true })
  @Allow(SIGNED_IN)
  async myReferent(@CurrentViewer() viewer: Viewer): Promise<Person | null> {
    const cohort = await this.myCohort(viewer);
    const referent = cohort && (await this.people.byId(cohort.referentId));
    return referent && !referent.deactivatedAt ? referent : firstPilot(this.db);
  }

  /** At once, without a reason; until when `returnToProgramme` undoes it. */
  @Mutation(() => Date)
  @Allow(SIGNED_IN)
  leaveProgramme(@CurrentViewer() viewer: Viewer): Promise<Date> {
    return this.departures.leave(viewer);
  }

  /** TOO_LATE when the hour is over. */
  @Mutation(() => Boolean)
  @Allow(SIGNED_IN)
  async returnToProgramme(@CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.departures.comeBack(viewer).then(() => true);
  }
}
