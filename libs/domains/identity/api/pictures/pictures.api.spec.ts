import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { PICTURE_BYTES } from '@portevoix/platform';
import { startApi, type Client, type TestApi } from '@portevoix/testing';
import sharp from 'sharp';

let api: TestApi;
let files: string;
beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'portevoix-pictures-'));
  api = await startApi({ FILES_DIR: files });
});
afterAll(async () => {
  await api.close();
  await rm(files, { recursive: true, force: true });
});

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3d5aa8' } });
const photo = () => blank(600, 400).jpeg().toBuffer();

async function give(client: Client, bytes: Buffer, { to = 'me', name = 'moi.jpg', headers = { 'x-portevoix': '1' } as Record<string, string> } = {}) {
  const body = new FormData();
  body.append('picture', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
  const response = await client.fetch(`/files/pictures/${to}`, { method: 'PUT', body, headers });
  return { status: response.status, answer: (await response.json()) as { url?: string; code?: string; fields?: { path: string; rule: string }[] } };
}
const problem = async (client: Client, bytes: Buffer) => {
  const { status, answer } = await give(client, bytes);
  return `${status} ${answer.fields?.map(({ path, rule }) => `${path}:${rule}`).join() ?? answer.code}`;
};
const kept = async (): Promise<string[]> => (await readdir(join(files, 'kept'), { recursive: true }).catch(() => [])).filter((name) => name.includes('.'));

const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const crc = ~body.reduce((c, byte) => crcTable[(c ^ byte) & 255]! ^ (c >>> 8), ~0) >>> 0;
  const [length, end] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  end.writeUInt32BE(crc);
  return Buffer.concat([length, body, end]);
}
/** A grey PNG whose head claims a size; its pixels are zeros, pressed a thousand times. */
function pngOf(width: number, height: number, lines: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * lines))), chunk('IEND', Buffer.alloc(0))]);
}

describe('a person’s own picture', () => {
  it('is drawn anew, served to the organisation, and replaced with its file', async () => {
    const organisation = await api.organisation();
    const [me, colleague] = [await organisation.client(), await organisation.client()];
    const { status, answer } = await give(me, await photo());
    expect(status).toBe(200);
    expect(await me.ok('{ viewer { person { pictureUrl } } }')).toEqual({ viewer: { person: { pictureUrl: answer.url } } });

    const served = await colleague.fetch(answer.url!);
    expect(served.status).toBe(200);
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition'].map((name) => [name, served.headers.get(name)]))).toEqual({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline; filename="picture.webp"',
    });
    expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 320, height: 320 });

    const { answer: next } = await give(me, await photo());
    await api.drain();
    expect((await colleague.fetch(answer.url!)).status).toBe(404);
    expect((await colleague.fetch(next.url!)).status).toBe(200);

    expect((await me.fetch('/files/pictures/me', { method: 'DELETE', headers: { 'x-portevoix': '1' } })).status).toBe(200);
    await api.drain();
    expect((await me.fetch(next.url!)).status).toBe(404);
    expect(await me.ok('{ viewer { person { pictureUrl } } }')).toEqual({ viewer: { person: { pictureUrl: null } } });
  });

  it('is nobody’s outside the organisation, and answers there as an invented one', async () => {
    const me = await (await api.organisation()).client();
    const stranger = await (await api.organisation()).client(Role.PILOT);
    const url = (await give(me, await photo())).answer.url!;
    const answers = await Promise.all([stranger.fetch(url), api.anonymous.fetch(url), stranger.fetch(url.replace(/[0-9a-f]{32}/, '0'.repeat(32))), me.fetch(url.replace(/[0-9a-f]{32}/, '0'.repeat(32)))]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it('is taken from no form of another site, nor from nobody', async () => {
    const me = await (await api.organisation()).client();
    expect((await give(me, await photo(), { headers: {} })).answer).toEqual({ code: 'FORBIDDEN', params: {}, final: true });
    expect((await give(me, await photo(), { headers: { 'x-portevoix': '1', origin: 'https://evil.example' } })).status).toBe(403);
    expect((await give(api.anonymous, await photo())).answer).toEqual({ code: 'UNAUTHENTICATED', params: {} });
    expect((await me.fetch('/files/pictures/me', { method: 'PUT', body: 'x', headers: { 'x-portevoix': '1', 'content-type': 'multipart/form-data;' } })).status).toBeLessThan(500);
  });

  it.each(['../../../etc/passwd', '..%2f..%2f..%2fetc%2fpasswd', 'people/..%2f..%2fsecret.webp', '%00.webp'])('gives no file of the machine: %s', async (path) => {
    const organisation = await api.organisation();
    const me = await organisation.client();
    expect((await me.fetch(`/files/pictures/${organisation.id}/people/${path}`)).status).toBe(404);
  });
});

describe('the organisation’s logo', () => {
  it('is given by who manages it, and seen by everybody', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    expect((await give(await organisation.client(Role.EDITOR), await photo(), { to: 'logo' })).answer).toEqual({ code: 'FORBIDDEN', params: {}, final: true });
    const { answer } = await give(pilot, await photo(), { to: 'logo' });
    expect(await pilot.ok('{ viewer { organisation { logoUrl } } }')).toEqual({ viewer: { organisation: { logoUrl: answer.url } } });
    const served = await api.anonymous.fetch(answer.url!);
    expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 320, height: 213 });
  });
});

