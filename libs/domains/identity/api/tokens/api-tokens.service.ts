import { Injectable } from '@nestjs/common';
import { permissionsOf, scopesOf, TOKEN_LIMITS, type CreateApiTokenInput } from '@portevoix/identity/shared';
import { badInput, Clock, Db, Log, notFound, type Viewer } from '@portevoix/platform';
import { IsNull } from 'typeorm';
import type { Person } from '../person.entity';
import { secondFactorMissing } from '../second-factor/missing';
import { sha256 } from '../sign-in/secrets';
import { ApiToken } from './api-token.entity';
import { newTokenText } from './token-text';

const DAY_MS = 24 * 3600_000;
const TOUCH_MS = 60_000;

const VERIFY = `select t.id, t.person_id as "personId", t.scopes, t.last_used_at as "lastUsedAt", p.roles, p.locale, ${secondFactorMissing}
  from api_token t join person p on p.organisation_id = t.organisation_id and p.id = t.person_id and p.deactivated_at is null
 where t.organisation_id = $1 and t.secret_hash = $2 and t.revoked_at is null and t.expires_at > $3`;

interface Verified extends Pick<ApiToken, 'id' | 'personId' | 'scopes' | 'lastUsedAt'>, Pick<Person, 'roles' | 'locale'> {
  secondFactorMissing: boolean;
}

/** Personal API tokens: a hashed row with scopes and an end, revocable at once. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async verify({ secret }: { secret: string }): Promise<Viewer | null> {
    const now = this.clock.now();
    const { organisationId } = this.db;
    const [found] = await this.db.prepared<Verified>('identity.api-token', VERIFY, [organisationId, sha256(secret), now]);
    if (!found) return null;
    const { id: credentialId, personId, scopes, lastUsedAt, roles, locale, secondFactorMissing: missing } = found;
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= TOUCH_MS) this.touchLater(credentialId, now);
    const permissions = missing ? new Set<string>() : new Set<string>(scopesOf(permissionsOf(roles)).filter((permission) => scopes.includes(permission)));
    return { organisationId, personId, credentialId, roles, permissions, isToken: true, locale, secondFactorMissing: missing };
  }

  /** Those not revoked, newest first; one that is over stays, until its person takes it away. */
  mine({ organisationId, personId }: Viewer): Promise<ApiToken[]> {
    return this.db.of(ApiToken).find({ where: { organisationId, personId, revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** The token, and its text that is nowhere kept. */
  async create(viewer: Viewer, { name, scopes, expiresInDays }: CreateApiTokenInput): Promise<{ token: ApiToken; secret: string }> {
    const { organisationId, personId } = viewer;
    const offered = new Set<string>(scopesOf(viewer.permissions));
    if (!scopes.every((scope) => offered.has(scope))) throw badInput('scopes', 'isHeld');
    // Two at once are counted one after the other.
    await this.db.query('select 1 from person where organisation_id = $1 and id = $2 for update', [organisationId, personId]);
    const count = await this.db.of(ApiToken).countBy({ organisationId, personId, revokedAt: IsNull() });
    if (count >= TOKEN_LIMITS.perPerson) throw badInput('name', 'tooManyTokens', { limit: TOKEN_LIMITS.perPerson });
    const createdAt = this.clock.now();
    const { text, secret, hint } = newTokenText(organisationId);
    const token = this.db.of(ApiToken).create({
      ...this.db.key(),
      personId,
      name,
      scopes: [...scopes].sort(),
      secretHash: sha256(secret),
      hint,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + expiresInDays * DAY_MS),
      lastUsedAt: null,
      revokedAt: null,
    });
    await this.db.of(ApiToken).insert(token);
    return { token, secret: text };
  }

  /** @throws NOT_FOUND for anybody else's, and for one that is revoked already */
  async revoke({ organisationId, personId }: Viewer, id: string): Promise<void> {
    const done = await this.db.of(ApiToken).update({ organisationId, personId, id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!done.affected) throw notFound();
  }

  async revokeAll(personId: string): Promise<void> {
    await this.db.of(ApiToken).update({ organisationId: this.db.organisationId, personId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /** Of calls together, one writes. */
  private touchLater(id: string, now: Date): void {
    const { organisationId } = this.db;
    this.db.writeAfterCommit(
      () => this.db.query('update api_token set last_used_at = $3 where organisation_id = $1 and id = $2 and (last_used_at is null or last_used_at <= $4)', [organisationId, id, now, new Date(now.getTime() - TOUCH_MS)]),
      (error) => this.log.warn({ err: error }, 'api token touch'),
    );
  }
}
