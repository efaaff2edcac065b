import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { Publications, type Publication, type Variant } from '@portevoix/content/api';
import { normaliseText } from '@portevoix/content/shared';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Db, DomainError, Events, notFound, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { composeShare, isMastodonInstance, nextShareState, ShareEvent, shareIntentUrl, ShareNetwork, ShareState, type OpenShareInput } from '@portevoix/sharing/shared';
import { Links, type LinkWanted } from './clicks/links.service';
import { Colleagues } from './sheet/colleagues.service';
import { SharingRules } from './policy.service';
import { Share, ShareDraft, SharingPreference } from './share.entity';
import { shareDeclared, shareOpened, shareRetracted, type ShareFact } from './sharing.events';

export interface Opened {
  share: Share;
  /** Null where there is nothing to open: copy, or the phone's own sheet. */
  intentUrl: string | null;
  composedText: string;
  shortUrl: string;
  similarity: number | null;
}

const factOf = ({ id, personId, publicationId, network }: Share): ShareFact => ({ shareId: id, personId, publicationId, network });

/** Sharing by the member's own hand: nothing is posted from here. */
@Injectable()
export class Sharing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly publications: Publications,
    private readonly programmes: Programmes,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly rules: SharingRules,
    private readonly colleagues: Colleagues,
    private readonly links: Links,
  ) {}

  /** NOT_A_MEMBER when the viewer is in no cohort now. */
  async requireMember({ personId }: Viewer): Promise<void> {
    if (!(await this.cohorts.cohortIdsOf(personId)).length) throw new DomainError('NOT_A_MEMBER');
  }

  /**
   * Records that the network's composer opens, and gives what to open and to copy. The same person, publication and
   * network again is the same share with the same link. Refused, in this order: NOT_FOUND, NOT_A_MEMBER,
   * NOT_SHAREABLE, EXPIRED, BAD_INPUT, TEXT_TOO_LONG, DAILY_CAP, SAME_TEXT.
   */
  async open(viewer: Viewer, input: OpenShareInput): Promise<Opened> {
    // Whoever makes it internal at this moment waits for this share, and then withdraws its link.
    await this.db.query('select 1 from publication where organisation_id = $1 and id = $2 for share', [viewer.organisationId, input.publicationId]);
    const publication = await this.publications.visibleTo(viewer, input.publicationId);
    await this.requireMember(viewer);
    this.rules.check(publication);
    const { network } = input;
    const variant = await this.variantOf(publication, input.variantId ?? null);
    const mastodonInstance = await this.instanceFor(viewer, input);

    // One share at a time per member (the cap) and per publication (identical texts), always in this order.
    await this.lock(viewer.personId);
    await this.lock(publication.id);
    const known = await this.db.of(Share).findOneBy({ organisationId: viewer.organisationId, personId: viewer.personId, publicationId: publication.id, network });
    const link = known && (await this.links.loader.load(known.id));
    const code = link?.code ?? this.links.newCode();
    const shortUrl = this.links.urlOf(code);
    const text = input.text.trim();
    const { disclosure } = await this.organisations.current();
    const composed = composeShare({ text, url: shortUrl, disclosure }, network);
    if (composed.excess) throw new DomainError('TEXT_TOO_LONG', { network, limit: composed.limit, length: composed.length, excess: composed.excess });
    await this.requireRoom(viewer, known?.id ?? null);
    const similarity = await this.requireOwnWords(viewer, publication.id, text);

    const share = await this.record(viewer, { known, publication, network, text, variant });
    const wanted: LinkWanted = { publication, network, campaign: (await this.programmes.byId(publication.programmeId)).name };
    await (link ? this.links.refresh(link, wanted) : this.links.make(viewer.personId, share.id, code, wanted).then((made) => this.links.loader.clear(share.id).prime(share.id, made)));
    const intentUrl = shareIntentUrl(network, { text: composed.text, url: shortUrl, subject: publication.title, mastodonInstance: mastodonInstance ?? undefined });
    return { share, intentUrl, composedText: composed.body, shortUrl, similarity };
  }

  private lock(id: string): Promise<unknown> {
    return this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  }

  private async variantOf({ id }: Publication, variantId: string | null): Promise<Variant | null> {
    if (!variantId) return null;
    const variant = (await this.publications.variantsOf(id)).find((candidate) => candidate.id === variantId);
    if (!variant) throw badInput('variantId', 'isKnown');
    return variant;
  }

  /** The member's Mastodon server: as given, and kept; else as kept. Needed for Mastodon only. */
  private async instanceFor({ organisationId, personId }: Viewer, { network, mastodonInstance }: OpenShareInput): Promise<string | null> {
    if (network !== ShareNetwork.MASTODON) return null;
    const given = mastodonInstance?.trim().toLowerCase();
    if (!given) {
      const kept = (await this.db.of(SharingPreference).findOneBy({ organisationId, personId }))?.mastodonInstance;
      if (!kept) throw badInput('mastodonInstance', 'isNotEmpty');
      return kept;
    }
    if (!isMastodonInstance(given)) throw badInput('mastodonInstance', 'isMastodonInstance');
    await this.db.of(SharingPreference).upsert({ organisationId, personId, mastodonInstance: given }, ['organisationId', 'personId']);
    return given;
  }

  private async requireRoom({ personId }: Viewer, shareId: string | null): Promise<void> {
    const { dailyCap, used } = await this.rules.today(personId, shareId);
    if (used >= dailyCap) throw new DomainError('DAILY_CAP', { cap: dailyCap, used });
  }

  /** SAME_TEXT with a text to start from when there is one; how near the nearest colleague's text is otherwise. */
  private async requireOwnWords(viewer: Viewer, publicationId: string, text: string): Promise<number | null> {
    const { identical, similarity, suggestion } = await this.colleagues.verdict(viewer, publicationId, text);
    if (identical) throw new DomainError('SAME_TEXT', { suggestion: suggestion?.text ?? null, suggestionVariantId: suggestion?.id ?? null });
    return similarity;
  }

  private async record(viewer: Viewer, { known, publication, network, text, variant }: { known: Share | null; publication: Publication; network: ShareNetwork; text: string; variant: Variant | null }): Promise<Share> {
    const now = this.clock.now();
    const { organisationId, personId } = viewer;
    const words = { text, variantId: variant?.id ?? null, edited: !variant || normaliseText(variant.text) !== normaliseText(text) };
    await this.db.of(ShareDraft).delete({ organisationId, personId, publicationId: publication.id });
    if (known) {
      const changes = { ...words, reopenedAt: now, retractedAt: null };
      await this.db.of(Share).update({ organisationId, id: known.id }, changes);
      const share = { ...known, ...changes };
      if (known.retractedAt) await this.events.publish(shareOpened, factOf(share));
      return share;
    }
    const share: Share = { ...this.db.key(), personId, publicationId: publication.id, network, state: ShareState.OPENED, ...words, openedAt: now, reopenedAt: null, declaredAt: null, retractedAt: null, clickedAt: null };
    await this.db.of(Share).insert(share);
    await this.events.publish(shareOpened, factOf(share));
    return share;
  }

  /** The viewer's own share; NOT_FOUND for anybody else's. */
  async mine({ organisationId, personId }: Viewer, id: string): Promise<Share> {
    const share = await this.db.of(Share).findOneBy({ organisationId, personId, id });
    if (!share) throw notFound();
    return share;
  }

  /** « Oui, j’ai publié »; twice is once. */
  async declare(viewer: Viewer, id: string): Promise<Share> {
    return this.move(viewer, id, ShareEvent.DECLARE);
  }

  /** « Finalement, je n’ai pas publié »; SHARE_CLICKED once somebody has followed its link: it was posted. */
  async retract(viewer: Viewer, id: string): Promise<Share> {
    return this.move(viewer, id, ShareEvent.RETRACT);
  }

  private async move(viewer: Viewer, id: string, event: ShareEvent): Promise<Share> {
    await this.db.query('select 1 from share where organisation_id = $1 and id = $2 for update', [viewer.organisationId, id]);
    const share = await this.mine(viewer, id);
    const state = nextShareState(share.state, event);
    if (!state) throw new DomainError('SHARE_CLICKED');
    const declares = event === ShareEvent.DECLARE;
    const now = this.clock.now();
    const changes = declares ? { state, declaredAt: share.declaredAt ?? now, retractedAt: null } : { state, declaredAt: null, retractedAt: share.retractedAt ?? now };
    const changed = declares ? share.declaredAt === null : share.declaredAt !== null;
    await this.db.of(Share).update({ organisationId: share.organisationId, id }, changes);
    Object.assign(share, changes);
    if (changed) await this.events.publish(declares ? shareDeclared : shareRetracted, factOf(share));
    return share;
  }
}
