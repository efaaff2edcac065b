import { LRUCache } from 'lru-cache';

/** What the redirect knows of a link. */
export interface RedirectLink {
  id: string;
  organisationId: string;
  targetUrl: string;
  ogTitle: string;
  ogDescription: string;
  ogImage: string | null;
  /** Mark of the member's own browsers. */
  ownMark(): string;
}

const SIZE = 20_000;

/**
 * Links by code. Several requests for one unknown code ask once; what is not a link is not kept, so that a new one
 * works at once. A link forgotten while it is being read is read again.
 */
export class LinkCache {
  private readonly known = new LRUCache<string, RedirectLink>({ max: SIZE });
  private readonly reading = new Map<string, Promise<RedirectLink | null>>();

  constructor(private readonly read: (code: string) => Promise<RedirectLink | null>) {}

  cached(code: string): RedirectLink | undefined {
    return this.known.get(code);
  }

  /** Null for an unknown or disabled link; throws what `read` throws. */
  load(code: string): Promise<RedirectLink | null> {
    const under = this.reading.get(code);
    if (under) return under;
    const reading: Promise<RedirectLink | null> = this.read(code)
      .then((link) => {
        if (link && this.reading.get(code) === reading) this.known.set(code, link);
        return link;
      })
      .finally(() => {
        if (this.reading.get(code) === reading) this.reading.delete(code);
      });
    this.reading.set(code, reading);
    return reading;
  }

  forget(code: string): void {
    this.known.delete(code);
    this.reading.delete(code);
  }

  clear(): void {
    this.known.clear();
    this.reading.clear();
  }
}
