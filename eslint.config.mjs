import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { depConstraints, specDepConstraints } from './tools/domains.mjs';
import house from './tools/eslint/index.mjs';

const SPECS = ['**/*.spec.ts', '**/*.testing.ts', '**/*.spec.tsx', '**/*.test.mjs', '**/*.e2e.ts', 'apps/e2e/**', 'apps/api/{test,bench,faults}/**'];
// Scripts of tools/ that a spec of the API runs.
const BUILD_SCRIPTS = ['../../../tools/**', '../../../../tools/**'];
const BROWSER = ['libs/{web,ui}/**/*.{ts,tsx}', 'libs/domains/*/{admin,ambassador}/**/*.{ts,tsx}', 'apps/{admin,ambassador}/**/*.{ts,tsx}'];
const boundaries = (constraints, allow = []) => [
  'error',
  {
    allow,
    depConstraints: constraints,
    // Specs start the whole API by its harness (@portevoix/testing), which makes a circle of each domain and the shell.
    ignoredCircularDependencies: [['api', '*-api']],
    enforceBuildableLibDependency: false,
    banTransitiveDependencies: false,
  },
];

export default defineConfig(
  globalIgnores(['**/node_modules/**', 'dist/**', '.nx/**', '.portevoix/**', 'coverage/**', 'libs/graphql/generated/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['{libs,apps}/**/*.{ts,tsx}'],
    // A build script, not a part of the app: it reads tools/vite.
    ignores: ['**/vite.config.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(depConstraints) },
  },
  {
    files: ['libs/domains/*/api/**/*.ts', 'libs/platform/**/*.ts', 'apps/api/**/*.ts'],
    plugins: { house },
    rules: { 'house/guarded-entry-points': 'error' },
  },
  {
    files: ['libs/domains/*/api/**/*.ts'],
    plugins: { house },
    rules: { 'house/database-only-in-platform': 'error' },
  },
  {
    files: [...BROWSER, 'libs/domains/*/shared/**/*.ts'],
    ignores: [...SPECS, '**/vite.config.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'This runs in the browser.' }] }] },
  },
  {
    files: BROWSER,
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['warn', { max: 120, skipBlankLines: true, skipComments: true }] } },
  {
    files: SPECS,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['{libs,apps}/**/*.{spec,testing}.{ts,tsx}', 'apps/api/test/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(specDepConstraints, ['@portevoix/testing', ...BUILD_SCRIPTS]) },
  },
);
