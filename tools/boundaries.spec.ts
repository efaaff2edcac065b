import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOMAINS, projectOf } from './domains.mjs';

const root = path.resolve(import.meta.dirname, '..');
const node = path.join(root, 'node_modules/.bin/node');

interface Graph {
  nodes: Record<string, unknown>;
  dependencies: Record<string, { target: string }[]>;
}

/** The graph as nx computes it in `cwd`; eslint reads it from nx's cache after that. */
function graphOf(cwd: string): Graph {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-graph-')), 'graph.json');
  const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' };
  execFileSync(node, [path.join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`], { cwd, env, stdio: 'pipe' });
  const { graph } = JSON.parse(fs.readFileSync(file, 'utf8')) as { graph: Graph };
  fs.rmSync(path.dirname(file), { recursive: true });
  return graph;
}

describe('this workspace', () => {
  test('each import of an alias is an edge of the graph', () => {
    const { dependencies } = graphOf(root);
    const missing: string[] = [];
    let edges = 0;
    for (const file of fs.globSync('{libs,apps}/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'node_modules' || name === 'generated' })) {
      const from = projectOf(file);
      for (const [, alias] of fs.readFileSync(path.join(root, file), 'utf8').matchAll(/^(?:import|export)\s[^;]*?from '@portevoix\/([a-z/]+)';/gm)) {
        const to = alias?.replace(/^(platform|web|ui)\/.*/, '$1').replace('/', '-') ?? '';
        if (!from || from.name === to || !dependencies[to]) continue;
        edges++;
        if (!dependencies[from.name]?.some(({ target }) => target === to)) missing.push(`${file} -> ${to}`);
      }
    }
    expect(missing).toEqual([]);
    expect(edges).toBeGreaterThan(0);
    expect(dependencies['identity-api']).toContainEqual(expect.objectContaining({ target: 'platform' }));
  }, 60_000);

  test('each domain has its place in the order', () => {
    expect(DOMAINS).toEqual(expect.arrayContaining(fs.readdirSync(path.join(root, 'libs/domains'))));
  });
});

const sources = {
  'libs/platform/index.ts': `export const platform = 1;`,
  'libs/ui/index.ts': `export const ui = 1;`,
  'libs/web/index.ts': `import { ui } from '@portevoix/ui';\nexport const web = ui;`,
  'libs/domains/identity/shared/index.ts': `export const rules = 1;`,
  'libs/domains/identity/api/index.ts': `export * from './people';`,
  'libs/domains/identity/api/people.ts': `import { platform } from '@portevoix/platform';\nexport const people = platform;`,
  'libs/domains/identity/admin/index.ts': `import { web } from '@portevoix/web';\nexport const admin = web;`,
  'libs/domains/identity/ambassador/index.ts': `export const ambassador = 1;`,
  'libs/domains/contests/api/index.ts': `import { people } from '@portevoix/identity/api';\nexport const points = people;`,
  'libs/domains/contests/shared/index.ts': `import { rules } from '@portevoix/identity/shared';\nexport const limits = rules;`,
  'libs/domains/analytics/api/index.ts': `export const metrics = 1;`,
};

const refused: [what: string, file: string, code: string, message: RegExp][] = [
  ['a domain on one above it', 'libs/domains/content/api/index.ts', `import { points } from '@portevoix/contests/api';\nexport const a = points;`, /domain:content/],
  ['any domain on analytics', 'libs/domains/integrations/api/index.ts', `import { metrics } from '@portevoix/analytics/api';\nexport const a = metrics;`, /domain:integrations/],
  ['shared on api', 'libs/domains/feedback/shared/index.ts', `import { people } from '@portevoix/identity/api';\nexport const a = people;`, /layer:shared/],
  ['shared on the database', 'libs/domains/sharing/shared/index.ts', `import { Entity } from 'typeorm';\nexport const a = Entity;`, /layer:shared/],
  ['admin on api', 'libs/domains/contests/admin/index.ts', `import { people } from '@portevoix/identity/api';\nexport const a = people;`, /layer:admin/],
  ['admin on ambassador', 'libs/domains/sharing/admin/index.ts', `import { ambassador } from '@portevoix/identity/ambassador';\nexport const a = ambassador;`, /layer:admin/],
  ['ambassador on admin', 'libs/domains/sharing/ambassador/index.ts', `import { admin } from '@portevoix/identity/admin';\nexport const a = admin;`, /layer:ambassador/],
  ['ambassador on platform', 'libs/domains/training/ambassador/index.ts', `import { platform } from '@portevoix/platform';\nexport const a = platform;`, /layer:ambassador/],
  ['api on the browser kernel', 'libs/domains/training/api/index.ts', `import { web } from '@portevoix/web';\nexport const a = web;`, /layer:api/],
  ['api on React', 'libs/domains/cohorts/api/index.ts', `import { useState } from 'react';\nexport const a = useState;`, /layer:api/],
  ['platform on a domain', 'libs/platform/knows.ts', `import { rules } from '@portevoix/identity/shared';\nexport const a = rules;`, /layer:platform/],
  ['ui on web', 'libs/ui/knows.ts', `import { limits } from '@portevoix/contests/shared';\nexport const a = limits;`, /layer:ui/],
  ['another lib’s inside', 'libs/domains/feedback/api/index.ts', `import { people } from '../../identity/api/people';\nexport const a = people;`, /relative or absolute/],
  ['an operation that says nothing of who may call it', 'libs/domains/programmes/api/index.ts', `import { Query, Resolver } from '@nestjs/graphql';\n@Resolver()\nexport class A {\n  @Query(() => String)\n  a() {\n    return 'a';\n  }\n}`, /@Allow/],
  ['a route that says nothing of who may call it', 'libs/domains/rendezvous/api/index.ts', `import { Controller, Get } from '@nestjs/common';\n@Controller()\nexport class A {\n  @Get('a')\n  a() {\n    return 'a';\n  }\n}`, /@Allow/],
  ['a domain on the data source', 'libs/domains/recruitment/api/index.ts', `import { DataSource } from 'typeorm';\nexport const a = DataSource;`, /unit of work/],
];

describe('a small workspace with the same configuration', () => {
  let workspace: string;
  let messages: Map<string, string[]>;
  let graph: Graph;

  beforeAll(() => {
    workspace = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-boundaries-')));
    for (const name of ['nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'eslint.config.mjs', 'tools/domains.mjs', 'tools/nx-plugin.mjs', 'tools/eslint']) {
      fs.cpSync(path.join(root, name), path.join(workspace, name), { recursive: true });
    }
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(workspace, 'node_modules'));
    for (const [file, code] of [...Object.entries(sources), ...refused.map(([, file, code]) => [file, code] as const)]) {
      fs.mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
      fs.writeFileSync(path.join(workspace, file), `${code}\n`);
    }
    graph = graphOf(workspace);
    const args = [path.join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', 'libs'];
    const { stdout, stderr } = spawnSync(node, args, { cwd: workspace, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    if (!stdout) throw new Error(stderr);
    const results = JSON.parse(stdout) as { filePath: string; messages: { message: string }[] }[];
    messages = new Map(results.map(({ filePath, messages: found }) => [path.relative(workspace, filePath), found.map(({ message }) => message)]));
  }, 120_000);

  afterAll(() => fs.rmSync(workspace, { recursive: true, force: true }));

  test('the graph has the edge from contests to identity', () => {
    expect(graph.dependencies['contests-api']).toContainEqual(expect.objectContaining({ target: 'identity-api' }));
  });

  test.each(Object.keys(sources))('%s is accepted', (file) => {
    expect(messages.get(file)).toEqual([]);
  });

  test.each(refused)('refuses %s', (_what, file, _code, message) => {
    expect(messages.get(file)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
