import DataLoader from 'dataloader';

/** A batching look-up of one unit of work. What has been told to it is answered at once, without a promise. */
export class Loader<K, V> extends DataLoader<K, V> {
  private readonly told = new Map<K, V>();

  /** The value itself when `prime` has told it, else a promise as `load` gives. For field resolvers, which may answer either. */
  read(key: K): V | Promise<V> {
    return this.told.has(key) ? this.told.get(key)! : super.load(key);
  }

  override load(key: K): Promise<V> {
    return this.told.has(key) ? Promise.resolve(this.told.get(key)!) : super.load(key);
  }

  override prime(key: K, value: V | PromiseLike<V> | Error): this {
    if (value instanceof Error || typeof (value as { then?: unknown } | null)?.then === 'function') return super.prime(key, value);
    if (!this.told.has(key)) this.told.set(key, value as V);
    return this;
  }

  override clear(key: K): this {
    this.told.delete(key);
    return super.clear(key);
  }

  override clearAll(): this {
    this.told.clear();
    return super.clearAll();
  }
}
