import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { client, hits, refusal, serve, serveRaw } from './local-servers.testing';
import { SafeHttp } from './safe-http';

describe('an ordinary answer', () => {
  it('gives the body, the headers without cookies and the final address', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml', etag: '"a"', 'set-cookie': 'id=1' }).end('<rss/>');
    });
    const answer = await client(port).request(`http://127.0.0.1:${port}/feed`);
    expect(answer).toMatchObject({ status: 200, url: `http://127.0.0.1:${port}/feed`, notModified: false, headers: { etag: '"a"' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body.toString()).toBe('<rss/>');
  });

  it('asks again only for what changed', async () => {
    const port = await serve((request, response) => {
      const same = request.headers['if-none-match'] === '"a"' && request.headers['if-modified-since'] === 'Mon, 05 Jan 2026 00:00:00 GMT';
      response.writeHead(same ? 304 : 200).end();
    });
    const answer = await client(port).request(`http://127.0.0.1:${port}/`, { etag: '"a"', lastModified: 'Mon, 05 Jan 2026 00:00:00 GMT' });
    expect(answer).toMatchObject({ status: 304, notModified: true });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('reads %s', async (encoding, compress) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from('élan')));
    });
    expect((await client(port).request(`http://127.0.0.1:${port}/`)).body.toString()).toBe('élan');
  });

  it('sends a body and gives the statuses the caller wants', async () => {
    const port = await serve((request, response) => {
      request.on('data', (chunk) => response.writeHead(410).end(chunk)).resume();
    });
    const answer = await client(port).request(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'hello', acceptStatus: () => true });
    expect(answer).toMatchObject({ status: 410, body: Buffer.from('hello') });
  });

  it('names the status and when to come back', async () => {
    const port = await serve((_request, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await refusal(client(port), `http://127.0.0.1:${port}/`)).toMatchObject({ code: 'OUTBOUND_STATUS', params: { status: 503, retryAfter: '120' } });
  });
});

describe('hostile servers', () => {
  const limits = { connectTimeoutMs: 2_000, timeoutMs: 300 };

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('a %s bomb is cut at the limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(64 * 1024 * 1024));
    const port = await serve((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    expect(await refusal(client(port), `http://127.0.0.1:${port}/`)).toMatchObject({ code: 'OUTBOUND_TOO_LARGE', params: { maxBytes: 5 * 1024 * 1024 } });
  });

  it('a body without end is cut at the limit, an announced one is not read', async () => {
    const endless = await serve((_request, response) => {
      const write = () => { while (response.write(Buffer.alloc(65_536))); };
      response.on('drain', write);
      write();
    });
    expect((await refusal(client(endless), `http://127.0.0.1:${endless}/`)).code).toBe('OUTBOUND_TOO_LARGE');
    const announced = await serve((_request, response) => response.writeHead(200, { 'content-length': '6000000' }).write('x'));
    expect((await refusal(client(announced), `http://127.0.0.1:${announced}/`)).code).toBe('OUTBOUND_TOO_LARGE');
  });

  it('stacked encodings and broken compression are refused', async () => {
    const stacked = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))));
    expect((await refusal(client(stacked), `http://127.0.0.1:${stacked}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
    const broken = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'));
    expect((await refusal(client(broken), `http://127.0.0.1:${broken}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
  });

  it.each(['', 'deflate'])('a body that drips is ended by the deadline (%s)', async (encoding) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).flushHeaders();
      const drip = setInterval(() => encoding || response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect((await refusal(client(port, limits), `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_TIMEOUT');
  });

  it('silence, and names that never resolve, are ended by the deadline', async () => {
    const port = await serve(() => undefined);
    expect((await refusal(client(port, limits), `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_TIMEOUT');
    expect((await refusal(new SafeHttp({ ...limits, lookup: () => undefined }), 'http://example.org/')).code).toBe('OUTBOUND_TIMEOUT');
  });

  it('the deadline covers all redirects together', async () => {
    const port = await serve((_request, response) => setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150));
    expect((await refusal(client(port, limits), `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_TIMEOUT');
  });

  it('headers without end are refused', async () => {
    const port = await serveRaw((send) => {
      send('HTTP/1.1 200 OK\r\n');
      for (let line = 0; line < 2_000; line += 1) send(`x-${line}: ${'y'.repeat(200)}\r\n`);
    });
    expect((await refusal(client(port), `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
  });

  it('what is not HTTP, or stops short, is refused', async () => {
    const banner = await serveRaw((send) => send('SSH-2.0-OpenSSH_9.9\r\n'));
    expect((await refusal(client(banner), `http://127.0.0.1:${banner}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
    const short = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy());
    });
    expect((await refusal(client(short), `http://127.0.0.1:${short}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
    const plain = await serve((_request, response) => response.end());
    expect((await refusal(client(plain), `https://127.0.0.1:${plain}/`)).code).toBe('OUTBOUND_TLS');
  });

  it('the caller can give up', async () => {
    const port = await serve(() => undefined);
    expect((await refusal(client(port), `http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(50) })).code).toBe('OUTBOUND_ABORTED');
    expect((await refusal(client(port), `http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() })).code).toBe('OUTBOUND_ABORTED');
  });

  it.each(['ftp://example.org/', 'javascript:alert(1)', 'data:text/xml,x', 'file:///etc/passwd', 'unix:/var/run/docker.sock'])('%s is not http', async (url) => {
    expect((await refusal(new SafeHttp(), url)).code).toBe('OUTBOUND_BAD_SCHEME');
  });
});

describe('turns of a host', () => {
  it('are limited in number and spaced', async () => {
    let running = 0;
    let most = 0;
    const port = await serve((_request, response) => {
      most = Math.max(most, (running += 1));
      setTimeout(() => {
        running -= 1;
        response.end();
      }, 30);
    });
    const http = client(port, { perHost: 2, minDelayMs: 10 });
    await Promise.all(Array.from({ length: 8 }, () => http.request(`http://127.0.0.1:${port}/`)));
    expect(most).toBeLessThanOrEqual(2);
    expect(hits).toHaveLength(8);
  });

  it('go on after a failure', async () => {
    const port = await serve((_request, response) => response.destroy());
    const http = client(port, { perHost: 1 });
    for (let turn = 0; turn < 3; turn += 1) expect((await refusal(http, `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_BAD_RESPONSE');
  });
});
