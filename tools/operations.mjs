// Every operation that the two apps send, read from their sources.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kind, parse, print, visit } from 'graphql';

/** @returns {{ file: string, name: string, query: string }[]} `query` has the fragments that the operation uses. */
export function appOperations(root) {
  const texts = globSync('libs/**/*.graphql.ts', { cwd: root }).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text]) => ({ file, document: parse(text) })));
  const fragments = new Map(texts.flatMap(({ document }) => document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node])));
  return texts.flatMap(({ file, document }) =>
    document.definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({ file, name: node.name?.value ?? '', query: print({ kind: Kind.DOCUMENT, definitions: [node, ...usedBy(node, fragments)] }) })),
  );
}

function usedBy(operation, fragments) {
  const used = new Map();
  const collect = (node) =>
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
  return used.values();
}

/** For GRAPHQL_SAFELIST. */
export function writeOperations(root, file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(appOperations(root).map(({ name, query }) => ({ name, query }))));
}
