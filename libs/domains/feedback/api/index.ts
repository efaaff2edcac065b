export { feedbackGiven } from './feedback.events';
export { FeedbackModule } from './feedback.module';
export { feedbackSeed } from './feedback.seed';
export { Pulse, PulseAnswer } from './pulse.entity';
export { PulseAggregates, PulseResults } from './pulse-results.service';
export { Pulses } from './pulses.service';
