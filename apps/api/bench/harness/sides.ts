import { load, type Answer, type Measured, type RequestAt } from './load';
import type { ServerProcess } from './process';

/** One of the things compared: it works for so many seconds and says what it did. */
export interface Side {
  name: string;
  /** The process whose CPU is counted; null: this one. */
  pid: number | null;
  work(seconds: number): Promise<Measured>;
}

export interface HttpSide {
  name: string;
  server: ServerProcess;
  request: RequestAt;
  /** Throws on a wrong answer; by default anything but a 2xx or 3xx. */
  check?(answer: Answer, n: number): void;
  connections?: number;
}

const accepted = ({ status, body }: Answer): void => {
  if (status < 200 || status > 399) throw new Error(`Status ${status}: ${body.toString().slice(0, 500)}`);
};

/** A server under load over HTTP. `n` goes on from round to round, so that no round repeats another's requests. */
export function httpSide({ name, server, request, check = accepted, connections = 32 }: HttpSide): Side {
  let asked = 0;
  return {
    name,
    pid: server.pid,
    async work(seconds) {
      const from = asked;
      const measured = await load({ host: '127.0.0.1', port: server.port, connections, seconds, request: (n) => request(from + n), check });
      asked = from + measured.requests + connections;
      return measured;
    },
  };
}

/** A function of this process, called again and again, one call at a time; its answer is awaited. */
export function functionSide(name: string, call: (n: number) => unknown, pid: number | null = null): Side {
  let asked = 0;
  return {
    name,
    pid,
    async work(seconds) {
      const latencies: number[] = [];
      const begun = performance.now();
      const until = begun + seconds * 1000;
      for (let at = begun; at < until; ) {
        const answer = call(asked);
        if (answer instanceof Promise) await answer;
        asked += 1;
        const now = performance.now();
        latencies.push(now - at);
        at = now;
      }
      return { requests: latencies.length, seconds: (performance.now() - begun) / 1000, latencies: Float64Array.from(latencies).sort() };
    },
  };
}
