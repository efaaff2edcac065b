import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Compiled code stays beside the programs, and is trusted like them; where that cannot be written, each start compiles again. Call it before anything else is imported. */
export function keepCompiled(folder: string): void {
  enableCompileCache(join(folder, '.compiled'));
}

/** Once started: a program that is killed keeps nothing at its end. */
export const kept = flushCompileCache;
