import { badInput, decodeCursor, encodeCursor, isUuid } from '@portevoix/platform';

/** Where a page starts: the feed as it was at `asOf`, after an item. */
export interface Place {
  asOf: Date;
  pinned: boolean;
  at: Date;
  id: string;
  /** Items further down that an earlier page has already shown, to break a run of one theme. */
  early: string[];
}

const SHORT = 22;
const shorten = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

function lengthen(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const cursorOf = ({ asOf, pinned, at, id, early }: Place): string => encodeCursor([asOf.getTime(), pinned ? 1 : 0, at.getTime(), id, early.map(shorten).join('')]);

/** The place that a cursor names; BAD_INPUT for what `cursorOf` cannot have written. */
export function placeOf(cursor: string): Place {
  const [asOf, pinned, at, id, early] = decodeCursor(cursor, 5);
  if (!isInstant(asOf) || !isInstant(at) || typeof id !== 'string' || !isUuid(id) || typeof early !== 'string') throw badInput('after', 'isCursor');
  const ids = Array.from({ length: Math.ceil(early.length / SHORT) }, (_, index) => lengthen(early.slice(index * SHORT, (index + 1) * SHORT)));
  if (!ids.every(isUuid)) throw badInput('after', 'isCursor');
  return { asOf: new Date(asOf), pinned: pinned === 1, at: new Date(at), id, early: ids };
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15;
