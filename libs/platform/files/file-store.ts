import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config';

/** Folders, then a file, of plain names: nothing that a path could climb by. */
const KEY = /^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,40}){1,4}\.[a-z0-9]{1,5}(\.[0-9a-f]{32}\.part)?$/;

/** Where files are kept. Keys are `folder/…/name.ext`; a file never changes once written. */
export abstract class FileStore {
  /** Durable once it answers. @throws when the key is not one */
  abstract write(key: string, bytes: Buffer): Promise<void>;
  /** Null when there is none. */
  abstract read(key: string): Promise<Buffer | null>;
  /** No effect when there is none. */
  abstract remove(key: string): Promise<void>;
  /** Every file below a folder (`pictures`), with when it was written; drafts that a crash left are among them. */
  abstract list(folder: string): AsyncIterable<KeptFile>;
}

export interface KeptFile {
  key: string;
  writtenAt: Date;
}

/** A name that nobody guesses: 128 bits. */
export const randomName = (): string => randomBytes(16).toString('hex');

/** A folder of the machine (FILES_DIR), which every process of the installation must share. */
@Injectable()
export class LocalFileStore extends FileStore {
  private readonly root: string;

  constructor(@Inject(Config) { FILES_DIR }: Config) {
    super();
    this.root = join(FILES_DIR, 'kept');
  }

  async write(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    if (!path) throw new Error('Not a key of the file store');
    await mkdir(dirname(path), { recursive: true });
    // A reader sees the whole file or none, even after a crash.
    const draft = `${path}.${randomName()}.part`;
    const file = await open(draft, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  async read(key: string): Promise<Buffer | null> {
    const path = this.pathOf(key);
    return path ? readFile(path).catch(absent) : null;
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    if (path) await rm(path, { force: true });
  }

  async *list(folder: string): AsyncIterable<KeptFile> {
    const entries = await readdir(join(this.root, folder), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => absent(error) ?? []);
    for (const entry of entries.filter((found) => found.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(absent);
      if (found) yield { key: relative(this.root, path), writtenAt: found.mtime };
    }
  }

  private pathOf(key: string): string | null {
    return KEY.test(key) ? join(this.root, key) : null;
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
