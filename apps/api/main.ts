import { join } from 'node:path';
import { keepCompiled, kept } from './compiled';

keepCompiled(import.meta.dirname);
try {
  const { startServer } = await import('./server');
  await startServer(undefined, process.env['APPS_DIR'] ?? join(import.meta.dirname, '..'));
  kept();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
