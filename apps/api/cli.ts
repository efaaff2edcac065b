import { join } from 'node:path';
import { keepCompiled } from './compiled';

keepCompiled(import.meta.dirname);
const { runCommand } = await import('./commands/cli');
await runCommand(process.argv.slice(2), join(import.meta.dirname, 'migrations'));
