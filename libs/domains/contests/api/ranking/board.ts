import { PointRanking } from '@portevoix/contests/shared';
import type { RankingChange, ScoreChange } from '../live-topics';

/** Most places that a leaderboard shows. */
export const MAX_PLACES = 100;
/** Places kept in order: when some leave, there are others to show before everybody is looked through again. */
const KEPT = 2 * MAX_PLACES;

/** Somebody's points in a contest; `ranked` when they chose to be on its board. */
export interface Standing {
  id: string;
  points: number;
  /** Milliseconds; when the last point that counts was won. */
  reachedAt: number | null;
  version: number;
  ranked: boolean;
}

interface Place extends Standing {
  readonly index: number;
}

/** Published tie rule: more points first, then who reached them first, then the id. */
const order = (a: Standing, b: Standing): number => b.points - a.points || (a.reachedAt ?? Infinity) - (b.reachedAt ?? Infinity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || 0;

/**
 * One contest in memory: everybody's points, the rank tree of those who chose to be ranked, and the first of them in
 * order. A change costs the logarithm of the points. What arrives before `fill` waits for it.
 */
export class Board {
  private readonly ranking = new PointRanking();
  private readonly places = new Map<string, Place>();
  /** The best of those ranked, in order; null: to be looked for again. */
  private top: Place[] | null = null;
  private waiting: (ScoreChange | RankingChange)[] | null = [];
  /** Messages were lost while it was asked for. */
  stale = false;

  fill(rows: Iterable<Standing>): void {
    for (const row of rows) {
      const place = { ...row, index: this.places.size };
      this.places.set(row.id, place);
      if (row.ranked) this.ranking.add(place.index, row.points);
    }
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const change of waiting) this.apply(change);
  }

  apply(change: ScoreChange | RankingChange): void {
    if (this.waiting) {
      this.waiting.push(change);
      return;
    }
    const place = this.placeOf(change.personId);
    if ('ranked' in change) this.rank(place, change.ranked);
    else this.score(place, change);
  }

  /** People ranked, somebody left aside: what the tables say of the viewer is newer. */
  people(except: string): number {
    return this.ranking.people - (this.places.get(except)?.ranked ? 1 : 0);
  }

  /** Competition rank of a total: 1 + the others with more points. */
  rankOf(points: number, except: string): number {
    const own = this.places.get(except);
    return this.ranking.rankOf(points) - (own?.ranked && own.points > points ? 1 : 0);
  }

  /** The best, in order, somebody left aside. */
  first(count: number, except: string): string[] {
    const enough = Math.min(count + 1, this.ranking.people);
    if (!this.top || this.top.length < enough) this.top = this.best();
    return this.top.filter(({ id }) => id !== except).slice(0, count).map(({ id }) => id);
  }

  private placeOf(id: string): Place {
    const known = this.places.get(id);
    if (known) return known;
    const place = { id, points: 0, reachedAt: null, version: 0, ranked: false, index: this.places.size };
    this.places.set(id, place);
    return place;
  }

  private rank(place: Place, ranked: boolean): void {
    if (place.ranked === ranked) return;
    this.takeOut(place);
    place.ranked = ranked;
    if (ranked) this.ranking.add(place.index, place.points);
    else this.ranking.remove(place.index);
    this.putIn(place);
  }

  private score(place: Place, { points, reachedAt, version }: ScoreChange): void {
    if (place.version >= version) return;
    this.takeOut(place);
    if (place.ranked) this.ranking.add(place.index, points - place.points);
    Object.assign(place, { points, reachedAt, version });
    this.putIn(place);
  }

  private takeOut(place: Place): void {
    const at = place.ranked && this.top ? this.top.indexOf(place) : -1;
    if (at >= 0) this.top!.splice(at, 1);
  }

  /** Into the first places when they are surely theirs: before the last one known, or when everybody else is there. */
  private putIn(place: Place): void {
    if (!place.ranked || !this.top) return;
    const last = this.top.at(-1);
    const known = this.top.length === this.ranking.people - 1 || (last && order(place, last) < 0);
    if (!known) return;
    insert(this.top, place);
    if (this.top.length > KEPT) this.top.pop();
  }

  private best(): Place[] {
    const best: Place[] = [];
    for (const place of this.places.values()) {
      if (!place.ranked || (best.length === KEPT && order(place, best[KEPT - 1]!) > 0)) continue;
      insert(best, place);
      if (best.length > KEPT) best.pop();
    }
    return best;
  }
}

function insert(sorted: Place[], place: Place): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(sorted[middle]!, place) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, place);
}
