export { Click, PendingClicks, ShareLink } from './clicks/link.entity';
export { mountRedirect } from './redirect/mount-redirect';
export { ShareResults, type ClickFigures, type OwnResults } from './results/results.service';
export { Share, ShareDraft, SharingPolicy, SharingPreference } from './share.entity';
export { clickCounted, shareDeclared, shareOpened, shareRetracted, type ShareFact } from './sharing.events';
export { sharingFactory } from './sharing.factory';
export { sharingSeed } from './sharing.seed';
export { SharingModule } from './sharing.module';
export { Sharing } from './sharing.service';
