import { Injectable } from '@nestjs/common';
import { publicationPublished } from '@portevoix/content/api';
import { On, type Delivery } from '@portevoix/platform';
import { Pulses } from './pulses.service';

@Injectable()
export class FeedbackReactions {
  constructor(private readonly pulses: Pulses) {}

  @On(publicationPublished, 'feedback.open-pulse')
  openPulse({ publicationId }: { publicationId: string }, _: Delivery): Promise<void> {
    return this.pulses.openForNew(publicationId);
  }
}
