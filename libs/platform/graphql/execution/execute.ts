import { execute, getArgumentValues, getOperationAST, getVariableValues, GraphQLError, locatedError, responsePathAsArray, type ExecutionArgs, type ExecutionResult, type GraphQLResolveInfo } from 'graphql';
import { planOf, type Completion, type Plan, type PlannedField, type Selection } from './plan';

declare global {
  interface JSON {
    /** Node has it (ECMAScript, JSON.parse source text access); TypeScript's library does not yet. */
    rawJSON(json: string): unknown;
  }
}

type Path = GraphQLResolveInfo['path'];
type MaybePromise<T> = T | Promise<T>;

const isPromise = (value: unknown): value is Promise<unknown> => typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/**
 * GraphQL's `execute`. A query runs by a plan that is made once for its document (plan.ts), with the same answers and
 * errors as graphql-js gives; everything else is graphql-js's (docs/adr/0009).
 */
export function executeOperation(args: ExecutionArgs): MaybePromise<ExecutionResult> {
  const { schema, document, operationName, variableValues } = args;
  const operation = getOperationAST(document, operationName);
  const variables = operation && getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}).coerced;
  const plan = variables && planOf(schema, document, operation, variables);
  return plan ? new Run(args, plan, variables).answer() : execute(args);
}

/** One run of a plan. The functions it is written after are those of graphql-js's execution/execute.js, in its order. */
class Run {
  private readonly errors: GraphQLError[] = [];
  private readonly failedAt = new Set<Path | undefined>();

  constructor(
    private readonly args: ExecutionArgs,
    private readonly plan: Plan,
    private readonly variables: Record<string, unknown>,
  ) {}

  answer(): MaybePromise<ExecutionResult> {
    try {
      const data = this.object(this.plan.root, this.args.rootValue, undefined);
      return isPromise(data) ? data.then((result) => this.response(result), (error: unknown) => this.failure(error)) : this.response(data);
    } catch (error) {
      return this.failure(error);
    }
  }

  private response(data: unknown): ExecutionResult {
    return this.errors.length ? { errors: this.errors, data: data as ExecutionResult['data'] } : { data: data as ExecutionResult['data'] };
  }

  private failure(error: unknown): ExecutionResult {
    this.note(error as GraphQLError, undefined);
    return this.response(null);
  }

  private object(selection: Selection, source: unknown, path: Path | undefined): MaybePromise<Record<string, unknown>> {
    const data: Record<string, unknown> = {};
    let pending: Promise<unknown>[] | null = null;
    try {
      const settled = typeof source === 'object' && source !== null && Object.isFrozen(source) ? this.settled(selection, source) : undefined;
      for (const planned of selection.fields) {
        if (settled && planned.isPlain) {
          data[planned.key] = settled[planned.key];
          continue;
        }
        const value = this.field(planned, source, { prev: path, key: planned.key, typename: planned.parent.name });
        // In its place now, so that the answer's keys stand in the order of the query.
        data[planned.key] = value;
        if (isPromise(value)) (pending ??= []).push(value.then((settled) => void (data[planned.key] = settled)));
      }
    } catch (error) {
      if (!pending) throw error;
      // What the others still do is awaited: nothing of the operation may run on after its answer.
      return Promise.all(pending).finally(() => {
        throw error;
      }) as Promise<never>;
    }
    return pending ? Promise.all(pending).then(() => data) : data;
  }

  /** Plain fields of a source that never changes; undefined when one of them has an error to tell, in its own place. */
  private settled({ fields, settled }: Selection, source: object): Record<string, unknown> | undefined {
    const known = settled.get(source);
    if (known) return known;
    const made: Record<string, unknown> = {};
    try {
      for (const planned of fields) {
        if (!planned.isPlain) continue;
        const value = (source as Record<string, unknown>)[planned.field!.name];
        if (typeof value === 'function' || isPromise(value)) return undefined;
        made[planned.key] = asJson(this.completed(planned.completion, value, planned, undefined));
      }
    } catch {
      return undefined;
    }
    settled.set(source, made);
    return made;
  }