describe('hostile files', () => {
  let me: Client;
  beforeAll(async () => {
    me = await (await api.organisation()).client();
  });

  it('says the rule that a file breaks', async () => {
    expect(await problem(me, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('400 picture:isPicture');
    expect(await problem(me, Buffer.from('GIF89a<script>alert(1)</script>'))).toBe('400 picture:isPicture');
    expect(await problem(me, Buffer.alloc(0))).toBe('400 picture:isPicture');
    expect(await problem(me, Buffer.from('MZ'))).toBe('400 picture:isPicture');
    expect(await problem(me, Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(2000, 7)]))).toBe('400 picture:isPicture');
    expect(await problem(me, (await photo()).subarray(0, 900))).toBe('400 picture:isPicture');
  });

  it('refuses a file over the bound, announced or not', async () => {
    expect(await problem(me, Buffer.alloc(PICTURE_BYTES + 1, 1))).toBe('400 picture:tooLarge');
    const line = '\r\n--b\r\n';
    const parts = [Buffer.from(`--b\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`), await photo(), Buffer.alloc(PICTURE_BYTES + 100_000, 1), Buffer.from(line)];
    const body = new ReadableStream({ pull: (controller) => (parts.length ? controller.enqueue(new Uint8Array(parts.shift()!)) : controller.close()) });
    const response = await me.fetch('/files/pictures/me', { method: 'PUT', body, duplex: 'half', headers: { 'x-portevoix': '1', 'content-type': 'multipart/form-data; boundary=b' } } as RequestInit);
    expect(await response.json()).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'picture', rule: 'tooLarge' }] });
  });

  it('refuses what would not fit in memory by its head alone, and a bomb that does press down', async () => {
    expect(await problem(me, pngOf(50_000, 50_000, 1))).toBe('400 picture:tooManyPixels');
    expect(await problem(me, pngOf(20_000, 1_000, 1_000))).toBe('400 picture:tooManyPixels');
    expect(await problem(me, pngOf(12_000, 11_000, 11_000))).toBe('400 picture:tooManyPixels');
  });

  it('keeps the pixels and nothing else: no place, no comment, no second file behind the first', async () => {
    const located = await blank(400, 300)
      .withExif({ IFD0: { ImageDescription: 'secret-description' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 40/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(located).metadata()).exif).toBeDefined();
    const polyglot = Buffer.concat([located, Buffer.from('<script>alert("polyglot")</script>PK\u0003\u0004payload')]);
    const { status, answer } = await give(me, polyglot, { name: '../../evil.php' });
    expect(status).toBe(200);
    expect(answer.url).toMatch(/^\/files\/pictures\/[0-9a-f-]{36}\/people\/[0-9a-f]{32}\.webp$/);
    const bytes = Buffer.from(await (await me.fetch(answer.url!)).arrayBuffer());
    const { exif, xmp, icc } = await sharp(bytes).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    for (const trace of ['secret-description', 'polyglot', 'script', 'payload', 'Exif', 'GPS']) expect(bytes.includes(trace)).toBe(false);
  });

  it('turns a picture upright before its orientation is forgotten', async () => {
    const lying = await sharp(await blank(400, 200).png().toBuffer()).composite([{ input: await sharp({ create: { width: 200, height: 200, channels: 3, background: '#ff0000' } }).png().toBuffer(), left: 0, top: 0 }]).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { answer } = await give(me, lying);
    const { data, info } = await sharp(Buffer.from(await (await me.fetch(answer.url!)).arrayBuffer())).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]!;
    expect(at(160, 20)).toBeGreaterThan(180);
    expect(at(160, 300)).toBeLessThan(120);
  });

  it('leaves no file of a refused one, and draws many at once', async () => {
    const before = (await kept()).length;
    await problem(me, Buffer.from('not a picture'));
    expect(await kept()).toHaveLength(before);
    const others = await Promise.all(Array.from({ length: 8 }, async () => (await api.organisation()).client()));
    const answers = await Promise.all(others.map(async (other) => give(other, await photo())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await kept()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses what says that it is too large before it is sent', async () => {
    const someone = await (await api.organisation()).client();
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { 'x-portevoix': '1', authorization: `Bearer ${someone.token}`, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(PICTURE_BYTES + 1_000_000) };
      // The first line of a body that never comes.
      const sent = request(`${api.url}/files/pictures/me`, { method: 'PUT', headers }, (response) => {
        let told = '';
        response.setEncoding('utf8').on('data', (part: string) => (told += part));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: told });
          sent.destroy();
        });
      });
      sent.on('error', reject);
      sent.write('--x\r\n');
    });
    expect([status, JSON.parse(text).fields]).toEqual([400, [expect.objectContaining({ path: 'picture', rule: 'tooLarge' })]]);
  }, 20_000);

  it('removes files that no row names, a day after they were written', async () => {
    const organisation = await api.organisation();
    const [keeper, leaver] = [await organisation.client(), await organisation.client(Role.PILOT)];
    const urls = [(await give(keeper, await photo())).answer.url!, (await give(leaver, await photo(), { to: 'logo' })).answer.url!];
    const folder = join(files, 'kept', 'pictures', organisation.id, 'people');
    const stray = (name: string) => join(folder, `${name.repeat(32)}.webp`);
    await Promise.all([writeFile(stray('a'), 'x'), writeFile(stray('b'), 'x'), writeFile(`${stray('c')}.${'d'.repeat(32)}.part`, 'x')]);
    const yesterday = new Date(api.clock.now().getTime() - 24 * 3600_000 - 60_000);
    for (const name of await readdir(folder)) if (!name.startsWith('b')) await utimes(join(folder, name), yesterday, yesterday);
    await api.worker.runCron('identity.sweep-pictures');
    expect((await readdir(folder)).sort()).toEqual([`${'b'.repeat(32)}.webp`, urls[0]!.split('/').at(-1)!].sort());
    for (const url of urls) expect((await keeper.fetch(url)).status).toBe(200);
  });

  it('stops a person who sends without end', async () => {
    const restless = await (await api.organisation()).client();
    const statuses: number[] = [];
    for (let count = 0; count < 32; count++) statuses.push((await give(restless, Buffer.from('no'))).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});
