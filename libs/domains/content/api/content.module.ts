import { Module } from '@nestjs/common';
import { CalendarFeeds } from './calendar/calendar-feeds.service';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarResolver } from './calendar/calendar.resolver';
import { Upcoming } from './calendar/upcoming.service';
import { Candidates } from './curation/candidates.service';
import { CurationJobs } from './curation/curation.jobs';
import { CandidateResolver, SourceResolver } from './curation/curation.resolver';
import { FeedReader } from './curation/feed-reader';
import { Sources } from './curation/sources.service';
import { Catalogues } from './feed/catalogue.service';
import { FeedResolver } from './feed/feed.resolver';
import { Feed } from './feed/feed.service';
import { PersonalStates } from './feed/personal.service';
import { DemoFeeds } from './files/demo-feeds';
import { DemoFeedsController } from './files/demo-feeds.controller';
import { IllustrationsController } from './files/illustrations.controller';
import { Editing } from './publications/editing.service';
import { History } from './publications/history.service';
import { ContentReady } from './publications/launch-check';
import { Overview } from './publications/overview.service';
import { Parts } from './publications/parts.service';
import { PublicationFieldsResolver, RevisionResolver, VariantResolver } from './publications/publication-fields.resolver';
import { PublicationJobs } from './publications/publication.jobs';
import { PublicationResolver } from './publications/publication.resolver';
import { Publications } from './publications/publications.service';
import { SegmentsOf } from './publications/segments.service';
import { Workflow } from './publications/workflow.service';
import { Readings } from './reading/readings.service';
import { ThemeResolver } from './themes/themes.resolver';
import { Themes } from './themes/themes.service';

@Module({
  controllers: [CalendarController, DemoFeedsController, IllustrationsController],
  providers: [
    CalendarFeeds, CalendarResolver, CandidateResolver, Candidates, Catalogues, ContentReady, CurationJobs, DemoFeeds, Editing, Feed, FeedReader, FeedResolver, History, Overview, Parts, PersonalStates, PublicationFieldsResolver, PublicationJobs, PublicationResolver, Publications,
    Readings, RevisionResolver, SegmentsOf, SourceResolver, Sources, ThemeResolver, Themes, Upcoming, VariantResolver, Workflow,
  ],
  exports: [Publications, Themes],
})
export class ContentModule {}