  private field(planned: PlannedField, source: unknown, path: Path): unknown {
    const { field, nodes, parent, completion } = planned;
    if (!field) return parent.name;
    try {
      const args = field.args.length ? getArgumentValues(field, nodes[0]!, this.variables) : {};
      const value: unknown = field.resolve ? field.resolve(source, args, this.args.contextValue, this.info(planned, path)) : this.property(planned, source, args, path);
      if (!isPromise(value)) {
        const completed = this.completed(completion, value, planned, path);
        return isPromise(completed) ? completed.then(undefined, (error: unknown) => this.failed(completion, error, planned, path)) : completed;
      }
      return value.then((settled) => this.completed(completion, settled, planned, path)).then(undefined, (error: unknown) => this.failed(completion, error, planned, path));
    } catch (error) {
      return this.failed(completion, error, planned, path);
    }
  }

  /** A field without a resolver is the source's property, or what its method answers. */
  private property(planned: PlannedField, source: unknown, args: Record<string, unknown>, path: Path): unknown {
    if (typeof source !== 'function' && (typeof source !== 'object' || source === null)) return undefined;
    const { name } = planned.field!;
    const of = source as Record<string, unknown>;
    const value = of[name];
    return typeof value === 'function' ? (of[name] as (...given: unknown[]) => unknown)(args, this.args.contextValue, this.info(planned, path)) : value;
  }

  private info({ field, nodes, parent }: PlannedField, path: Path): GraphQLResolveInfo {
    const { operation, fragments } = this.plan;
    return { fieldName: field!.name, fieldNodes: nodes, returnType: field!.type, parentType: parent, path, schema: this.args.schema, fragments, rootValue: this.args.rootValue, operation, variableValues: this.variables };
  }

  /** @throws what a required value that is missing, an Error in a value's place, or a scalar that refuses it says. */
  private completed(completion: Completion, value: unknown, planned: PlannedField, path: Path | undefined): unknown {
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (completion.required) throw new Error(`Cannot return null for non-nullable field ${nameOf(planned)}.`);
      return null;
    }
    switch (completion.kind) {
      case 'object':
        return this.object(completion.selection, value, path);
      case 'list':
        return this.list(completion.item, value, planned, path);
      case 'leaf': {
        const leaf = completion.type.serialize(value);
        if (leaf === null || leaf === undefined) throw new Error(`Expected \`${completion.type.name}.serialize\` to return non-nullable value for ${nameOf(planned)}.`);
        return leaf;
      }
    }
  }

  private list(item: Completion, value: unknown, planned: PlannedField, path: Path | undefined): MaybePromise<unknown[]> {
    if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(planned)}".`);
    const items: unknown[] = [];
    let pending = false;
    try {
      for (const each of value as Iterable<unknown>) {
        const completed = this.item(item, each, planned, { prev: path, key: items.length, typename: undefined });
        pending ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      // The list is lost; an item that fails later has nobody to tell it to.
      for (const each of items) if (isPromise(each)) each.catch(() => undefined);
      throw error;
    }
    return pending ? Promise.all(items) : items;
  }

  private item(item: Completion, value: unknown, planned: PlannedField, path: Path): unknown {
    try {
      const completed = isPromise(value) ? value.then((settled) => this.completed(item, settled, planned, path)) : this.completed(item, value, planned, path);
      return isPromise(completed) ? completed.then(undefined, (error: unknown) => this.failed(item, error, planned, path)) : completed;
    } catch (error) {
      return this.failed(item, error, planned, path);
    }
  }

  /** Null in the value's place, with its error; a required value takes its parent along. */
  private failed({ required }: Completion, raw: unknown, { nodes }: PlannedField, path: Path): null {
    const error = locatedError(raw, [...nodes], responsePathAsArray(path));
    if (required) throw error;
    this.note(error, path);
    return null;
  }

  /** Not what is at or under a place that an earlier error has made null. */
  private note(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; ; at = at.prev) {
      if (this.failedAt.has(at)) return;
      if (at === undefined) break;
    }
    this.failedAt.add(path);
    this.errors.push(error);
  }
}

/** From this length on, a text that many answers share is escaped once. */
const LONG_TEXT = 200;
const asJson = (leaf: unknown): unknown => (typeof leaf === 'string' && leaf.length >= LONG_TEXT ? JSON.rawJSON(JSON.stringify(leaf)) : leaf);

const nameOf = ({ parent, field }: PlannedField): string => `${parent.name}.${field!.name}`;
