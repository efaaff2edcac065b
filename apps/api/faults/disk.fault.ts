import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, closeSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './town';
import { eventually, status, World } from './world';

const SIZE = '220m';

/** A small disk in memory, which only root may make. */
const canMount = process.getuid?.() === 0 && process.platform === 'linux' && tryMount();

function tryMount(): boolean {
  const folder = join(process.env['FAULTS_HOME']!, 'probe');
  mkdirSync(folder, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status !== 0) return false;
  return spawnSync('umount', [folder]).status === 0;
}

const withDisk = canMount ? describe : describe.skip;
if (!canMount) process.stderr.write('A full disk is not tested: this account may not mount one.\n');

/** Takes what is left; the file to remove. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  const fd = openSync(file, 'w');
  try {
    for (let size = 1_048_576; size >= 512; size /= 2) {
      const block = Buffer.alloc(size);
      try {
        while (writeSync(fd, block) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(fd);
  }
  return file;
}

withDisk('a full disk under PostgreSQL', () => {
  let world: World;
  let headers: Record<string, string>;
  let disk: string;

  beforeAll(async () => {
    disk = join(process.env['FAULTS_HOME']!, 'disk');
    mkdirSync(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', disk]).status).toBe(0);
    world = await World.start('full', disk);
    const town = await Town.of(world);
    headers = { authorization: `Bearer ${await town.token()}`, 'content-type': 'application/json' };
    await town.close();
  });
  afterAll(async () => {
    await world.stop();
    spawnSync('umount', ['-l', disk]);
  });

  it('is said by 503 and by readiness, while the process lives; all is back with the room', async () => {
    const server = await world.server();
    // Ten thousand characters that do not compress: a few of them need new pages.
    const body = () => `<p>${randomBytes(5000).toString('hex')}</p>`;
    const query = 'mutation ($input: CreatePublicationInput!) { createPublication(input: $input) { id } }';
    const write = async (): Promise<[number, string]> => {
      const answer = await fetch(`${server.base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input: { title: 'Un article', body: body() } } }) });
      const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
      return [answer.status, errors?.[0]?.extensions.code ?? 'OK'];
    };
    expect(await write()).toEqual([200, 'OK']);

    const filler = fill(disk);
    expect(statfsSync(disk).bavail).toBe(0);
    expect(await eventually(write, ([answer]) => answer !== 200, 60)).toEqual([503, 'UNAVAILABLE']);
    expect(await eventually(() => status(`${server.base}/readyz`), (answer) => answer !== 200, 20)).toBe(503);
    expect(await status(`${server.base}/healthz`)).toBe(200);
    expect(server.ended).toBe(false);

    rmSync(filler);
    // A crash for lack of room ends PostgreSQL; its keeper starts it again.
    if (!(await server.answers('/readyz', 5))) {
      await world.stopPostgres();
      await world.startPostgres();
    }
    expect(await server.answers('/readyz', 30)).toBe(true);
    expect(await eventually(write, ([answer]) => answer === 200, 20)).toEqual([200, 'OK']);
  });
});
