import { Inject, Injectable } from '@nestjs/common';
import type { Publication } from '@portevoix/content/api';
import { isShareable } from '@portevoix/content/shared';
import { Clock, Config, Db, DomainError, isUniqueViolation, type RequestContext } from '@portevoix/platform';
import { utmUrl, type ShareNetwork } from '@portevoix/sharing/shared';
import { nanoid } from 'nanoid';
import { In } from 'typeorm';
import { ShareLink } from './link.entity';
import { OWN_MARK_COOKIE, ownMark } from './own-mark';

const CODE_LENGTH = 10;
const YEAR_SECONDS = 365 * 86_400;

/** Channel on which the redirect hears of a changed link. */
export const LINK_CHANNEL = 'portevoix_links';

export interface LinkWanted {
  publication: Publication;
  network: ShareNetwork;
  /** Name of the programme; becomes a slug. */
  campaign: string;
}

/** Short links of shares: one for each member, publication and network. */
@Injectable()
export class Links {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `https://…/r/V1StGXR8_Z`. */
  urlOf(code: string): string {
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}/r/${code}`;
  }

  /** Length of any short link, known before one is made. */
  get urlLength(): number {
    return this.urlOf('').length + CODE_LENGTH;
  }

  newCode(): string {
    return nanoid(CODE_LENGTH);
  }

  get loader() {
    return this.db.loader<string, ShareLink | null>('sharing.link', async (shareIds) => {
      const rows = await this.db.of(ShareLink).findBy({ organisationId: this.db.organisationId, shareId: In([...shareIds]) });
      const byShare = new Map(rows.map((row) => [row.shareId, row]));
      return shareIds.map((id) => byShare.get(id) ?? null);
    });
  }

  /** What a link to the publication leads to and shows; NOT_SHAREABLE without an http(s) page to lead to. */
  contentOf({ publication, network, campaign }: LinkWanted): Pick<ShareLink, 'targetUrl' | 'ogTitle' | 'ogDescription' | 'ogImage'> {
    const { targetUrl, title, summary, imageUrl, illustrationMotif, illustrationSeed } = publication;
    if (!targetUrl || !URL.canParse(targetUrl) || !/^https?:$/.test(new URL(targetUrl).protocol)) throw new DomainError('NOT_SHAREABLE', { why: 'NO_TARGET' });
    // Networks take no SVG.
    const image = imageUrl ?? `/files/illustrations/${illustrationMotif}/${illustrationSeed}.png`;
    const ogImage = URL.canParse(image, this.config.PUBLIC_URL) ? new URL(image, this.config.PUBLIC_URL).href : null;
    return { targetUrl: utmUrl(targetUrl, { source: network, medium: 'ambassador', campaign }), ogTitle: title, ogDescription: summary, ogImage };
  }

  /** Writes the link of a new share. */
  async make(personId: string, shareId: string, code: string, wanted: LinkWanted): Promise<ShareLink> {
    const { publication, network } = wanted;
    const link = { ...this.db.key(), shareId, personId, publicationId: publication.id, network, code, ...this.contentOf(wanted), disabled: false, createdAt: this.clock.now() };
    try {
      await this.db.attempt(() => this.db.of(ShareLink).insert(link));
    } catch (error) {
      if (isUniqueViolation(error, 'share_link_code')) throw new DomainError('CONFLICT');
      throw error;
    }
    return link;
  }

  /** A link shared again follows what its publication has become. */
  async refresh(link: ShareLink, wanted: LinkWanted): Promise<void> {
    const content = this.contentOf(wanted);
    const same = Object.entries(content).every(([name, value]) => link[name as keyof typeof content] === value);
    if (same && !link.disabled) return;
    Object.assign(link, content, { disabled: false });
    await this.db.of(ShareLink).update({ organisationId: link.organisationId, id: link.id }, { ...content, disabled: false });
    await this.db.query('select pg_notify($1, $2)', [LINK_CHANNEL, link.code]);
  }

  /** Links already posted follow their publication; they lead nowhere while it is not shareable. */
  async follow(publication: Publication, campaign: string): Promise<void> {
    const networks = await this.db.query<{ network: ShareNetwork }>('select distinct network from share_link where organisation_id = $1 and publication_id = $2', [this.db.organisationId, publication.id]);
    for (const { network } of networks) {
      const content = this.contentOrNull({ publication, network, campaign });
      await this.db.query(
        `with changed as (
           update share_link set disabled = $4, target_url = coalesce($5, target_url), og_title = coalesce($6, og_title), og_description = coalesce($7, og_description), og_image = $8
            where organisation_id = $1 and publication_id = $2 and network = $3
              and row(disabled, target_url, og_title, og_description, og_image) is distinct from row($4, coalesce($5, target_url), coalesce($6, og_title), coalesce($7, og_description), $8)
           returning code)
         select pg_notify($9, code) from changed`,
        [this.db.organisationId, publication.id, network, !content, content?.targetUrl ?? null, content?.ogTitle ?? null, content?.ogDescription ?? null, content?.ogImage ?? null, LINK_CHANNEL],
      );
    }
  }

  private contentOrNull(wanted: LinkWanted): ReturnType<Links['contentOf']> | null {
    if (!isShareable(wanted.publication.audience)) return null;
    try {
      return this.contentOf(wanted);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  /** The short link as a picture to print or show, in SVG. */
  async qrOf(code: string): Promise<string> {
    const { default: QRCode } = await import('qrcode');
    return QRCode.toString(this.urlOf(code), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  }

  /** Marks the browser, so that the member's own clicks do not count. */
  markBrowser({ reply }: RequestContext, personId: string): void {
    reply?.setCookie(OWN_MARK_COOKIE, ownMark(this.config.PORTEVOIX_SECRET, personId), { httpOnly: true, secure: this.config.isSecure, sameSite: 'lax', path: '/r', maxAge: YEAR_SECONDS });
  }
}
