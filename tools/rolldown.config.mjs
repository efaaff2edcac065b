// The API's three programs. rolldown and not esbuild, which emits no decorator metadata.
import * as fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const programs = ['main', 'worker', 'cli'].filter((name) => fs.existsSync(path.join(root, `apps/api/${name}.ts`)));

/** Read by their names at run time. */
const migrations = fs.readdirSync(path.join(root, 'apps/api/migrations')).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));

/** Run in a thread of their own, from a file beside the programs. */
const threads = [['feed-worker', 'libs/domains/content/api/feeds/feed-worker.ts']];

/** Packages stay in node_modules; the helpers of the compiler itself (@oxc-project/runtime) are not installed, so they are bundled. */
const isPackage = (id) => !id.startsWith('.') && !path.isAbsolute(id) && !id.startsWith('@portevoix/') && !id.startsWith('@oxc-project/') && !id.startsWith('\0');

/** @type {import('rolldown').RolldownOptions & { output: import('rolldown').OutputOptions }} */
export default {
  cwd: root,
  input: Object.fromEntries([...programs.map((name) => [name, `apps/api/${name}.ts`]), ...migrations.map((name) => [`migrations/${name}`, `apps/api/migrations/${name}.ts`]), ...threads]),
  platform: 'node',
  tsconfig: path.join(root, 'tsconfig.json'),
  external: (id) => isPackage(id),
  transform: { target: 'node24' }, // decorators and their metadata as tsconfig.json says
  output: {
    dir: path.join(root, 'dist/api'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    keepNames: true, // Nest and TypeORM name providers and tables after classes
  },
};
