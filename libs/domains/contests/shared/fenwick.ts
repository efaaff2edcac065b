/** Points that a total may reach: the memory of the tree grows with the highest total (4 bytes a point). */
export const MAX_POINTS = 8_388_607;

/**
 * Ranks over point totals, for a leaderboard that changes all the time: a Fenwick tree (Fenwick, 1994, "A new data
 * structure for cumulative frequency tables") counts the people at each total, so that a change and a rank both cost
 * the logarithm of the highest total. Totals are whole numbers, 0 to MAX_POINTS.
 */
export class PointRanking {
  private tree = new Int32Array(1_024);
  private readonly totals = new Map<number, number>();
  private sum = 0;

  /** People ranked. */
  get people(): number {
    return this.totals.size;
  }

  /** Sum of everybody's points. */
  get total(): number {
    return this.sum;
  }

  /** Points of a person; null for somebody who is not ranked. */
  pointsOf(personNumber: number): number | null {
    return this.totals.get(personNumber) ?? null;
  }

  /**
   * Gives (or takes back) points and returns the new total; a person met for the first time starts at 0, so that
   * `add(n, 0)` just ranks them. RangeError, with nothing changed, when the total would leave 0..MAX_POINTS.
   */
  add(personNumber: number, delta: number): number {
    const before = this.totals.get(personNumber);
    const after = (before ?? 0) + delta;
    if (!Number.isSafeInteger(after) || after < 0 || after > MAX_POINTS) throw new RangeError('A total must be a whole number from 0 to ' + MAX_POINTS);
    this.grow(after);
    if (before !== undefined) this.count(before, -1);
    this.count(after, 1);
    this.totals.set(personNumber, after);
    this.sum += delta;
    return after;
  }

  /** Takes a person out of the ranking (left, or ranked no more by their own choice); false when they were not in it. */
  remove(personNumber: number): boolean {
    const points = this.totals.get(personNumber);
    if (points === undefined) return false;
    this.count(points, -1);
    this.totals.delete(personNumber);
    this.sum -= points;
    return true;
  }

  /** Competition rank of a total, whether or not somebody has it: 1 + the people with more points. */
  rankOf(points: number): number {
    return 1 + this.people - this.atMost(points);
  }

  private atMost(points: number): number {
    if (!(points >= 0)) return 0;
    let count = 0;
    for (let index = Math.min(Math.floor(points) + 1, this.tree.length - 1); index > 0; index -= index & -index) count += this.tree[index] ?? 0;
    return count;
  }

  private count(points: number, change: number): void {
    for (let index = points + 1; index < this.tree.length; index += index & -index) this.tree[index] = (this.tree[index] ?? 0) + change;
  }

  private grow(points: number): void {
    if (points + 1 < this.tree.length) return;
    let size = this.tree.length;
    while (size <= points + 1) size *= 2;
    this.tree = new Int32Array(size);
    for (const known of this.totals.values()) this.count(known, 1);
  }
}
