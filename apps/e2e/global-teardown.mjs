import { once } from 'node:events';
import * as fs from 'node:fs';

export default async function teardown() {
  if (!globalThis.__e2e) return;
  const { server, feed, files } = globalThis.__e2e;
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  feed.server.close();
  fs.rmSync(files, { recursive: true, force: true });
  await globalThis.__e2ePostgres?.stop();
}
