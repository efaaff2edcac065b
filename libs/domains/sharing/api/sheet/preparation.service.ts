import { Injectable } from '@nestjs/common';
import { Publications, type Publication, type Variant } from '@portevoix/content/api';
import { normaliseText, sharedPassages, type SharedPassage } from '@portevoix/content/shared';
import { Organisations, People } from '@portevoix/identity/api';
import { Clock, Db, type Viewer } from '@portevoix/platform';
import type { SaveShareDraftInput } from '@portevoix/sharing/shared';
import { Links } from '../clicks/links.service';
import { Colleagues, isLanguage, postedWords } from './colleagues.service';
import { SharingRules } from '../policy.service';
import { Share, ShareDraft, SharingPreference } from '../share.entity';

export interface ProposedText {
  variant: Variant;
  /** A colleague posted it word for word: it needs a change. */
  alreadyPosted: boolean;
  sharedPassages: SharedPassage[];
}

export interface Preparation {
  publication: Publication;
  variants: ProposedText[];
  initialText: string;
  initialVariantId: string | null;
  draft: ShareDraft | null;
  disclosure: string;
  mastodonInstance: string | null;
  shortUrlLength: number;
  dailyCap: number;
  remainingToday: number;
  shares: Share[];
}

/** What the share sheet shows before anything is shared. */
@Injectable()
export class ShareSheet {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publications: Publications,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly rules: SharingRules,
    private readonly colleagues: Colleagues,
    private readonly links: Links,
  ) {}

  async prepare(viewer: Viewer, publicationId: string): Promise<Preparation> {
    const publication = await this.publications.visibleTo(viewer, publicationId);
    this.rules.check(publication);
    const own = { organisationId: viewer.organisationId, personId: viewer.personId };
    const shares = await this.db.of(Share).find({ where: { ...own, publicationId }, order: { openedAt: 'DESC' } });
    const draft = await this.db.of(ShareDraft).findOneBy({ ...own, publicationId });
    const { dailyCap, used } = await this.rules.today(viewer.personId);
    const variants = await this.proposals(viewer, publication);
    const started = draft ?? shares[0];
    return {
      publication,
      variants,
      initialText: started?.text ?? variants[0]?.variant.text ?? '',
      initialVariantId: started ? (variants.find(({ variant }) => normaliseText(variant.text) === normaliseText(started.text))?.variant.id ?? null) : (variants[0]?.variant.id ?? null),
      draft,
      disclosure: (await this.organisations.current()).disclosure,
      mastodonInstance: (await this.db.of(SharingPreference).findOneBy(own))?.mastodonInstance ?? null,
      shortUrlLength: this.links.urlLength,
      dailyCap,
      remainingToday: Math.max(0, dailyCap - used),
      shares,
    };
  }

  /**
   * Each member starts the round of texts elsewhere, by their number in the organisation, so that two who arrive
   * together are not proposed the same; their own language comes first, and in it what nobody has posted yet.
   */
  private async proposals(viewer: Viewer, publication: Publication): Promise<ProposedText[]> {
    const { number } = await this.people.byId(viewer.personId);
    const all = await this.publications.variantsOf(publication.id);
    const others = await this.colleagues.texts(viewer.personId, publication.id);
    const taken = postedWords(others);
    const mine = all.filter((variant) => isLanguage(variant, viewer.locale));
    const rest = all.filter((variant) => !mine.includes(variant));
    return [mine, rest].flatMap((variants) => {
      const proposals = round(variants, number).map((variant) => ({ variant, alreadyPosted: taken.has(normaliseText(variant.text)), sharedPassages: sharedPassages(variant.text, others) }));
      return [...proposals.filter(({ alreadyPosted }) => !alreadyPosted), ...proposals.filter(({ alreadyPosted }) => alreadyPosted)];
    });
  }

  /** Keeps the member's words on the server; an empty text forgets them. Null when forgotten. */
  async saveDraft(viewer: Viewer, { publicationId, text }: SaveShareDraftInput): Promise<ShareDraft | null> {
    await this.publications.visibleTo(viewer, publicationId);
    const key = { organisationId: viewer.organisationId, personId: viewer.personId, publicationId };
    if (!text.trim()) {
      await this.db.of(ShareDraft).delete(key);
      return null;
    }
    const draft = { ...key, text, savedAt: this.clock.now() };
    await this.db.of(ShareDraft).upsert(draft, ['organisationId', 'personId', 'publicationId']);
    return draft;
  }
}

function round<T>(items: readonly T[], number: number): T[] {
  const from = items.length ? number % items.length : 0;
  return [...items.slice(from), ...items.slice(0, from)];
}
