import { createHash } from 'node:crypto';

/** What has rows in a world; the first digits of their ids. */
const KINDS = ['organisation', 'person', 'group', 'programme', 'theme', 'cohort', 'publication', 'target', 'share', 'link', 'event', 'variant', 'session'] as const;
export type Kind = (typeof KINDS)[number];

/** The id of row `n` of a kind, known without asking. In the order of `n`, as ids made by time are. */
export const idOf = (kind: Kind, n: number): string => `0${(KINDS.indexOf(kind) + 1).toString(16)}900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const ORGANISATION = idOf('organisation', 0);

/** The code of link `n`: ten characters in no order, as nanoid's. */
export const codeOf = (n: number): string => createHash('md5').update(`link ${n}`).digest('base64url').slice(0, 10);

/** Pseudo-random numbers in [0, 1) that are the same in each run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
