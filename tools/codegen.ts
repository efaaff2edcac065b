import * as fs from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const folder = 'libs/graphql/generated';

/** Typed documents for the two apps; the server's schema is the committed libs/graphql/schema.graphql. */
const config: CodegenConfig = {
  schema: 'libs/graphql/schema.graphql',
  documents: ['libs/domains/*/{admin,ambassador}/**/*.graphql.ts', 'libs/web/**/*.graphql.ts'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    [`${folder}/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string', // texts: the browser needs no parser, nor a printer
        useTypeImports: true,
        namingConvention: 'change-case-all#upperCaseFirst', // what tools/vite/graphql-documents.mjs expects
        enumType: 'string-literal',
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>', Upload: 'File', BigInt: 'string' },
      },
    },
  },
  hooks: {
    afterAllFileWrite: () => {
      // The preset's index leaves out the schema's types, which the apps need too.
      fs.writeFileSync(`${folder}/index.ts`, "export * from './gql';\nexport * from './graphql';\n");
      // Else a bundler keeps every document of the project: a call may do something.
      const file = `${folder}/graphql.ts`;
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('= new TypedDocumentString(', '= /* @__PURE__ */ new TypedDocumentString('));
    },
  },
};

export default config;
