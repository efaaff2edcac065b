import { newId, type Db } from '@portevoix/platform';
import { ShareNetwork, ShareState, ClickReason } from '@portevoix/sharing/shared';
import { nanoid } from 'nanoid';
import { Click, ShareLink } from './clicks/link.entity';
import { Share } from './share.entity';

const HOUR = 3_600_000;

/** Rows of shares, links and clicks for the seed and for tests of the domains above; inside a write unit, no events. */
export const sharingFactory = {
  /** A declared share with its link, unless `values` say otherwise. */
  async share(db: Db, at: Date, values: Partial<Share> & { personId: string; publicationId: string }, link: Partial<ShareLink> = {}): Promise<{ share: Share; link: ShareLink }> {
    const { organisationId } = db;
    const share: Share = { organisationId, id: newId(at.getTime()), network: ShareNetwork.LINKEDIN, state: ShareState.DECLARED, text: 'J’ai appris quelque chose.', variantId: null, edited: true, openedAt: at, reopenedAt: null, declaredAt: at, retractedAt: null, clickedAt: null, ...values };
    await db.of(Share).insert(share);
    const { personId, publicationId, network } = share;
    const row: ShareLink = { organisationId, id: newId(at.getTime()), shareId: share.id, personId, publicationId, network, code: nanoid(10), targetUrl: 'https://exemple.test/preau', ogTitle: 'Un préau levé en une matinée', ogDescription: '', ogImage: null, disabled: false, createdAt: at, ...link };
    await db.of(ShareLink).insert(row);
    return { share, link: row };
  },

  /** Clicks of one link; each is valid and of a visitor of its own unless said otherwise. */
  async clicks(db: Db, linkId: string, clicks: { at: Date; visitorHash?: string; reason?: ClickReason }[]): Promise<Click[]> {
    const rows = clicks.map(({ at, visitorHash, reason = ClickReason.VALID }): Click => {
      const id = newId(at.getTime());
      return { organisationId: db.organisationId, id, linkId, at, hour: reason === ClickReason.VALID ? Math.floor(at.getTime() / HOUR) : null, visitorHash: visitorHash ?? id, valid: reason === ClickReason.VALID, reason, country: null, referrerHost: null };
    });
    for (let from = 0; from < rows.length; from += 500) await db.of(Click).insert(rows.slice(from, from + 500));
    return rows;
  },
};
