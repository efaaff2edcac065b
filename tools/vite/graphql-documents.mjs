const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`\s*(?:#[^\n]*\s*)*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;

/**
 * Vite plugin: puts each generated document in the place of its `graphql(…)` call, so that an app's bundle holds its
 * own documents and not those of the whole project (the generated `graphql` function looks them up in one table).
 *
 * @returns {import('vite').Plugin}
 */
export function graphqlDocuments() {
  return {
    name: 'portevoix:graphql-documents',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.split('?')[0].endsWith('.graphql.ts')) return null;
      const names = new Set();
      const body = code.replace(CALL, (_call, kind, name) => {
        const generated = `${name[0].toUpperCase()}${name.slice(1)}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;
        names.add(generated);
        return `document_${generated}`;
      });
      if (names.size === 0) return null;
      const imports = [...names].map((name) => `${name} as document_${name}`).join(', ');
      return { code: `import { ${imports} } from '@portevoix/graphql';\n${body}`, map: null };
    },
  };
}
