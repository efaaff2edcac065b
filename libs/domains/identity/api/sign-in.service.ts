import { Inject, Injectable } from '@nestjs/common';
import { type RedeemMagicLinkInput, type RedeemSignInCodeInput, type RequestMagicLinkInput, type SignInInput } from '@portevoix/identity/shared';
import { Clock, Config, Db, DomainError, Events, isUuid, type RequestContext } from '@portevoix/platform';
import { IsNull, MoreThan } from 'typeorm';
import { Directory } from './directory.service';
import { sendSignInLink } from './identity.events';
import { Person } from './person.entity';
import { hashPassword, linkCode, linkSecret, passwordMatches, randomSecret, sameText, sha256, splitToken } from './secrets';
import { SignInLink } from './session.entity';
import { readCookie, Sessions } from './sessions.service';
import { Throttle } from './throttle';

const LINK_MS = 15 * 60_000;
/** The same browser may follow its link again: mail programs and impatient fingers open it twice. */
const REUSE_MS = 60_000;

const refused = () => new DomainError('SIGN_IN_REFUSED');

@Injectable()
export class SignIn {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly events: Events,
  ) {}

  /** Same answer and same work for an unknown address and a wrong password. */
  async withPassword({ email, password, organisation }: SignInInput, context: RequestContext): Promise<Person> {
    const gates = { 'email+ip': `${email} ${context.ip}`, email, ip: context.ip };
    await this.throttle.check(gates);
    const person = await this.find(email, organisation);
    if (!(await passwordMatches(person?.passwordHash ?? null, password)) || !person) {
      await this.throttle.fail(gates);
      throw refused();
    }
    await this.throttle.clear('email+ip', gates['email+ip']);
    await this.sessions.open(person, context);
    return person;
  }

  /** Always answers the same; a known person gets a mail with a link and a code for the asking browser. */
  async requestLink({ email, organisation }: RequestMagicLinkInput, context: RequestContext): Promise<void> {
    await this.throttle.take('link', `${email} ${context.ip}`);
    const browser = this.browserOf(context);
    const person = await this.find(email, organisation);
    if (!person) return;
    const now = this.clock.now();
    const link = this.db.of(SignInLink).create({ ...this.db.key(), personId: person.id, browserHash: sha256(browser), createdAt: now, expiresAt: new Date(now.getTime() + LINK_MS), usedAt: null });
    await this.db.of(SignInLink).insert(link);
    await this.events.send(sendSignInLink, { linkId: link.id });
  }

  async withLink({ token }: RedeemMagicLinkInput, context: RequestContext): Promise<Person> {
    await this.throttle.take('ip', context.ip);
    const parts = splitToken(token);
    const [linkId, secret] = [parts?.secret.slice(0, 36) ?? '', parts?.secret.slice(37) ?? ''];
    if (!parts || !isUuid(linkId) || !sameText(secret, linkSecret(this.config.PORTEVOIX_SECRET, linkId))) throw refused();
    await this.db.enter(parts.organisationId);
    const link = await this.db.of(SignInLink).findOneBy({ organisationId: parts.organisationId, id: linkId });
    return this.redeem(link, context);
  }

  /** The code typed in the tab that asked. */
  async withCode({ email, code, organisation }: RedeemSignInCodeInput, context: RequestContext): Promise<Person> {
    const gates = { 'email+ip': `${email} ${context.ip}`, email };
    await this.throttle.check(gates);
    const person = await this.find(email, organisation);
    const links = person
      ? await this.db.of(SignInLink).find({ where: { organisationId: person.organisationId, personId: person.id, expiresAt: MoreThan(this.clock.now()), usedAt: IsNull() }, order: { createdAt: 'DESC' }, take: 5 })
      : [];
    const link = links.find(({ id }) => sameText(code, linkCode(this.config.PORTEVOIX_SECRET, id)));
    if (!link) {
      await this.throttle.fail(gates);
      throw refused();
    }
    return this.redeem(link, context);
  }

  async changePassword(person: Person, current: string | undefined, next: string): Promise<void> {
    if (person.passwordHash && !(await passwordMatches(person.passwordHash, current ?? ''))) throw refused();
    await this.db.of(Person).update({ organisationId: person.organisationId, id: person.id }, { passwordHash: await hashPassword(next) });
  }

  private async redeem(link: SignInLink | null, context: RequestContext): Promise<Person> {
    const now = this.clock.now();
    const browser = readCookie(context.headers, BROWSER_COOKIE);
    if (!link || !browser || link.expiresAt <= now || !link.browserHash.equals(sha256(browser))) throw refused();
    if (link.usedAt && now.getTime() - link.usedAt.getTime() > REUSE_MS) throw refused();
    const { organisationId, personId, id } = link;
    const person = await this.db.of(Person).findOneBy({ organisationId, id: personId, deactivatedAt: IsNull() });
    if (!person) throw refused();
    if (!link.usedAt) await this.db.of(SignInLink).update({ organisationId, id }, { usedAt: now });
    await this.sessions.open(person, context);
    return person;
  }

  /** Enters the organisation that knows the address; null leaves the unit without one. */
  private async find(email: string, organisation?: string): Promise<Person | null> {
    const organisationId = await this.directory.organisationOf(email, organisation);
    if (!organisationId) return null;
    await this.db.enter(organisationId);
    return this.db.of(Person).findOneBy({ organisationId, email, deactivatedAt: IsNull() });
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

const BROWSER_COOKIE = 'portevoix_browser';
