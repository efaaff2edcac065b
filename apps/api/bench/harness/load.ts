import { connect, type Socket } from 'node:net';

/** `n` counts the requests of all connections; the answer is the whole request, head and body. */
export type RequestAt = (n: number) => string | Buffer;

export interface Answer {
  status: number;
  head: string;
  body: Buffer;
}

export interface Load {
  host: string;
  port: number;
  connections: number;
  seconds: number;
  request: RequestAt;
  /** Throws on an answer that is not the expected one; told every answer. */
  check(answer: Answer, n: number): void;
}

export interface Measured {
  requests: number;
  seconds: number;
  /** Milliseconds, ascending. */
  latencies: Float64Array;
}

/** Lines of an HTTP request; `body` in JSON. */
export function httpRequest(method: string, path: string, headers: Record<string, string> = {}, body?: unknown): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all: Record<string, string> = { host: 'localhost', ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }) };
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`);
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const STATUS = /^HTTP\/1\.1 (\d{3})/;

/** Reads answers off one keep-alive connection; every side of these benchmarks says its length. */
class Reader {
  private rest: Buffer = Buffer.alloc(0);

  /** The next whole answer; null as long as it is incomplete. */
  next(data: Buffer | null): Answer | null {
    if (data) this.rest = this.rest.length ? Buffer.concat([this.rest, data]) : data;
    const end = this.rest.indexOf(HEAD_END);
    if (end < 0) return null;
    const head = this.rest.toString('latin1', 0, end);
    const length = LENGTH.exec(head)?.[1];
    const status = Number(STATUS.exec(head)?.[1]);
    if (!length && !(status === 304 || status === 204)) throw new Error(`An answer without its length:\n${head}`);
    const until = end + 4 + Number(length ?? 0);
    if (this.rest.length < until) return null;
    const body = this.rest.subarray(end + 4, until);
    this.rest = this.rest.subarray(until);
    return { status, head, body };
  }
}

/** Keeps `connections` sockets busy, each with one request at a time. Sockets and no HTTP client: it must not be the slow part. */
export async function load({ host, port, connections, seconds, request, check }: Load): Promise<Measured> {
  const latencies: number[] = [];
  let sent = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect({ host, port, noDelay: true });
      const reader = new Reader();
      let at = 0;
      let n = 0;
      const send = () => {
        at = performance.now();
        if (at >= until) return socket.destroy();
        n = sent;
        sent += 1;
        socket.write(request(n));
      };
      socket.on('connect', send);
      socket.on('data', (data) => {
        try {
          const answer = reader.next(data);
          if (!answer) return;
          check(answer, n);
          latencies.push(performance.now() - at);
          send();
        } catch (error) {
          socket.destroy();
          reject(error as Error);
        }
      });
      socket.on('error', reject);
      socket.on('close', () => (performance.now() < until ? reject(new Error('The server closed a connection')) : resolve()));
    });
  await Promise.all(Array.from({ length: connections }, one));
  return { requests: latencies.length, seconds: (performance.now() - begun) / 1000, latencies: Float64Array.from(latencies).sort() };
}

/** One request on a connection of its own. */
export function ask(host: string, port: number, request: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => socket.write(request));
    const reader = new Reader();
    socket.on('error', reject);
    socket.on('data', (data) => {
      try {
        const answer = reader.next(data);
        if (!answer) return;
        socket.destroy();
        resolve(answer);
      } catch (error) {
        socket.destroy();
        reject(error as Error);
      }
    });
  });
}
