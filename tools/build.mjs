// Builds what changed: node tools/build.mjs [graphql] [api] [admin] [ambassador] [pages] [--force]
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { localEnv, root, runNode, state, step, StepFailed } from './bootstrap/process.mjs';

const COMMON = ['package-lock.json', 'tsconfig.base.json', 'tools/build.mjs'];
const domains = (...layers) => layers.map((layer) => `libs/domains/*/${layer}/**`);
const viteBuild = (name, ...options) => runNode(['node_modules/vite/bin/vite.js', 'build', '--config', `apps/${name}/vite.config.ts`, ...options], { quiet: true, env: localEnv({ NODE_ENV: 'production' }) });
const app = (name) => ({
  label: `Building the ${name} app`,
  needs: `apps/${name}/vite.config.ts`,
  inputs: [...COMMON, 'tsconfig.browser.json', 'tools/vite/**', `apps/${name}/**`, 'libs/{web,ui,graphql,illustrations}/**', ...domains('shared', name), 'libs/domains/*/{admin,ambassador}/**/*.graphql.ts'],
  output: `dist/${name}/index.html`,
  build: () => viteBuild(name),
});

/** In the order of their dependencies: the apps need the types generated from the schema. */
const TARGETS = {
  graphql: {
    label: 'Generating types from the GraphQL schema',
    needs: 'libs/graphql/schema.graphql',
    inputs: ['package-lock.json', 'tools/codegen.ts', 'libs/graphql/schema.graphql', 'libs/web/**/*.graphql.ts', 'libs/domains/*/{admin,ambassador}/**/*.graphql.ts'],
    output: 'libs/graphql/generated/index.ts',
    build: () => runNode(['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'tools/codegen.ts'], { quiet: true }),
  },
  operations: {
    label: 'Listing the operations of the apps',
    needs: 'libs/graphql/schema.graphql',
    inputs: ['package-lock.json', 'tools/operations.mjs', 'libs/web/**/*.graphql.ts', 'libs/domains/*/{admin,ambassador}/**/*.graphql.ts'],
    output: 'dist/operations.json',
    build: async () => (await import('./operations.mjs')).writeOperations(root, path.join(root, 'dist/operations.json')),
  },
  api: {
    label: 'Building the API',
    needs: 'apps/api/main.ts',
    inputs: [...COMMON, 'tsconfig.json', 'tools/rolldown.config.mjs', 'tools/bundle/**', 'apps/api/**', 'libs/platform/**', 'libs/illustrations/**', ...domains('shared', 'api')],
    output: 'dist/api/main.js',
    build: buildApi,
  },
  admin: app('admin'),
  ambassador: app('ambassador'),
  pages: { ...app('ambassador'), label: 'Building what draws first pages', output: 'dist/pages/draw.js', build: () => viteBuild('ambassador', '--ssr', 'draw.ts') },
};

/**
 * Builds the targets whose inputs changed since they were last built.
 *
 * @param {string[]} [names] all of them by default
 * @throws {StepFailed} after showing the compiler's output
 */
export async function build(names = Object.keys(TARGETS), { force = false } = {}) {
  const unknown = names.find((name) => !TARGETS[name]);
  if (unknown) throw new StepFailed(`No such target: ${unknown}. There are: ${Object.keys(TARGETS).join(', ')}`);
  for (const [name, target] of Object.entries(TARGETS)) {
    if (!names.includes(name) || !fs.existsSync(path.join(root, target.needs))) continue;
    const stamp = path.join(state, 'built', name);
    const hash = hashOf(target.inputs);
    if (!force && fs.existsSync(path.join(root, target.output)) && readIfThere(stamp) === hash) continue;
    fs.rmSync(stamp, { force: true });
    await step(target.label, target.build);
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, hash);
  }
}

async function buildApi() {
  const { rolldown } = await import('rolldown');
  const { default: options } = await import('./rolldown.config.mjs');
  const bundle = await rolldown(options);
  fs.rmSync(path.join(root, 'dist/api'), { recursive: true, force: true });
  await bundle.write(options.output);
  await bundle.close();
}

function hashOf(patterns) {
  const hash = createHash('sha256');
  const files = fs.globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules', withFileTypes: true });
  const names = files.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const name of names.sort()) hash.update(`${path.relative(root, name)}\0`).update(fs.readFileSync(name)).update('\0');
  return hash.digest('hex');
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => !arg.startsWith('--'));
  try {
    await build(names.length ? names : undefined, { force: args.includes('--force') });
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exit(1);
  }
}
