import { Module } from '@nestjs/common';
import { ContentModule } from '@portevoix/content/api';
import { ProgrammesModule } from '@portevoix/programmes/api';
import { FeedbackReactions } from './feedback.reactions';
import { PulseResolver } from './feedback.resolver';
import { PulseAggregates } from './pulse-results.service';
import { Pulses } from './pulses.service';

@Module({
  imports: [ContentModule, ProgrammesModule],
  providers: [FeedbackReactions, PulseAggregates, PulseResolver, Pulses],
  exports: [PulseAggregates, Pulses],
})
export class FeedbackModule {}
