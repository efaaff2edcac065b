import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const ROOT = join(import.meta.dirname, '../../..');

export interface AppDocument {
  file: string;
  name: string;
  /** The operation with the fragments that it uses, as the app sends it. */
  query: string;
}

/** Every operation that the two apps send, read from their sources. */
export function appDocuments(): AppDocument[] {
  const texts = globSync('libs/**/*.graphql.ts', { cwd: ROOT }).flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text]) => ({ file, document: parse(text!) })));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { document } of texts) for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return texts.flatMap(({ file, document }) =>
    document.definitions
      .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({ file, name: node.name?.value ?? '', query: print(withFragments(node, fragments)) })),
  );
}

function withFragments(operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    void visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`No fragment ${value}`);
        if (used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] };
}
