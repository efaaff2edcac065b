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
        useTypeImports: true,
        namingConvention: 'change-case-all#upperCaseFirst', // what tools/vite/graphql-documents.mjs expects
        enumType: 'string-literal',
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>', Upload: 'File', BigInt: 'string' },
      },
    },
  },
  hooks: {
    // The preset's index leaves out the schema's types, which the apps need too.
    afterAllFileWrite: () => fs.writeFileSync(`${folder}/index.ts`, "export * from './gql';\nexport * from './graphql';\n"),
  },
};

export default config;
