import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** What to do with a resolver's answer, from the outside in. */
export type Completion = { kind: 'leaf'; type: GraphQLLeafType; required: boolean } | { kind: 'list'; item: Completion; required: boolean } | { kind: 'object'; selection: Selection; required: boolean };

/** One field of an answer, with all that follows from document and schema alone. */
export interface PlannedField {
  /** In the answer: its alias, else its name. */
  key: string;
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  /** Null for `__typename`. */
  field: GraphQLField<unknown, unknown> | null;
  completion: Completion;
  /** A property of the source, completed by its scalar or enum alone. */
  isPlain: boolean;
}

export interface Selection {
  fields: readonly PlannedField[];
  /** Completed plain fields of sources that are frozen, so that what many answers share is completed once. */
  settled: WeakMap<object, Record<string, unknown>>;
}

export interface Plan {
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  root: Selection;
}

type Variables = Record<string, unknown>;

/** Of a document, whatever its variables say. */
interface Known {
  id: number;
  /** False when it has something that graphql-js is left to answer. */
  plannable: boolean;
  /** Variables that `@skip` and `@include` look at: with other values it is another plan. */
  deciding: string[];
}

let documents = 0;
const known = new WeakMap<DocumentNode, Known>();
/** Of all documents together; a planned field takes about 200 bytes. */
const MAX_FIELDS = 100_000;
const plans = new LRUCache<string, { plan: Plan | null; fields: number }>({ maxSize: MAX_FIELDS, sizeCalculation: ({ fields }) => fields });

function knownOf(document: DocumentNode): Known {
  const found = known.get(document);
  if (found) return found;
  const deciding = new Set<string>();
  let plannable = true;
  visit(document, {
    Field({ name, alias }) {
      // The schema's own description, and a key that is no plain property of an object.
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') plannable = false;
    },
    Directive({ name, arguments: conditions }) {
      if (name.value !== 'skip' && name.value !== 'include') plannable = false;
      for (const { value } of conditions ?? []) if (value.kind === Kind.VARIABLE) deciding.add(value.name.value);
    },
  });
  const made = { id: (documents += 1), plannable, deciding: [...deciding] };
  known.set(document, made);
  return made;
}

/**
 * How to answer a query: its fields collected once for the document, instead of once for each object of each answer.
 * Null for what graphql-js is left to answer: other operations, introspection, abstract types.
 * `variables` are coerced ones; the document has been validated.
 */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Plan | null {
  const { id, plannable, deciding } = knownOf(document);
  if (!plannable || operation.operation !== 'query') return null;
  const key = JSON.stringify([id, operation.name?.value, ...deciding.map((name) => variables[name])]);
  const found = plans.get(key);
  if (found) return found.plan;
  const planner = new Planner(schema, document, variables);
  const plan = planner.plan(operation);
  plans.set(key, { plan, fields: planner.fields + 1 });
  return plan;
}

const TYPENAME: Completion = { kind: 'leaf', type: GraphQLString, required: true };

/** Planned whole, so that what cannot be planned is known before anything runs. */
class Planner {
  /** How many it has planned. */
  fields = 0;
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
  }

  plan(operation: OperationDefinitionNode): Plan | null {
    const root = this.schema.getQueryType();
    const selection = root ? this.selection(root, operation.selectionSet.selections) : null;
    return selection && { operation, fragments: this.fragments, root: selection };
  }

  private selection(type: GraphQLObjectType, selections: readonly SelectionNode[]): Selection | null {
    const collected = new Map<string, FieldNode[]>();
    this.collect(type, selections, collected, new Set());
    const fields: PlannedField[] = [];
    for (const [key, nodes] of collected) {
      const planned = this.field(type, key, nodes);
      if (planned === null) return null;
      if (planned) fields.push(planned);
    }
    return { fields, settled: new WeakMap() };
  }

  /** Undefined for a field that the type has not, which is left out. */
  private field(parent: GraphQLObjectType, key: string, nodes: FieldNode[]): PlannedField | null | undefined {
    this.fields += 1;
    const name = nodes[0]!.name.value;
    if (name === '__typename') return { key, nodes, parent, field: null, completion: TYPENAME, isPlain: false };
    const field = parent.getFields()[name];
    if (!field) return undefined;
    const completion = this.completion(field.type, nodes);
    return completion && { key, nodes, parent, field, completion, isPlain: completion.kind === 'leaf' && !field.resolve && !field.args.length };
  }

  private completion(type: GraphQLOutputType, nodes: FieldNode[]): Completion | null {
    const required = isNonNullType(type);
    const inner = required ? type.ofType : type;
    if (isLeafType(inner)) return { kind: 'leaf', type: inner, required };
    if (isListType(inner)) {
      const item = this.completion(inner.ofType, nodes);
      return item && { kind: 'list', item, required };
    }
    if (isAbstractType(inner) || !isObjectType(inner) || inner.isTypeOf) return null;
    const selection = this.selection(
      inner,
      nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    );
    return selection && { kind: 'object', selection, required };
  }

  private collect(type: GraphQLObjectType, selections: readonly SelectionNode[], into: Map<string, FieldNode[]>, visited: Set<string>): void {
    for (const selection of selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = into.get(key);
        if (nodes) nodes.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      if (fragment && this.isOf(type, fragment.typeCondition)) this.collect(type, fragment.selectionSet.selections, into, visited);
    }
  }

  private isIncluded(node: SelectionNode): boolean {
    return getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.['if'] !== false;
  }

  private isOf(type: GraphQLObjectType, condition: FragmentDefinitionNode['typeCondition'] | undefined): boolean {
    if (!condition) return true;
    const conditional = typeFromAST(this.schema, condition);
    return conditional === type || (isAbstractType(conditional) && this.schema.isSubType(conditional, type));
  }
}
