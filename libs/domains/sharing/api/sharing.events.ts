import { defineEvent } from '@portevoix/platform';
import type { ShareNetwork } from '@portevoix/sharing/shared';

export interface ShareFact {
  shareId: string;
  personId: string;
  publicationId: string;
  network: ShareNetwork;
}

/** The network's composer was opened, for the first time or again after a retraction. */
export const shareOpened = defineEvent<ShareFact>('sharing.share-opened');
/** The member says that it is posted; again after a retraction. */
export const shareDeclared = defineEvent<ShareFact>('sharing.share-declared');
/** The member takes the declaration back. */
export const shareRetracted = defineEvent<ShareFact>('sharing.share-retracted');
/** One valid click; `at` is ISO. */
export const clickCounted = defineEvent<ShareFact & { clickId: string; at: string }>('sharing.click-counted');
