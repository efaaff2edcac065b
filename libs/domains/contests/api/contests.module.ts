import { Global, Module } from '@nestjs/common';
import { ContentModule } from '@portevoix/content/api';
import { ContestFieldsResolver } from './contest-fields.resolver';
import { ContestReady } from './contests.launch';
import { ContestsResolver } from './contests.resolver';
import { Contests } from './contests.service';
import { Awards } from './points/awards.service';
import { DisputeFieldsResolver, DisputesResolver } from './points/disputes.resolver';
import { Disputes } from './points/disputes.service';
import { LineViews } from './points/line-views';
import { Lines } from './points/lines.service';
import { PointsReactions } from './points/points.reactions';
import { RankingResolver } from './ranking/ranking.resolver';
import { Ranking } from './ranking/ranking.service';
import { Standings } from './ranking/standings.service';
import { Results } from './results.service';

@Global()
@Module({
  imports: [ContentModule],
  providers: [Awards, ContestFieldsResolver, ContestReady, Contests, ContestsResolver, DisputeFieldsResolver, Disputes, DisputesResolver, Lines, LineViews, PointsReactions, Ranking, RankingResolver, Results, Standings],
  exports: [Awards, Contests, Lines, Ranking, Results],
})
export class ContestsModule {}
