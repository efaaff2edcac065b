/** Visits of this device, to invite people to install the app once they know it. */
interface Visits {
  count: number;
  lastAt: number;
  /** The person said no. */
  declined?: boolean;
}

type VisitStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'portevoix.visits';
const APART = 30 * 60_000;

function read(storage: VisitStorage): Visits {
  try {
    const found = JSON.parse(storage.getItem(KEY) ?? 'null') as Visits | null;
    if (typeof found?.count === 'number' && typeof found.lastAt === 'number') return found;
  } catch {
    // Unreadable: as on a first visit.
  }
  return { count: 0, lastAt: 0 };
}

function write(storage: VisitStorage, visits: Visits): void {
  try {
    storage.setItem(KEY, JSON.stringify(visits));
  } catch {
    // Without storage nobody is ever invited.
  }
}

/** Counts one more visit, unless the last one is less than half an hour old. */
export function countVisit(storage: VisitStorage = localStorage, now = Date.now()): void {
  const visits = read(storage);
  write(storage, { ...visits, count: now - visits.lastAt >= APART ? visits.count + 1 : visits.count, lastAt: now });
}

/** From the second visit on, until the person says no. */
export function mayInvite(storage: VisitStorage = localStorage): boolean {
  const { count, declined } = read(storage);
  return count >= 2 && !declined;
}

export function forgetInvitation(storage: VisitStorage = localStorage): void {
  write(storage, { ...read(storage), declined: true });
}
