import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type LookupFunction, type Server as TcpServer } from 'node:net';
import { afterEach, expect } from '@jest/globals';
import { OutboundError } from './outbound-error';
import { SafeHttp, type SafeHttpOptions, type SafeHttpRequest } from './safe-http';

const open: (Server | TcpServer)[] = [];
/** Requests that reached a local server, as `address METHOD path`. */
export const hits: string[] = [];

afterEach(async () => {
  hits.length = 0;
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => {
    server.close(resolve);
    if ('closeAllConnections' in server) server.closeAllConnections();
  })));
});

async function listen<S extends Server | TcpServer>(server: S, host = '127.0.0.1', port = 0): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** A server on the loopback interface, closed after the test; gives its port. */
export function serve(handler: RequestListener, host?: string, port?: number): Promise<number> {
  return listen(createServer((request, response) => {
    hits.push(`${host ?? '127.0.0.1'} ${request.method} ${request.url}`);
    handler(request, response);
  }), host, port);
}

/** Bytes on a socket, for answers that node:http would not write. */
export function serveRaw(write: (send: (text: string) => void) => void): Promise<number> {
  return listen(createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => write((text) => socket.writable && socket.write(text)));
  }));
}

/** A client that may reach this one server. */
export function client(port: number, options: SafeHttpOptions = {}): SafeHttp {
  return new SafeHttp({ allow: `127.0.0.1:${port}`, ...options });
}

/** The OutboundError that a request ends in. */
export async function refusal(http: SafeHttp, url: string, request?: SafeHttpRequest): Promise<OutboundError> {
  const error = await http.request(url, request).then(() => new Error('no refusal'), (reason: unknown) => reason);
  expect(error).toBeInstanceOf(OutboundError);
  return error as OutboundError;
}

/** A name service in which every name has the given addresses, in turn if there are several answers. */
export function names(...answers: string[][]): LookupFunction {
  let turn = 0;
  return (_host, options, done) => {
    const answer = (answers[Math.min(turn++, answers.length - 1)] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) done(null, answer);
    else done(null, answer[0]?.address ?? '', answer[0]?.family);
  };
}
