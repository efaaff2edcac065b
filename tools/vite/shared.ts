import * as fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Alias, Plugin, UserConfig } from 'vite';
import { licences } from '../bundle/plugins.mjs';
import { compressed } from './compressed.mjs';
import { graphqlDocuments } from './graphql-documents.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const API = process.env['PORTEVOIX_API'] ?? 'http://localhost:3000';

const first = (name: string, priority: number, test?: RegExp) => ({ name, tags: ['$initial' as const], priority, ...(test && { test }) });
/** What an app starts with, whatever its page: in pieces, so that a phone can listen between one and the next. */
const FIRST = [first('react', 6, /\/node_modules\/(react|react-dom|scheduler)\//), first('ui', 5, /\/node_modules\/@mantine\/|\/libs\/ui\//), first('data', 4, /\/node_modules\/(@tanstack|i18next|react-i18next|idb)\//), first('first', 3)];
/** All of it together, for those who read it. */
const ENGLISH = { name: 'english', test: /\/texts\.en\.ts$/, priority: 2, includeDependenciesRecursively: false };
/**
 * By how many pages a module is used to come in one file with the others of its kind: on a slow network, a hundred
 * small files wait for one another.
 */
const SHARED_BY = { admin: 16, ambassador: 8 };

/** The aliases of tsconfig.base.json, so that they are written once. */
function aliases(): Alias[] {
  const { compilerOptions } = JSON.parse(fs.readFileSync(path.join(root, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: { paths: Record<string, [string]> } };
  const paths = Object.entries(compilerOptions.paths)
    // An exact name wins over a pattern.
    .sort(([a], [b]) => Number(a.includes('*')) - Number(b.includes('*')))
    .map(([name, [target]]) => ({
      find: new RegExp(`^${name.replace('*', '([^/]+)')}$`),
      replacement: path.join(root, target).replace('*', '$1'),
    }));
  return [...paths, { find: /^@nestjs\/graphql$/, replacement: path.join(root, 'libs/web/nestjs-graphql-browser.ts') }];
}

/** A file of its own, run before the first paint: the page has no inline script. */
const schemeFirst = (base: string): Plugin => ({
  name: 'portevoix:scheme-first',
  transformIndexHtml: { order: 'post', handler: () => [{ tag: 'script', attrs: { src: `${base}scheme.js` }, injectTo: 'head-prepend' }] },
});

/** The page's own mark is painted before the styles are there; the app waits for them, since a script does. */
const stylesLast: Plugin = {
  name: 'portevoix:styles-last',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const link = /\s*<link rel="stylesheet"[^>]*>/g;
      return html.replace(link, '').replace('</body>', `${(html.match(link) ?? []).join('')}\n  </body>`);
    },
  },
};

/**
 * What both apps share: aliases, the API behind the development server, and an output that a strict content
 * security policy accepts (no inline script).
 */
export function shared({ name, base, port }: { name: 'admin' | 'ambassador'; base: string; port: number }): UserConfig {
  return {
    root: path.join(root, 'apps', name),
    base,
    publicDir: path.join(root, 'libs/web/public'),
    cacheDir: path.join(root, 'node_modules/.vite', name),
    plugins: [graphqlDocuments(), react(), schemeFirst(base), stylesLast, { ...licences, apply: 'build' as const }, compressed()],
    resolve: { alias: aliases(), dedupe: ['react', 'react-dom', 'i18next', 'graphql'] },
    // Input classes: the repository's tsconfig.json, which says the same, covers the server's files only.
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true }, assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
    server: { port, strictPort: true, proxy: { '/graphql': { target: API, ws: true }, '^/(api|r|files)/': API } },
    build: {
      outDir: path.join(root, 'dist', name),
      emptyOutDir: true,
      assetsInlineLimit: 2048,
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { codeSplitting: { groups: [...FIRST, ENGLISH, { name: 'common', minShareCount: SHARED_BY[name] }] } },
        treeshake: {
          // Barrels only pass on: what a page doesn't import from them must not follow it.
          moduleSideEffects: [{ test: /\/libs\/(web|ui|graphql|domains)\/(.*\/)?index\.ts$/, sideEffects: false }],
        },
      },
    },
  };
}
