import { keepCompiled, kept } from './compiled';

keepCompiled(import.meta.dirname);
const { startWorker } = await import('./jobs');
await startWorker();
kept();
