export { Activity, type Fact } from './activity/activity.service';
export { Rollups } from './activity/rollups.service';
export { AnalyticsModule } from './analytics.module';
export { analyticsSeed } from './analytics.seed';
export { Counts, type Period } from './figures/counts.service';
export { Dashboards } from './figures/dashboard.service';
import './activity/activity.entity';
import './activity/rollups.entity';
