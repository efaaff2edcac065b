import { Inject, Injectable } from '@nestjs/common';
import { dayOf, permissionsOf } from '@portevoix/identity/shared';
import { Clock, Config, Db, Events, Log, newId, notFound, type RequestContext, type Viewer } from '@portevoix/platform';
import bowser from 'bowser';
import { IsNull } from 'typeorm';
import { personConnected } from '../identity.events';
import { Organisation } from '../organisation.entity';
import { Person } from '../person.entity';
import { secondFactorMissing } from '../second-factor/missing';
import { joinToken, randomSecret, sha256 } from './secrets';
import { Presence, Session } from './session.entity';

const IDLE_MS = 12 * 3600_000;
const ABSOLUTE_MS = 30 * 24 * 3600_000;
const TOUCH_MS = 5 * 60_000;

/** Each operation begins with it: one statement, and no entities. */
const VERIFY = `select s.id, s.person_id as "personId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", p.roles, p.locale, ${secondFactorMissing}
  from session s join person p on p.organisation_id = s.organisation_id and p.id = s.person_id and p.deactivated_at is null
 where s.organisation_id = $1 and s.secret_hash = $2 and s.revoked_at is null`;

interface Verified extends Pick<Session, 'id' | 'personId' | 'createdAt' | 'lastSeenAt'>, Pick<Person, 'roles' | 'locale'> {
  secondFactorMissing: boolean;
}

/** Sessions: an opaque cookie, a hashed row, revocable at once. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  get cookieName(): string {
    return this.config.isSecure ? '__Host-portevoix' : 'portevoix';
  }

  async verify({ secret }: { secret: string }): Promise<Viewer | null> {
    const now = this.clock.now();
    const { organisationId } = this.db;
    const [found] = await this.db.prepared<Verified>('identity.session', VERIFY, [organisationId, sha256(secret)]);
    if (!found) return null;
    const { id: credentialId, personId, roles, locale, lastSeenAt, createdAt, secondFactorMissing: missing } = found;
    if (now.getTime() - lastSeenAt.getTime() > IDLE_MS || now.getTime() - createdAt.getTime() > ABSOLUTE_MS) return null;
    if (now.getTime() - lastSeenAt.getTime() > TOUCH_MS) {
      // A lost touch only shortens the idle time.
      this.db.writeAfterCommit(() => this.touch(credentialId, personId), (error) => this.log.warn({ err: error }, 'session touch'));
    }
    return { organisationId, personId, credentialId, roles, permissions: missing ? new Set() : permissionsOf(roles), isToken: false, locale, secondFactorMissing: missing };
  }

  /** Makes a session in the open unit and gives its cookie to `context`; returns the token. */
  async open(person: Person, context: RequestContext): Promise<string> {
    const secret = randomSecret();
    const now = this.clock.now();
    const session = this.db.of(Session).create({
      ...this.db.key(),
      personId: person.id,
      secretHash: sha256(secret),
      device: deviceOf(String(context.headers['user-agent'] ?? '')),
      createdAt: now,
      lastSeenAt: now,
      revokedAt: null,
    });
    await this.db.of(Session).insert(session);
    await this.recordPresence(person.id, now);
    const token = joinToken(person.organisationId, secret);
    context.signedIn = person.id;
    this.db.afterCommit(() => this.giveCookie(context, token));
    return token;
  }

  mine(viewer: Viewer): Promise<Session[]> {
    return this.db.of(Session).find({ where: { organisationId: viewer.organisationId, personId: viewer.personId, revokedAt: IsNull() }, order: { lastSeenAt: 'DESC' }, take: 50 });
  }

  async revoke(viewer: Viewer, id: string): Promise<void> {
    const { organisationId, personId } = viewer;
    const done = await this.db.of(Session).update({ organisationId, personId, id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!done.affected) throw notFound();
  }

  async revokeAll(personId: string): Promise<void> {
    await this.db.of(Session).update({ organisationId: this.db.organisationId, personId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  clearCookie({ reply }: RequestContext): void {
    reply?.clearCookie(this.cookieName, { path: '/' });
  }

  private giveCookie({ reply }: RequestContext, token: string): void {
    reply?.setCookie(this.cookieName, token, { httpOnly: true, secure: this.config.isSecure, sameSite: 'lax', path: '/', maxAge: ABSOLUTE_MS / 1000 });
  }

  private async touch(id: string, personId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.of(Session).update({ organisationId: this.db.organisationId, id }, { lastSeenAt: now });
    await this.recordPresence(personId, now);
  }

  /** One presence a person and day; the first of the day is an event. */
  private async recordPresence(personId: string, at: Date): Promise<void> {
    const { organisationId } = this.db;
    const { timeZone } = await this.db.of(Organisation).findOneByOrFail({ id: organisationId });
    const day = dayOf(at, timeZone);
    const result = await this.db.of(Presence).createQueryBuilder().insert().values({ organisationId, id: newId(at.getTime()), personId, day, createdAt: at }).orIgnore().returning('id').execute();
    if ((result.raw as unknown[]).length) await this.events.publish(personConnected, { personId, day });
  }
}

export function readCookie(headers: RequestContext['headers'], name: string): string | null {
  for (const part of String(headers['cookie'] ?? '').split(/;\s*/)) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at) === name) return decodeURIComponent(part.slice(at + 1));
  }
  return null;
}

function deviceOf(userAgent: string): string {
  if (!userAgent) return '';
  const { browser, os } = bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ');
}
