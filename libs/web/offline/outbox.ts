import { isRefusal } from '../api-error';
import { operationName, operationText, type OperationDocument } from '../operation';
import type { DeviceStore } from './store';
import type { Tabs } from './tabs';

/** A change that waits for the network. */
export interface OutboxEntry {
  /** Also the idempotency key: the same for every try. */
  id: string;
  owner: string;
  createdAt: number;
  operation: string;
  text: string;
  variables: object;
  /** What it is about, for the screen that shows « en attente »: a publication's id. */
  subject?: string;
  /** Code of the API's refusal; such an entry stays, to be shown, until discarded. */
  refused?: string;
}

export type Send = (text: string, variables: object, headers: Record<string, string>) => Promise<unknown>;

interface Options {
  now?: () => number;
  newId?: () => string;
  /** Runs one flush at a time among all the tabs of the site. */
  alone?: (work: () => Promise<void>) => Promise<void>;
  /** Told of each change, and heard while somebody looks at the list. */
  tabs?: Tabs;
}

/**
 * Changes made without a network, kept on the device and sent in order when it is back. Each carries one
 * idempotency key for all its tries, so that a lost answer never makes it happen twice.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private entries: readonly OutboxEntry[] = [];
  private flushing: Promise<void> | undefined;
  private stopHearing: (() => void) | undefined;

  constructor(
    private readonly store: DeviceStore<OutboxEntry>,
    private readonly send: Send,
    private readonly options: Options = {},
  ) {}

  /** What is kept, oldest first; the same array until something changes. */
  readonly list = (): readonly OutboxEntry[] => this.entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.stopHearing ??= this.options.tabs?.hear(() => void this.load().catch(() => undefined));
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size) return;
      this.stopHearing?.();
      this.stopHearing = undefined;
    };
  };

  /** Reads what the device holds. */
  async load(): Promise<void> {
    this.entries = (await this.store.all()).sort((a, b) => a.createdAt - b.createdAt);
    this.listeners.forEach((listener) => listener());
  }

  /** Keeps a change; it is safe once the promise resolves. `variables` receives the idempotency key, for inputs that hold one. */
  async add<Result, Variables extends object>(
    owner: string,
    document: OperationDocument<Result, Variables>,
    variables: (key: string) => Variables,
    subject?: string,
  ): Promise<OutboxEntry> {
    const id = (this.options.newId ?? (() => crypto.randomUUID()))();
    const last = this.entries.at(-1)?.createdAt ?? 0;
    const entry: OutboxEntry = {
      id,
      owner,
      // Strictly growing: the order of sending is the order of doing.
      createdAt: Math.max((this.options.now ?? Date.now)(), last + 1),
      operation: operationName(document),
      text: operationText(document),
      variables: variables(id),
      ...(subject !== undefined && { subject }),
    };
    await this.store.put(id, entry);
    await this.changed();
    return entry;
  }

  /** Sends what this person left waiting. Never throws: what could not go waits for the next time. */
  flush(owner: string): Promise<void> {
    const alone = this.options.alone ?? ((work) => work());
    this.flushing ??= alone(() => this.sendAll(owner))
      .catch(() => undefined)
      .finally(() => {
        this.flushing = undefined;
      });
    return this.flushing;
  }

  async discard(id: string): Promise<void> {
    await this.store.delete(id);
    await this.changed();
  }

  /** What the device holds is no more what this tab and the others show. */
  private async changed(): Promise<void> {
    this.options.tabs?.tell();
    await this.load();
  }

  private async sendAll(owner: string): Promise<void> {
    await this.load();
    let moved = false;
    for (const entry of this.entries) {
      if (entry.owner !== owner || entry.refused) continue;
      try {
        await this.send(entry.text, entry.variables, { 'idempotency-key': entry.id });
        await this.store.delete(entry.id);
      } catch (error) {
        if (!isRefusal(error)) break;
        await this.store.put(entry.id, { ...entry, refused: error.code });
      }
      moved = true;
    }
    if (moved) await this.changed();
  }
}
