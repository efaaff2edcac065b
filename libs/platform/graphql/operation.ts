import { Inject, Injectable, Optional } from '@nestjs/common';
import { createSourceEventStream, getOperationAST, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { Authenticator } from '../access/authenticator';
import type { RequestContext } from '../access/request';
import { can, type Viewer } from '../access/viewer';
import { Db } from '../database/db';
import type { Mode } from '../database/unit';
import { DomainError, forbidden, PassingError } from '../errors';
import { mapped } from '../jobs/streams';
import { Budget } from './budget';
import { traced } from '../tracing/tracing';
import { introspects, refuseCostly } from './costs';
import { executeOperation } from './execution/execute';
import { MutationLog } from './mutation-log';
import { Safelist } from './safelist';

class StaleClaim extends Error {}

/** Who may read the schema from the running API; contributors have it in the repository. */
const INTROSPECT = 'api:introspect';

const refusal = (error: DomainError): ExecutionResult => ({ errors: [new GraphQLError(error.code, { originalError: error })] });

/** What an operation costs, or the answer to one that is not taken. */
function priced(args: ExecutionArgs, safelist: Safelist): number | ExecutionResult {
  if (!safelist.has(args.document)) return refusal(new PassingError('OPERATION_UNKNOWN'));
  try {
    return refuseCostly(args);
  } catch (error) {
    if (error instanceof DomainError) return refusal(error);
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/**
 * Runs every GraphQL operation, over HTTP or a socket, inside one unit of work: a mutation with any error
 * rolls back and answers `data: null` (docs/adr/0002).
 */
@Injectable()
export class Operations {
  constructor(
    private readonly db: Db,
    private readonly authenticator: Authenticator,
    private readonly budget: Budget,
    private readonly safelist: Safelist,
    @Optional() @Inject(MutationLog) private readonly log: MutationLog | null,
  ) {}

  /** Verifies the caller, then runs `work` in the caller's organisation; an anonymous caller gets none, nor does one who has yet to set up a second factor. */
  withViewer<T>(context: RequestContext, mode: Mode, work: () => Promise<T>): Promise<T> {
    return this.withVerified(context, mode, work, (viewer) => !viewer.secondFactorMissing);
  }

  /** `taken` says of whom a session stands for; for the others it is as if there were none. */
  private async withVerified<T>(context: RequestContext, mode: Mode, work: () => Promise<T>, taken: (viewer: Viewer) => boolean, keep?: (result: T) => boolean): Promise<T> {
    const claim = this.authenticator.claim(context.headers);
    context.viewer = null;
    if (!claim) return this.db.run(null, mode, work, keep);
    try {
      return await this.db.run(
        claim.organisationId,
        mode,
        async () => {
          const viewer = await this.authenticator.verify(claim);
          if (!viewer || !taken(viewer)) throw new StaleClaim();
          context.viewer = viewer;
          return work();
        },
        keep,
      );
    } catch (error) {
      if (!(error instanceof StaleClaim)) throw error;
      return this.db.run(null, mode, work, keep);
    }
  }

  /**
   * A change by a REST route, in the caller's organisation: written in the log in its own unit, as a mutation is. `name`
   * is the act's, `permissions` what it asked for (`@Allow`).
   */
  change<T>(context: RequestContext, name: string, permissions: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.withViewer(context, 'write', async () => {
      const changes = this.log ? this.db.watch(this.log.watched) : [];
      const result = await work();
      await this.log?.record([{ name, permissions, args: {}, field: null }], context, changes);
      return result;
    });
  }

  async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    const cost = priced(args, this.safelist);
    if (typeof cost !== 'number') return cost;
    const operation = getOperationAST(args.document, args.operationName);
    const [type, name] = [operation?.operation ?? 'query', operation?.name?.value ?? ''];
    const attributes = { 'graphql.operation.type': type, ...(name ? { 'graphql.operation.name': name } : {}) };
    return traced('internal', `${type} ${name}`.trim(), attributes, () => this.executeInUnit(args, type, cost), ({ errors }) => errors && String(errors[0]?.extensions['code'] ?? 'GraphQLError'));
  }

  private async executeInUnit(args: ExecutionArgs, type: string, cost: number): Promise<ExecutionResult> {
    const mode: Mode = type === 'mutation' ? 'write' : 'read';
    const context = args.contextValue as RequestContext;
    // What is open before a second factor is set up, the guard says.
    const result = await this.withVerified(
      context,
      mode,
      () => this.perform(args, context, mode, cost),
      () => true,
      (answer) => mode === 'read' || !answer.errors?.length,
    );
    return mode === 'write' && result.errors?.length && 'data' in result ? { ...result, data: null } : result;
  }

  /** The answer to somebody who spent their hour's points; null for anybody else. */
  private async overspent(context: RequestContext, cost: number): Promise<ExecutionResult | null> {
    try {
      await this.budget.spend(context, cost);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return refusal(error);
      throw error;
    }
  }

  /** Inside the unit, and again from the start when the unit is run again. */
  private async perform(args: ExecutionArgs, context: RequestContext, mode: Mode, cost: number): Promise<ExecutionResult> {
    const spent = await this.overspent(context, cost);
    if (spent) return spent;
    if (introspects(args.document) && !can(context.viewer, INTROSPECT)) return refusal(forbidden());
    context.calls = [];
    const changes = mode === 'write' && this.log ? this.db.watch(this.log.watched) : [];
    const result = await executeOperation({ ...args, contextValue: context });
    if (mode === 'write' && !result.errors?.length && this.db.hasOrganisation) await this.log?.record(context.calls, context, changes);
    return result;
  }

  /** Opens one unit for the subscription's checks and one per event, so that no connection is held between events. */
  async subscribe(args: ExecutionArgs): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const cost = priced(args, this.safelist);
    if (typeof cost !== 'number') return cost;
    const context = args.contextValue as RequestContext;
    const source = await this.withViewer(context, 'read', async () => (await this.overspent(context, cost)) ?? createSourceEventStream(args));
    if (!(Symbol.asyncIterator in source)) return source;
    return mapped(source[Symbol.asyncIterator](), (event) => this.db.outside(() => this.withViewer(context, 'read', async () => executeOperation({ ...args, rootValue: event }))));
  }
}
