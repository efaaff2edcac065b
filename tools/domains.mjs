// The one list that says what may import what; eslint.config.mjs and the nx plugin are made from it.

/** From the bottom up: a domain imports only those before it. */
export const DOMAINS = [
  'identity',
  'programmes',
  'cohorts',
  'training',
  'recruitment',
  'content',
  'sharing',
  'contests',
  'rendezvous',
  'feedback',
  'communication',
  'relaunch',
  'analytics',
  'integrations',
];

/** Domains that nothing imports, whatever their place. */
const LEAVES = new Set(['analytics', 'integrations']);

/** Layers of a domain. */
export const LAYERS = ['shared', 'api', 'admin', 'ambassador'];

/** Libraries that belong to no domain. */
export const KERNELS = ['platform', 'web', 'ui', 'graphql', 'illustrations'];

const ONLY_BROWSER = ['react', 'react-dom', 'react-*', '@mantine/*', '@tanstack/*', '@tabler/*', 'vite', 'vite-*', 'idb'];
const ONLY_SERVER = ['@nestjs/common', '@nestjs/core', '@nestjs/typeorm', '@nestjs/platform-fastify', '@nestjs/apollo', '@apollo/*', 'typeorm', 'pg', 'pg-boss', 'fastify', '@fastify/*', 'nodemailer', 'sharp'];
const IN_BOTH = ['class-validator', 'class-transformer', '@nestjs/graphql', 'reflect-metadata', 'temporal-polyfill'];

const layer = (name, onTo, rest = {}) => ({ sourceTag: `layer:${name}`, onlyDependOnLibsWithTags: onTo.map((to) => `layer:${to}`), ...rest });

/** Depends on which layers, for each. */
const layerConstraints = [
  layer('shared', ['shared'], { allowedExternalImports: IN_BOTH }),
  layer('api', ['shared', 'api', 'platform', 'illustrations'], { bannedExternalImports: ONLY_BROWSER }),
  layer('admin', ['shared', 'admin', 'web', 'ui', 'graphql'], { bannedExternalImports: ONLY_SERVER }),
  layer('ambassador', ['shared', 'ambassador', 'web', 'ui', 'graphql'], { bannedExternalImports: ONLY_SERVER }),
  layer('platform', [], { bannedExternalImports: ONLY_BROWSER }),
  layer('graphql', []),
  layer('illustrations', [], { allowedExternalImports: [] }),
  layer('ui', ['illustrations'], { bannedExternalImports: ONLY_SERVER }),
  layer('web', ['ui', 'graphql'], { bannedExternalImports: ONLY_SERVER }),
  layer('app-api', ['shared', 'api', 'platform'], { bannedExternalImports: ONLY_BROWSER }),
  layer('app-admin', ['shared', 'admin', 'web', 'ui', 'graphql'], { bannedExternalImports: ONLY_SERVER }),
  layer('app-ambassador', ['shared', 'ambassador', 'web', 'ui', 'graphql'], { bannedExternalImports: ONLY_SERVER }),
  layer('app-e2e', ['shared', 'api', 'platform']),
  layer('tools', []),
];

const domainConstraints = DOMAINS.map((name, place) => ({
  sourceTag: `domain:${name}`,
  onlyDependOnLibsWithTags: [
    'domain:none',
    `domain:${name}`,
    ...DOMAINS.slice(0, place).filter((below) => !LEAVES.has(below)).map((below) => `domain:${below}`),
  ],
}));

/** For @nx/enforce-module-boundaries. */
export const depConstraints = [...layerConstraints, ...domainConstraints];

/** The same for specs, which also import test tools. */
export const specDepConstraints = depConstraints.map(({ allowedExternalImports: _allowed, bannedExternalImports: _banned, ...constraint }) => constraint);

/**
 * The nx project that a file belongs to.
 *
 * @param {string} file path from the root of the checkout, with slashes
 * @returns {{ name: string, root: string, tags: string[] } | undefined}
 */
export function projectOf(file) {
  const [top, second, third, fourth, rest] = file.split('/');
  if (top === 'tools' && second) return { name: 'tools', root: 'tools', tags: ['layer:tools', 'domain:none'] };
  if (top === 'apps' && third) return { name: second, root: `apps/${second}`, tags: [`layer:app-${second}`, 'domain:none'] };
  if (top !== 'libs') return undefined;
  if (KERNELS.includes(second) && third) return { name: second, root: `libs/${second}`, tags: [`layer:${second}`, 'domain:none'] };
  if (second !== 'domains' || !LAYERS.includes(fourth) || !rest) return undefined;
  return { name: `${third}-${fourth}`, root: `libs/domains/${third}/${fourth}`, tags: [`layer:${fourth}`, `domain:${third}`] };
}
