import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const RSS = { 'content-type': 'application/rss+xml' };
const rss = (inside: string, doctype = '') => `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>x</title><link>http://exemple.test</link>${inside}</channel></rss>`;
const item = (title: string, path = '1') => `<item><title>${title}</title><link>http://exemple.test/${path}</link></item>`;
const MEGABYTE = 1024 * 1024;

const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('');

async function endless(response: ServerResponse): Promise<void> {
  response.writeHead(200, RSS);
  for (const chunk = Buffer.alloc(MEGABYTE, 'a'); !response.destroyed; ) if (!response.write(chunk)) await sleep(5);
}

async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, RSS);
  for (; !response.destroyed; await sleep(300)) response.write('<');
}

const send = (body: string | Buffer, headers = {}) => (response: ServerResponse) => void response.writeHead(200, { ...RSS, ...headers }).end(body);

/** Each wishes a reader ill in one way; by what it must be refused. */
export const HOSTILE: Record<string, { code: string; answer: (response: ServerResponse) => unknown }> = {
  drip: { code: 'OUTBOUND_TIMEOUT', answer: drip },
  'drip-too': { code: 'OUTBOUND_TIMEOUT', answer: drip },
  endless: { code: 'OUTBOUND_TOO_LARGE', answer: endless },
  bomb: { code: 'OUTBOUND_TOO_LARGE', answer: send(gzipSync(Buffer.alloc(200 * MEGABYTE, ' ')), { 'content-encoding': 'gzip' }) },
  deep: { code: 'FEED_TOO_COMPLEX', answer: send(rss('<a>'.repeat(200_000) + '</a>'.repeat(200_000))) },
  laughs: { code: 'FEED_UNREADABLE', answer: send(rss(item('&lol9;'), `<!DOCTYPE lolz [<!ENTITY lol "lol">${entities}]>`)) },
  cdata: { code: 'OUTBOUND_TOO_LARGE', answer: send(rss(item(`<![CDATA[${'x'.repeat(6 * MEGABYTE)}]]>`))) },
  // Never closed: a parser that searches for its end from each place never ends.
  'open-cdata': { code: 'FEED_UNREADABLE', answer: send(rss(item('<![CDATA['.repeat(500_000)))) },
  'many-elements': { code: 'FEED_TOO_COMPLEX', answer: send(rss('<a/>'.repeat(1_200_000))) },
};

export interface Site {
  server: Server;
  origin: string;
}

/** `host`: 127.0.0.1 and 127.0.0.2 are two hosts of one machine. */
export async function open(host: string, answer: (name: string, response: ServerResponse) => unknown): Promise<Site> {
  const server = createServer((request, response) => void answer(request.url!.slice(1), response));
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return { server, origin: `${host}:${(server.address() as AddressInfo).port}` };
}

export const good = (name: string, response: ServerResponse) => send(rss(item(`Un article de ${name}`, name)))(response);
