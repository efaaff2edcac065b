/** Deterministic randomness for demo data: the same seed gives the same story on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** In [low, high). */
  between(low: number, high: number): number;
  /** Exponential with this mean. */
  exponential(mean: number): number;
  /** One item, with the given weights; undefined when nothing weighs anything. */
  pick<Item>(items: readonly Item[], weight?: (item: Item) => number): Item | undefined;
}

/** 32-bit FNV-1a hash of a text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** mulberry32 (Tommy Ettinger, public domain), seeded by a number and a name so that each person has a stream of their own. */
export function randomOf(seed: number, name: string): Random {
  let state = hashOf(`${seed}:${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    exponential: (mean) => -mean * Math.log(1 - next()),
    pick: (items, weight = () => 1) => {
      const total = items.reduce((sum, item) => sum + weight(item), 0);
      let rest = next() * total;
      return total > 0 ? items.find((item) => (rest -= weight(item)) < 0) : undefined;
    },
  };
}
