import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@portevoix/platform';
import type { Hit } from './hit';

const EXTENSION = '.ndjson';

/**
 * Clicks on disk while PostgreSQL is away. One file per batch, complete from the moment it has its name: any process
 * may replay and delete it, in any order and twice, since a click keeps its id.
 */
export class Spool {
  private readonly folder: string;
  private made: Promise<unknown> | null = null;

  constructor(filesFolder: string) {
    this.folder = join(filesFolder, 'spool', 'clicks');
  }

  /** Returns once the batch would survive a power cut. */
  async write(hits: readonly Hit[]): Promise<void> {
    this.made ??= mkdir(this.folder, { recursive: true });
    await this.made;
    const path = join(this.folder, newId());
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      await file.writeFile(hits.map((hit) => JSON.stringify(hit)).join('\n'));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, `${path}${EXTENSION}`);
    const folder = await open(this.folder);
    await folder.sync().finally(() => folder.close());
  }

  /** Batches waiting, the oldest first. */
  async waiting(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => name.endsWith(EXTENSION)).sort();
  }

  /** Null when another process has just replayed it. */
  async read(name: string): Promise<Hit[] | null> {
    const text = await readFile(join(this.folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return text === null ? null : text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Hit);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}
