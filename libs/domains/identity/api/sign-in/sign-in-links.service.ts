import { Inject, Injectable } from '@nestjs/common';
import { type RedeemMagicLinkInput, type RedeemSignInCodeInput, type RequestMagicLinkInput } from '@portevoix/identity/shared';
import { Clock, Config, Db, Events, isUuid, newId, type RequestContext } from '@portevoix/platform';
import { IsNull, MoreThan } from 'typeorm';
import { sendSignInLink } from '../identity.events';
import { Person } from '../person.entity';
import { Directory } from './directory.service';
import { linkCode, linkSecret, randomSecret, sameText, sha256, splitToken } from './secrets';
import { SignInLink } from './session.entity';
import { readCookie } from './sessions.service';
import { Throttle } from './throttle';

export const LINK_MS = 15 * 60_000;
/** The same browser may follow its link again: mail programs and impatient fingers open it twice. */
const REUSE_MS = 60_000;
const BROWSER_COOKIE = 'portevoix_browser';

/** E-mailed links and the codes beside them, for the browser that asked. */
@Injectable()
export class SignInLinks {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly throttle: Throttle,
    private readonly events: Events,
  ) {}

  /** The same answer and the same work for any address; a known person gets a mail with a link and a code for the asking browser. */
  async send({ email, organisation }: RequestMagicLinkInput, context: RequestContext): Promise<void> {
    await this.throttle.take('link', `${email} ${context.ip}`);
    const browser = this.browserOf(context);
    const person = await this.directory.personAt(email, organisation);
    // For nobody too: whether there is somebody is found out by the job.
    if (this.db.hasOrganisation) await this.events.send(sendSignInLink, { personId: person?.id ?? newId(), browser: sha256(browser).toString('base64') });
  }

  /** Whom the link of the mail was for; null when it is not ours, too old, used, or of another browser. */
  async ownerOfLink({ token }: RedeemMagicLinkInput, context: RequestContext): Promise<Person | null> {
    await this.throttle.take('ip', context.ip);
    const parts = splitToken(token);
    const [linkId, secret] = [parts?.secret.slice(0, 36) ?? '', parts?.secret.slice(37) ?? ''];
    if (!parts || !isUuid(linkId) || !sameText(secret, linkSecret(this.config.PORTEVOIX_SECRET, linkId))) return null;
    await this.db.enter(parts.organisationId);
    const link = await this.db.of(SignInLink).findOneBy({ organisationId: parts.organisationId, id: linkId });
    return this.redeem(link, context);
  }

  /** Whom the code was for, typed in the tab that asked. */
  async ownerOfCode({ email, code, organisation }: RedeemSignInCodeInput, context: RequestContext): Promise<Person | null> {
    const gates = { 'email+ip': `${email} ${context.ip}`, email };
    await this.throttle.check(gates);
    const person = await this.directory.personAt(email, organisation);
    const links = this.db.hasOrganisation
      ? await this.db.of(SignInLink).find({ where: { organisationId: this.db.organisationId, personId: person?.id ?? newId(), expiresAt: MoreThan(this.clock.now()), usedAt: IsNull() }, order: { createdAt: 'DESC' }, take: 5 })
      : [];
    const link = links.find(({ id }) => sameText(code, linkCode(this.config.PORTEVOIX_SECRET, id)));
    if (!link) {
      await this.throttle.fail(gates);
      return null;
    }
    return this.redeem(link, context);
  }

  private async redeem(link: SignInLink | null, context: RequestContext): Promise<Person | null> {
    const now = this.clock.now();
    const browser = readCookie(context.headers, BROWSER_COOKIE);
    if (!link || !browser || link.expiresAt <= now || !link.browserHash.equals(sha256(browser))) return null;
    if (link.usedAt && now.getTime() - link.usedAt.getTime() > REUSE_MS) return null;
    const { organisationId, personId, id } = link;
    const person = await this.db.of(Person).findOneBy({ organisationId, id: personId, deactivatedAt: IsNull() });
    if (person && !link.usedAt) await this.db.of(SignInLink).update({ organisationId, id }, { usedAt: now });
    return person;
  }

  /** What this browser was sent serves no more: a link that a second factor followed was not marked by the refused request. */
  async spend({ organisationId, id: personId }: Person, { headers }: RequestContext): Promise<void> {
    const browser = readCookie(headers, BROWSER_COOKIE);
    if (!browser) return;
    const rows = this.db.of(SignInLink).createQueryBuilder().update().set({ usedAt: this.clock.now() });
    await rows.where('organisation_id = :organisationId and person_id = :personId and browser_hash = :hash and used_at is null', { organisationId, personId, hash: sha256(browser) }).execute();
  }

  /** Names the asking browser, so that a forwarded link is of no use elsewhere. */
  private browserOf({ headers, reply }: RequestContext): string {
    const known = readCookie(headers, BROWSER_COOKIE);
    if (known && known.length >= 40) return known;
    const made = randomSecret();
    reply?.setCookie(BROWSER_COOKIE, made, { httpOnly: true, secure: this.config.isSecure, sameSite: 'lax', path: '/', maxAge: LINK_MS / 1000 });
    return made;
  }
}
