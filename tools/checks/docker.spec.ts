import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { stages, words } from '../bundle/dockerfile.mjs';
import { neededFolders, type LockedPackage } from '../bundle/outside-packages.mjs';

const all = stages();
const image = all.at(-1)!;
const of = (keyword: string) => image.instructions.filter((instruction) => instruction.keyword === keyword).map(({ args }) => args);

describe('the image', () => {
  it('is described without a fault', () => {
    expect(validate(readFileSync('docker/Dockerfile', 'utf8')).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('is made in stages, from versions that are named', () => {
    expect(all.length).toBeGreaterThan(1);
    const from = all.map((stage) => stage.from).filter((name) => !all.some((stage) => stage.name === name));
    for (const name of from) expect(name).toMatch(/^[a-z/]+:\d+[\w.-]*$/);
  });

  it('runs as nobody in particular, and says whether it is well', () => {
    expect(of('USER').at(-1)).toBe('node');
    const last = (keyword: string) => image.instructions.findLastIndex((instruction) => instruction.keyword === keyword);
    // What is copied belongs to root: the program cannot change itself.
    expect(last('COPY')).toBeLessThan(last('USER'));
    expect(of('COPY').filter((args) => args.includes('--chown'))).toEqual([]);
    expect(of('HEALTHCHECK')[0]).toContain('/healthz');
    expect(words(of('CMD')[0]!).slice(-1)).toEqual(['dist/api/main.js']);
  });

  it('copies files that are there, and no secret', () => {
    const copied = all.flatMap(({ instructions }) => instructions).filter(({ keyword, args }) => keyword === 'COPY' && !args.includes('--from'));
    for (const { args } of copied) for (const file of args.split(/\s+/).slice(0, -1)) expect([file, existsSync(file)]).toEqual([file, true]);
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const name of ['**/.env', '.git', 'node_modules', 'dist']) expect(ignored).toContain(name);
  });

  it('has few packages beside the bundle: those of the machine, with all that they need', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
    const folders = neededFolders(packages);
    expect(folders).toEqual(expect.arrayContaining(['node_modules/sharp', 'node_modules/@node-rs/argon2', 'node_modules/detect-libc', 'node_modules/@img/sharp-linux-x64', 'node_modules/@img/sharp-libvips-linux-arm64']));
    expect(folders.filter((folder) => /nest|typeorm|graphql|fastify|pino|react/.test(folder))).toEqual([]);
  });
});

interface Service {
  image: string;
  command?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  volumes: string[];
  environment: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on: Record<string, { condition: string }>;
  ports?: string[];
}

describe('docker compose', () => {
  const { services, volumes } = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
  const { postgres, migrate, api, worker } = services as Record<'postgres' | 'migrate' | 'api' | 'worker', Service>;

  it('runs PostgreSQL, the migration, then the server and the worker from one image', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'migrate', 'api', 'worker']);
    expect(new Set([migrate, api, worker].map((service) => service.image)).size).toBe(1);
    expect(postgres.healthcheck?.test).toContain('pg_isready');
    expect(migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const service of [api, worker]) expect(service.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect([migrate.command, worker.command].map((command) => command?.at(1) === '--enable-source-maps' ? command[2] : command?.[1])).toEqual(['dist/api/cli.js', 'dist/api/worker.js']);
    expect(api.command).toBeUndefined();
    expect(postgres.image).toMatch(/:\d+/);
  });

  it('gives them nothing to write but their files, and no privilege', () => {
    for (const service of [migrate, api, worker]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], tmpfs: ['/tmp'] });
      expect(service.volumes).toEqual([`files:${of('VOLUME')[0]}`]);
    }
    expect(Object.keys(volumes)).toEqual(['database', 'files']);
    expect(worker.healthcheck).toEqual({ disable: true });
    expect(api.healthcheck).toBeUndefined();
    expect([postgres.ports, worker.ports]).toEqual([undefined, undefined]);
  });

  it('has no secret of its own, and asks for those it needs', () => {
    expect(postgres.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    for (const service of [migrate, api, worker]) expect(service.environment['PORTEVOIX_SECRET']).toMatch(/^\$\{PORTEVOIX_SECRET:\?/);
  });

  it('passes on what an operator may set', () => {
    const example = readFileSync('.env.example', 'utf8');
    for (const name of Object.keys(api.environment)) expect([name, example.includes(`${name}=`)]).toEqual([name, true]);
  });
});
