import * as fs from 'node:fs';

// Native ESM (Nest 12 is ESM only): run through tools/bootstrap/test.mjs, which sets --experimental-vm-modules.
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: false },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@portevoix/testing$': '<rootDir>/apps/api/test/index.ts',
    '^@portevoix/ui/admin$': '<rootDir>/libs/ui/admin.ts',
    '^@portevoix/ui/illustrations$': '<rootDir>/libs/ui/illustrations/index.ts',
    '^@portevoix/(platform|web|ui|illustrations)$': '<rootDir>/libs/$1/index.ts',
    '^@portevoix/([a-z]+)/(shared|api|admin|ambassador)$': '<rootDir>/libs/domains/$1/$2/index.ts',
  },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.portevoix/'],
  setupFiles: ['reflect-metadata'],
};

/** The setup and teardown modules of `folder`, where it has them (jest refuses to start when one that is named is missing). */
const globals = (folder) =>
  Object.fromEntries(
    [['globalSetup', 'global-setup'], ['globalTeardown', 'global-teardown']]
      .map(([option, name]) => [option, `${import.meta.dirname}/${folder}/${name}.mjs`])
      .filter(([, file]) => fs.existsSync(file)),
  );

export default {
  // Far above what a test needs: a busy machine is not a fault.
  testTimeout: 120_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,tools}/**/*.spec.ts'], testPathIgnorePatterns: ['/node_modules/', '\\.api\\.spec\\.ts$'] },
    {
      ...base,
      displayName: 'api',
      testMatch: ['<rootDir>/{libs,apps/api}/**/*.api.spec.ts'],
      ...globals('apps/api/test'),
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/e2e/**/*.e2e.ts'],
      ...globals('apps/e2e'),
    },
    {
      ...base,
      displayName: 'faults',
      testMatch: ['<rootDir>/apps/api/faults/*.fault.ts'],
      ...globals('apps/api/faults'),
    },
  ],
};
