import type { Plugin } from 'vite';

/** The licences of what is bundled, in one file beside it. */
export const licences: Plugin;
