import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { compressAnswers } from './compress';

const LONG = JSON.stringify({ data: { feed: Array.from({ length: 20 }, (_, n) => ({ title: `Publication ${n} : un préau levé en une matinée`, why: 'Parce que c’est « chez nous ».' })) } });
/** More than is compressed at one go. */
const HUGE = JSON.stringify({ data: Array.from({ length: 40 }, () => LONG) });
const SHORT = '{"data":{"me":null}}';

describe('compressed answers', () => {
  let app: FastifyInstance;
  const get = (url: string, accepted?: string) => app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });

  beforeAll(async () => {
    app = fastify();
    await compressAnswers(app, ['/graphql']);
    app.get<{ Querystring: { of?: string } }>('/graphql', async ({ query: { of } }, reply) => reply.type('application/json').header('vary', 'origin').send(of === 'short' ? SHORT : of === 'huge' ? HUGE : LONG));
    app.get('/other', async () => LONG);
    await app.ready();
  });
  afterAll(() => app.close());

  it.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['gzip', 'gzip'],
    ['gzip', 'br;q=0, gzip;q=0.5'],
    ['gzip', '*'],
    ['gzip', 'BR;q=0.0, GZIP'],
  ])('is %s for a caller who takes "%s"', async (name, accepted) => {
    const { headers, rawPayload } = await get('/graphql', accepted);
    expect(headers).toMatchObject({ 'content-encoding': name, vary: 'origin, accept-encoding', 'content-type': 'application/json; charset=utf-8', 'content-length': String(rawPayload.length) });
    expect(rawPayload.length).toBeLessThan(LONG.length / 4);
    expect((name === 'br' ? brotliDecompressSync(rawPayload) : gunzipSync(rawPayload)).toString()).toBe(LONG);
  });

  it.each([undefined, '', 'identity', 'zstd', 'gzip;q=0, *;q=0'])('is left as it is for one who takes %p', async (accepted) => {
    const { headers, body } = await get('/graphql', accepted);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['vary']).toMatch(/^origin/);
    expect(body).toBe(LONG);
  });

  it('is the whole of a long one too', async () => {
    const { headers, rawPayload } = await get('/graphql?of=huge', 'br');
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(rawPayload).toString()).toBe(HUGE);
    expect((await get('/graphql?of=huge')).rawPayload.toString()).toBe(HUGE);
  });

  it('leaves short answers and other routes alone', async () => {
    for (const url of ['/graphql?of=short', '/other']) {
      const { headers, body } = await get(url, 'gzip, br');
      expect(headers).not.toHaveProperty('content-encoding');
      expect([SHORT, LONG]).toContain(body);
    }
  });
});
