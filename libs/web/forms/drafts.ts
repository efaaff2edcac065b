/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Draft<Values> {
  savedAt: number;
  values: Values;
}

const PREFIX = 'portevoix.draft.';
const MONTH = 30 * 24 * 3600_000;

function reachable(): DraftStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Drafts of one person on this device, by key. A draft older than 30 days or unreadable is forgotten.
 * Storage that is refused or full is no reason to stop typing: nothing throws.
 */
export class Drafts {
  constructor(
    private readonly owner: string,
    private readonly storage: DraftStorage | undefined = reachable(),
    private readonly now: () => number = Date.now,
  ) {}

  private key(name: string): string {
    return `${PREFIX}${this.owner}.${name}`;
  }

  read<Values>(name: string): Draft<Values> | undefined {
    try {
      const text = this.storage?.getItem(this.key(name));
      if (!text) return undefined;
      const draft = JSON.parse(text) as Draft<Values> | null;
      if (typeof draft?.savedAt === 'number' && this.now() - draft.savedAt < MONTH && draft.values !== undefined) return draft;
    } catch {
      // An unreadable draft is as good as none.
    }
    this.forget(name);
    return undefined;
  }

  /** Returns whether the draft is safe. */
  save(name: string, values: unknown): boolean {
    try {
      this.storage?.setItem(this.key(name), JSON.stringify({ savedAt: this.now(), values }));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  forget(name: string): void {
    try {
      this.storage?.removeItem(this.key(name));
    } catch {
      // Nothing was kept then.
    }
  }
}
