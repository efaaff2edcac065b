import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerOptions {
  env?: Record<string, string>;
  /** Answers below 500 when it is up. */
  readyPath?: string;
  nodeOptions?: string[];
}

export interface ServerProcess {
  pid: number;
  port: number;
  url: string;
  /** From spawn to the first answer. */
  readyMs: number;
  stop(): Promise<void>;
}

/** Ticks of /proc's times are a hundredth of a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** Spawns `file` on Node and waits until it answers. */
export async function startServer(file: string, env: Record<string, string>, { readyPath = '/', nodeOptions = [] }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, file], { cwd: join(import.meta.dirname, '../../../..'), env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => (errors = `${errors}${data}`.slice(-4000)));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url + readyPath))) {
    if (child.exitCode !== null || performance.now() - begun > 60_000) throw new Error(`${file} does not start:\n${errors}`);
    await sleep(2);
  }
  return { pid: child.pid!, port, url, readyMs: performance.now() - begun, stop: () => end(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual', headers: { connection: 'close' } });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Fields of /proc/<pid>/stat from the third on; null for a process that is gone. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const ticks = (stat: string[], fields: number[]): number => fields.reduce((sum, at) => sum + Number(stat[at]), 0);

/** CPU that a process has used with all its threads, in milliseconds. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? ticks(stat, [11, 12]) * TICK_MS : 0;
}

/** The same for PostgreSQL: the postmaster, what it has waited for, and its living children. Null where /proc shows no such process. */
export function cpuOfPostgres(postmaster: number | null): number | null {
  const own = postmaster === null ? null : statOf(postmaster);
  if (!own) return null;
  let sum = ticks(own, [11, 12, 13, 14]);
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat && Number(stat[1]) === postmaster) sum += ticks(stat, [11, 12]);
  }
  return sum * TICK_MS;
}

/** The postmaster that serves a backend of this machine. */
export function postmasterOf(backend: number): number | null {
  try {
    if (!readFileSync(`/proc/${backend}/comm`, 'utf8').startsWith('postgres')) return null;
  } catch {
    return null;
  }
  return Number(statOf(backend)?.[1] ?? 0) || null;
}

/** Memory of a process that is its own, in MB: what it would free by ending (private pages), and what is resident. */
export function memoryOf(pid: number): { private: number; resident: number } {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
  return { private: (kb('Private_Clean') + kb('Private_Dirty')) / 1024, resident: kb('Rss') / 1024 };
}
