import { Injectable } from '@nestjs/common';
import { ActivityKind } from '@portevoix/analytics/shared';
import { publicationRead } from '@portevoix/content/api';
import { feedbackGiven } from '@portevoix/feedback/api';
import { personConnected } from '@portevoix/identity/api';
import { On, type Delivery } from '@portevoix/platform';
import { clickCounted, shareDeclared, shareOpened, shareRetracted, type ShareFact } from '@portevoix/sharing/api';
import { Activity } from './activity.service';

/** What other domains tell, counted: each event becomes one row, in the same unit as the rollups. */
@Injectable()
export class ActivityReactions {
  constructor(private readonly activity: Activity) {}

  @On(personConnected, 'analytics.connected')
  connected({ personId, day }: { personId: string; day: string }, { eventId, occurredAt }: Delivery): Promise<void> {
    return this.activity.record([{ source: eventId, at: occurredAt, day, kind: ActivityKind.CONNECTED, personId }]);
  }

  @On(publicationRead, 'analytics.read')
  read({ personId, publicationId }: { publicationId: string; personId: string }, { eventId, occurredAt }: Delivery): Promise<void> {
    return this.activity.record([{ source: eventId, at: occurredAt, kind: ActivityKind.READ, personId, publicationId }]);
  }

  @On(shareOpened, 'analytics.share-opened')
  opened(fact: ShareFact, delivery: Delivery): Promise<void> {
    return this.step(ActivityKind.SHARE_OPENED, fact, delivery);
  }

  @On(shareDeclared, 'analytics.share-declared')
  declared(fact: ShareFact, delivery: Delivery): Promise<void> {
    return this.step(ActivityKind.SHARE_DECLARED, fact, delivery);
  }

  @On(shareRetracted, 'analytics.share-retracted')
  retracted(fact: ShareFact, delivery: Delivery): Promise<void> {
    return this.step(ActivityKind.SHARE_RETRACTED, fact, delivery);
  }

  /** The click's own id: however often it is told, it is one click. */
  @On(clickCounted, 'analytics.clicked')
  clicked({ clickId, shareId, personId, publicationId, network, at }: ShareFact & { clickId: string; at: string }, _: Delivery): Promise<void> {
    return this.activity.record([{ source: clickId, at: new Date(at), kind: ActivityKind.CLICK_VALID, personId, publicationId, network, subjectId: shareId }]);
  }

  @On(feedbackGiven, 'analytics.feedback')
  feedback({ personId, publicationId }: { personId: string; publicationId: string | null }, { eventId, occurredAt }: Delivery): Promise<void> {
    return this.activity.record([{ source: eventId, at: occurredAt, kind: ActivityKind.FEEDBACK, personId, publicationId }]);
  }

  private step(kind: ActivityKind, { shareId, personId, publicationId, network }: ShareFact, { eventId, occurredAt }: Delivery): Promise<void> {
    return this.activity.record([{ source: eventId, at: occurredAt, kind, personId, publicationId, network, subjectId: shareId }]);
  }
}
