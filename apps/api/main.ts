import { join } from 'node:path';
import { startServer } from './server';

try {
  await startServer(undefined, process.env['APPS_DIR'] ?? join(import.meta.dirname, '..'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
