import path from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { shared } from '../../tools/vite/shared.ts';

/** Paths that belong to the API or to the admin app: never answered with this app's page. */
const NOT_OURS = [/^\/admin(\/|$)/, /^\/(graphql|api|r|files|scim|dev|healthz|readyz|metrics)(\/|$)/];

const pwa = VitePWA({
  // A new version waits until the person says so: nothing typed is lost by a reload.
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Portevoix',
    short_name: 'Portevoix',
    description: 'Lire, partager avec ses mots, voir ce que cela change.',
    lang: 'fr',
    dir: 'ltr',
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f2',
    theme_color: '#faf7f2',
    categories: ['business', 'news', 'social'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
    // Only the alphabets of the interface's languages are worth keeping beforehand.
    globIgnores: ['**/*-{cyrillic,cyrillic-ext,greek,greek-ext,vietnamese,latin-ext}-*.woff2'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: NOT_OURS,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
  },
});

/** Where most visits begin: its parts in one file, which the page asks for with the app itself. */
const homeParts = /\/apps\/ambassador\/HomePage|\/ambassador\/(feed\/FeedPart|home\/Greeting|JoiningHome)\./;

const browser = {
  // Its styles in one file: a page that the server drew has them all before it is painted.
  build: { cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'home', test: homeParts, priority: 1 }] } } } },
};

/** `--ssr draw.ts`: what the server draws first pages with, the packages in it. */
const server = {
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { outDir: path.resolve(import.meta.dirname, '../../dist/pages'), target: 'node24', copyPublicDir: false, rolldownOptions: { output: { codeSplitting: true } } },
};

export default defineConfig(({ isSsrBuild }) => mergeConfig(mergeConfig(shared({ name: 'ambassador', base: '/', port: 5173 }), { plugins: [pwa] }), isSsrBuild ? server : browser));
