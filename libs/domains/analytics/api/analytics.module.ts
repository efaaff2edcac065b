import { Module } from '@nestjs/common';
import { ContentModule } from '@portevoix/content/api';
import { Activity } from './activity/activity.service';
import { ActivityReactions } from './activity/activity.reactions';
import { ClickDays } from './activity/click-days.service';
import { Increments } from './activity/increments.service';
import { Partitions } from './activity/partitions.jobs';
import { PeopleDays } from './activity/people-days.service';
import { Rollups } from './activity/rollups.service';
import { ShareLives } from './activity/share-lives.service';
import { AnalyticsResolver } from './analytics.resolver';
import { ByPart } from './figures/by-part.service';
import { ClickAnomalies } from './figures/click-anomalies.service';
import { Counts } from './figures/counts.service';
import { Dashboards } from './figures/dashboard.service';
import { ActivityMeters } from './figures/objective-meter';
import { TopPublications } from './figures/top-publications.service';

@Module({
  imports: [ContentModule],
  providers: [Activity, ActivityMeters, ActivityReactions, AnalyticsResolver, ByPart, ClickAnomalies, ClickDays, Counts, Dashboards, Increments, Partitions, PeopleDays, Rollups, ShareLives, TopPublications],
  exports: [Activity, Counts, Dashboards, Rollups],
})
export class AnalyticsModule {}
