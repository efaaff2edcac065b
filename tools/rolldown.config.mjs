// The API's three programs, with the packages that they use: finding and reading thousands of files took most of a start. rolldown and not esbuild, which emits no decorator metadata.
import * as fs from 'node:fs';
import path from 'node:path';
import { licences, lightHttp, nativeHash, ownMapsOnly } from './bundle/plugins.mjs';

const root = path.resolve(import.meta.dirname, '..');
const programs = ['main', 'worker', 'cli'].filter((name) => fs.existsSync(path.join(root, `apps/api/${name}.ts`)));

/** Read by their names at run time. */
const migrations = fs.readdirSync(path.join(root, 'apps/api/migrations')).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));

/** Run in a thread of their own, from a file beside the programs. */
const threads = [['feed-worker', 'libs/domains/content/api/feeds/feed-worker.ts']];

/** Of the packages, only these stay in node_modules: programs of the machine, and what few installations load. */
export const EXTERNAL = ['@node-rs/argon2', 'sharp', 'pino-pretty'];

/** What packages load when it is there, and isn't. */
const ABSENT = ['@apollo/gateway', '@apollo/subgraph', '@as-integrations/express5', '@fastify/view', '@nestjs/microservices', '@nestjs/platform-express', '@nestjs/websockets', 'bufferutil', 'pg-native', 'ts-morph', 'utf-8-validate'];

const outside = [...EXTERNAL, ...ABSENT];

/** @type {import('rolldown').RolldownOptions & { output: import('rolldown').OutputOptions }} */
export default {
  cwd: root,
  input: Object.fromEntries([...programs.map((name) => [name, `apps/api/${name}.ts`]), ...migrations.map((name) => [`migrations/${name}`, `apps/api/migrations/${name}.ts`]), ...threads]),
  platform: 'node',
  tsconfig: path.join(root, 'tsconfig.json'),
  external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [lightHttp, nativeHash, ownMapsOnly, licences],
  onLog(level, log, handle) {
    // A package that is nowhere would be missed when it is first used, perhaps days after the start.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    handle(level, log);
  },
  transform: { target: 'node24' }, // decorators and their metadata as tsconfig.json says
  output: {
    dir: path.join(root, 'dist/api'),
    format: 'esm',
    sourcemap: true, // with the lines of our files, which are in the repository: read at each start
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    keepNames: true, // Nest and TypeORM name providers and tables after classes
    charset: 'ascii', // one character of another set doubles the memory of the file that has it
    comments: { legal: true, annotation: false, jsdoc: false },
  },
};
