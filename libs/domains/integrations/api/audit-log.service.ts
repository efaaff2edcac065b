import { Injectable } from '@nestjs/common';
import { AuditScope, type AuditFilter } from '@portevoix/integrations/shared';
import { Organisations } from '@portevoix/identity/api';
import { addDays, startOfDay } from '@portevoix/identity/shared';
import { Clock, Db, MutationLog, pageById, SIGNED_IN, type Change, type Connection, type MutationCall, type PageArgs, type RequestContext } from '@portevoix/platform';
import { AuditEntry } from './audit-entry.entity';
import { changesOf, TOLD } from './changed';
import { summaryOf } from './summary';

/** Signing in and what belongs to it. */
const ACCOUNT = new Set(['signIn', 'requestMagicLink', 'redeemMagicLink', 'redeemSignInCode', 'signOut', 'revokeSession', 'changeMyPassword', 'updateMyPreferences', 'beginSecondFactor', 'confirmSecondFactor', 'removeSecondFactor', 'verifySecondFactor']);
/** Rights to act for oneself. Any other right is a right over the programme or over others. */
const OWN = new Set([SIGNED_IN, 'sharing:share', 'content:suggest']);

function scopeOf({ name, permissions }: MutationCall): AuditScope {
  if (ACCOUNT.has(name)) return AuditScope.ACCOUNT;
  return permissions.every((permission) => OWN.has(permission)) ? AuditScope.PERSONAL : AuditScope.ADMINISTRATION;
}

@Injectable()
export class AuditLog extends MutationLog {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {
    super();
  }

  readonly watched = TOLD;

  /** One row per mutation; what it changed, beside the last act of administration of the operation. Of what people do for themselves: that it happened, so that nobody reads the journal to learn who. */
  async record(calls: readonly MutationCall[], { viewer, signedIn, ip }: RequestContext, changes: readonly Change[]): Promise<void> {
    if (!calls.length) return;
    const createdAt = this.clock.now();
    const scopes = calls.map(scopeOf);
    const changing = scopes.lastIndexOf(AuditScope.ADMINISTRATION);
    const entries = calls.map((call, index): AuditEntry => {
      const scope = scopes[index]!;
      const isOwn = scope === AuditScope.PERSONAL;
      return {
        ...this.db.key(),
        createdAt,
        operation: call.name,
        scope,
        actorId: isOwn ? null : (viewer?.personId ?? signedIn ?? null),
        ip: isOwn ? null : ip,
        details: scope === AuditScope.ADMINISTRATION ? [...(call.field ? summaryOf(call.field, call.args) : []), ...(index === changing ? changesOf(changes) : [])] : [],
      };
    });
    await this.db.of(AuditEntry).insert(entries);
  }

  /** What was done to the programme, newest first. */
  async list(page: PageArgs, { operation, actorId, from, to }: AuditFilter): Promise<Connection<AuditEntry>> {
    const query = this.administration();
    const { timeZone } = await this.organisations.current();
    if (operation) query.andWhere('entry.operation = :operation', { operation });
    if (actorId) query.andWhere('entry.actorId = :actorId', { actorId });
    if (from) query.andWhere('entry.createdAt >= :from', { from: startOfDay(timeZone, from) });
    if (to) query.andWhere('entry.createdAt < :to', { to: startOfDay(timeZone, addDays(to, 1)) });
    return pageById(query, page);
  }

  /** The mutations and people that the journal holds, for its filters. */
  async known(): Promise<{ operations: string[]; actorIds: string[] }> {
    const column = async (name: 'operation' | 'actorId') => (await this.administration().select(`entry.${name}`, 'found').distinct(true).orderBy('found').limit(500).getRawMany<{ found: string | null }>()).flatMap(({ found }) => found ?? []);
    return { operations: await column('operation'), actorIds: await column('actorId') };
  }

  private administration() {
    return this.db.of(AuditEntry).createQueryBuilder('entry').where('entry.organisationId = :organisation and entry.scope = :scope', { organisation: this.db.organisationId, scope: AuditScope.ADMINISTRATION });
  }
}
