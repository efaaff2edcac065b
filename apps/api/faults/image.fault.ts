import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stages, words } from './dockerfile.mjs';
import { accountFor } from './postgres.mjs';
import { eventually, freePort, status, World } from './world';

const image = stages().at(-1)!;
const of = (keyword: string) => image.instructions.filter((instruction) => instruction.keyword === keyword).map(({ args }) => args);

let world: World;
let app: string;
let node: string;
/** Another account where there is one to change to; else our own, whose files are made read-only. */
const account = accountFor();
const identity = account ? { uid: account.uid, gid: account.gid } : {};

/** Lays out a folder as the last stage of the Dockerfile lays out the image. */
function layOut(): void {
  const out = join(world.folder, 'out');
  expect(spawnSync(process.execPath, [resolve('tools/bundle/outside-packages.mjs'), out], { encoding: 'utf8' }).stderr).toBe('');
  for (const args of of('COPY')) {
    const parts = args.split(/\s+/).filter((part) => !part.startsWith('--'));
    const to = parts.pop()!;
    for (const part of parts) {
      const from = part.startsWith('/out/') ? join(out, part.slice(5)) : resolve(part.replace(/^\/src\//, ''));
      cpSync(from, to.endsWith('/') ? join(app, to, part.split('/').at(-1)!) : join(app, to), { recursive: true, filter: (file) => !file.endsWith('.compiled') });
    }
  }
  const folders = /install -d -o node -g node (.*)$/.exec(of('RUN').find((args) => args.startsWith('install -d'))!)![1]!.split(' ');
  for (const folder of folders) {
    mkdirSync(join(app, folder));
    if (account) chownSync(join(app, folder), account.uid, account.gid);
  }
  if (!account) closed(app, folders.map((folder) => join(app, folder)));
}

/** Nothing in it may be changed, but in `open`. */
function closed(folder: string, open: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory() && !open.includes(join(folder, entry.name))) closed(join(folder, entry.name), open);
  chmodSync(folder, 0o555);
}

function env(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.fromEntries(of('ENV').flatMap((args) => args.split(/\s+/).map((pair) => pair.split('=') as [string, string])));
  return { PATH: process.env['PATH'], ...own, DATABASE_URL: world.url, PORTEVOIX_SECRET: 'a secret of the fault tests, not used elsewhere', HOST: '127.0.0.1', ...more };
}

const run = (args: string[], more: Record<string, string> = {}) => spawnSync(node, args, { cwd: app, env: env(more), ...identity, encoding: 'utf8' });

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.portevoix')).sort();

beforeAll(async () => {
  world = await World.start('image');
  app = join(world.folder, 'app');
  mkdirSync(app);
  // The other account may not reach ours.
  node = join(world.folder, 'node');
  cpSync(process.execPath, node);
  layOut();
});
afterAll(async () => {
  if (!account) spawnSync('chmod', ['-R', 'u+w', app]);
  await world.stop();
  rmSync(app, { recursive: true, force: true });
});

describe('the files of the image, alone in a folder that cannot be written', () => {
  it('are compiled once, then migrate, make an organisation and serve, also as a worker', async () => {
    for (const args of of('RUN').filter((each) => each.startsWith('node '))) expect(run(args.split(' ').slice(1))).toMatchObject({ status: 0 });
    const compiled = join(app, 'dist/api/.compiled');
    expect(files(compiled).length).toBeGreaterThan(5);
    // As the root file system of compose is: the compiled code is read, and no more written.
    for (const name of ['', ...files(compiled)]) if (statSync(join(compiled, name)).isDirectory()) chmodSync(join(compiled, name), 0o555);
    const before = files(app);

    expect(run(['dist/api/cli.js', 'migrate'])).toMatchObject({ status: 0, stderr: '' });
    // Hashes a password, by a package that is not in the bundle.
    expect(run(['dist/api/cli.js', 'create-organisation', '--name', 'Image', '--slug', 'image', '--email', 'claire@image.test'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(['--input-type=module', '-e', "await (await import('sharp')).default({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).webp().toBuffer()"])).toMatchObject({ status: 0, stderr: '' });

    const PORT = String(await freePort());
    const [program, ...args] = words(of('CMD')[0]!);
    expect(program).toBe('node');
    const server = spawn(node, args, { cwd: app, env: env({ PORT, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' }), ...identity, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (said += String(data)));
    const ended = new Promise<number | null>((end) => server.once('exit', end));
    try {
      expect(await eventually(() => status(`http://127.0.0.1:${PORT}/readyz`), (answer) => answer === 200, 60)).toBe(200);
      expect(run(words(of('HEALTHCHECK')[0]!).slice(1), { PORT })).toMatchObject({ status: 0 });
      // Drawn by the server, with packages of which none is installed here.
      const page = async () => (await fetch(`http://127.0.0.1:${PORT}/connexion`, { headers: { accept: 'text/html' } })).text();
      expect(await eventually(page, (html) => html.includes('id="drawn"'), 10)).toContain('type="password"');
      expect(said).toMatch(/reading cache from .*\.compiled.* for ESM .*app\.module.*success/);
    } finally {
      server.kill('SIGTERM');
    }
    expect(await ended).toBe(0);

    const worker = spawn(node, ['--enable-source-maps', 'dist/api/worker.js'], { cwd: app, env: env(), ...identity, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (data) => (told += String(data)));
    const left = new Promise<number | null>((end) => worker.once('exit', end));
    expect(await eventually(async () => told.includes('worker started'), Boolean, 60)).toBe(true);
    worker.kill('SIGTERM');
    expect(await left).toBe(0);
    expect(files(app)).toEqual(before);
  });

  it('say in which of our files a fault is', () => {
    const { status: code, stderr } = run(['--enable-source-maps', 'dist/api/worker.js'], { DATABASE_URL: '' });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/DATABASE_URL[^]*libs\/platform\/config\.ts:\d+[^]*apps\/api\/jobs\.ts:\d+/)]);
  });

  it('carry the licences of what is bundled', () => {
    const carried = { api: ['@nestjs/core', 'fastify', 'graphql', 'pg', 'typeorm'], ambassador: ['react', '@mantine/core', '@fontsource-variable/figtree'], pages: ['react-dom'] };
    for (const [part, names] of Object.entries(carried)) {
      const licences = readFileSync(join(app, `dist/${part}/LICENCES.txt`), 'utf8');
      for (const name of names) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
    }
  });
});
