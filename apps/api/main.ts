import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the program, and trusted like it; where that cannot be written, each start compiles again.
enableCompileCache(join(import.meta.dirname, '.compiled'));

try {
  const { startServer } = await import('./server');
  await startServer(undefined, process.env['APPS_DIR'] ?? join(import.meta.dirname, '..'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
