import { spawn } from 'node:child_process';

/**
 * Ends process `pid` by `signal` when this process ends, however it does: a small shell waits for the end of a pipe.
 *
 * @param {object} [options]
 * @param {string} [options.remove] a folder to remove once the process is gone
 * @param {object} [options.spawnOptions] the account and environment of the shell
 * @returns {() => void} takes the watchdog away
 */
export function endWithUs(pid, signal, { remove = '', spawnOptions = {} } = {}) {
  const script =
    'cat >/dev/null; kill -"$2" "$1" 2>/dev/null; [ -z "$3" ] && exit; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$3"';
  const shell = spawn('/bin/sh', ['-c', script, 'portevoix-watchdog', String(pid), signal, remove], {
    ...spawnOptions,
    detached: true, // a closing terminal must not end it first
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.stdin.unref?.();
  shell.stdin.on('error', () => {});
  return () => shell.kill('SIGKILL');
}
