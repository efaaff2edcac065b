import { describe, expect, it } from '@jest/globals';
import { client, hits, names, refusal, serve } from './local-servers.testing';
import { SafeHttp } from './safe-http';

describe('internal addresses', () => {
  const spellings = [
    '127.0.0.1', '127.1', '127.0.1', '2130706433', '017700000001', '0177.0.0.1', '0x7f000001', '0x7f.0.0.1', '0x7F.1',
    '127.0.0.1.', '127.127.127.127', '0', '0.0.0.0', '①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1', 'localhost', 'localhost.', 'LOCALHOST',
    '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::7f00:1]', '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[fe80::1]', '[fd00::1]', '[fec0::1]', '[ff02::1]', '[4000::1]',
    '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '168.63.129.16', '100.64.0.1', '198.18.0.1', '192.0.0.1', '224.0.0.1', '255.255.255.255',
  ];

  it.each(spellings)('refuses %s on the standard ports and on a canary', async (host) => {
    const canary4 = await serve((_request, response) => response.end('secret'));
    await serve((_request, response) => response.end('secret'), '::1', canary4);
    const http = new SafeHttp();
    expect(['OUTBOUND_REFUSED_ADDRESS', 'OUTBOUND_DNS']).toContain((await refusal(http, `http://${host}/`)).code);
    expect(['OUTBOUND_REFUSED_ADDRESS', 'OUTBOUND_DNS']).toContain((await refusal(http, `https://${host}/`)).code);
    expect((await refusal(http, `http://${host}:${canary4}/`)).code).toBe('OUTBOUND_BAD_PORT');
    // The port opened for somebody else opens nothing here.
    const elsewhere = new SafeHttp({ allow: `192.0.2.0/24:${canary4}` });
    expect(['OUTBOUND_REFUSED_ADDRESS', 'OUTBOUND_DNS']).toContain((await refusal(elsewhere, `http://${host}:${canary4}/`)).code);
    expect(hits).toEqual([]);
  });

  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['::7f00:1'], ['10.1.2.3'], ['0.0.0.0']])('refuses a name that leads to %s, in the words of a name that does not exist', async (address) => {
    const internal = await refusal(new SafeHttp({ lookup: names([address]) }), 'http://127.0.0.1.nip.example/');
    const unknown = await refusal(new SafeHttp({ lookup: (_host, _options, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), '', 4) }), 'http://127.0.0.1.nip.example/');
    expect(internal.message).toBe(unknown.message);
    expect(internal).toMatchObject({ code: 'OUTBOUND_DNS', params: { host: '127.0.0.1.nip.example' } });
  });

  it('refuses a name with one internal address among public ones', async () => {
    const port = await serve((_request, response) => response.end('secret'));
    const http = new SafeHttp({ allow: `127.0.0.2:${port}`, lookup: names(['127.0.0.2', '127.0.0.1']) });
    expect((await refusal(http, `http://mixed.example:${port}/`)).code).toBe('OUTBOUND_DNS');
    expect(hits).toEqual([]);
  });

  it('holds against a name that changes its answer between two connections', async () => {
    // 127.0.0.2 stands for the public server, 127.0.0.1 for the internal one on the same port.
    const port = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end(), '127.0.0.2');
    await serve((_request, response) => response.end('secret'), '127.0.0.1', port);
    const http = new SafeHttp({ allow: `127.0.0.2:${port}`, lookup: names(['127.0.0.2'], ['127.0.0.1']) });
    expect((await refusal(http, `http://rebind.example:${port}/`)).code).toBe('OUTBOUND_DNS');
    expect(hits).toEqual(['127.0.0.2 GET /']);
  });

  it('reaches a host the operator named, on the port named only', async () => {
    const port = await serve((_request, response) => response.end('ok'));
    const other = await serve((_request, response) => response.end('secret'));
    const http = new SafeHttp({ allow: `intranet.example:${port}`, lookup: names(['127.0.0.1']) });
    expect((await http.request(`http://intranet.example:${port}/`)).body.toString()).toBe('ok');
    expect((await refusal(http, `http://intranet.example:${other}/`)).code).toBe('OUTBOUND_BAD_PORT');
    expect((await refusal(http, 'http://intranet.example/')).code).toBe('OUTBOUND_DNS');
    expect((await refusal(http, `http://127.0.0.1:${port}/`)).code).toBe('OUTBOUND_BAD_PORT');
  });
});

describe('redirects', () => {
  it.each([
    ['http://127.0.0.1/', 'OUTBOUND_REFUSED_ADDRESS'],
    ['http://[::ffff:7f00:1]/', 'OUTBOUND_REFUSED_ADDRESS'],
    ['//2130706433/', 'OUTBOUND_REFUSED_ADDRESS'],
    ['http://localhost:22/', 'OUTBOUND_BAD_PORT'],
    ['file:///etc/passwd', 'OUTBOUND_BAD_SCHEME'],
    ['gopher://127.0.0.1/', 'OUTBOUND_BAD_SCHEME'],
    ['http://user:pass@example.org/', 'OUTBOUND_BAD_URL'],
    ['http://', 'OUTBOUND_BAD_URL'],
  ])('to %s are checked like a first address', async (location, code) => {
    const port = await serve((_request, response) => response.writeHead(302, { location }).end(), '127.0.0.2');
    const http = new SafeHttp({ allow: `127.0.0.2:${port}` });
    expect((await refusal(http, `http://127.0.0.2:${port}/`)).code).toBe(code);
    expect(hits).toHaveLength(1);
  });

  it('are followed three times', async () => {
    const port = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect(await client(port).request(`http://127.0.0.1:${port}/3`)).toMatchObject({ url: `http://127.0.0.1:${port}/0`, body: Buffer.from('there') });
    expect((await refusal(client(port), `http://127.0.0.1:${port}/4`)).code).toBe('OUTBOUND_TOO_MANY_REDIRECTS');
  });

  it('carry no secret to another origin, and never a cookie', async () => {
    const seen: Record<string, unknown>[] = [];
    const second = await serve((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    const first = await serve((request, response) => {
      seen.push(request.headers);
      response.writeHead(302, { location: `http://127.0.0.1:${second}/`, 'set-cookie': 'a=b' }).end();
    });
    const http = new SafeHttp({ allow: `127.0.0.1:${first},127.0.0.1:${second}` });
    await http.request(`http://127.0.0.1:${first}/`, { headers: { Authorization: 'Bearer x', 'X-Api-Key': 'y', Cookie: 'c=d', Accept: 'text/xml', Host: 'evil.example' } });
    expect(seen[0]).toMatchObject({ authorization: 'Bearer x', 'x-api-key': 'y', accept: 'text/xml', host: `127.0.0.1:${first}` });
    expect(seen[1]).toMatchObject({ accept: 'text/xml' });
    for (const name of ['authorization', 'x-api-key']) expect(seen[1]).not.toHaveProperty(name);
    for (const headers of seen) expect(headers).not.toHaveProperty('cookie');
  });

  it('do not carry a body', async () => {
    const port = await serve((_request, response) => response.writeHead(307, { location: '/other' }).end());
    expect(await refusal(client(port), `http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' })).toMatchObject({ code: 'OUTBOUND_STATUS', params: { status: 307 } });
    expect(hits).toHaveLength(1);
  });
});
