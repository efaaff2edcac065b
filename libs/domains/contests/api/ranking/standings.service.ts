import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PointRanking } from '@portevoix/contests/shared';
import { Db, Live } from '@portevoix/platform';
import { boardChanged, scoreChanged, type BoardChange, type ScoreChange } from '../live-topics';

interface Place {
  number: number;
  version: number;
}

/** Those who chose to be ranked in one contest, by their points. */
class Board {
  readonly ranking = new PointRanking();
  private readonly places = new Map<string, Place>();
  /** Somebody joined or left since it was asked for. */
  stale = false;
  private waiting: ScoreChange[] | null = [];

  fill(rows: readonly { id: string; number: number; points: number; version: number }[]): void {
    for (const { id, number, points, version } of rows) {
      this.places.set(id, { number, version });
      this.ranking.add(number, points);
    }
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const change of waiting) this.apply(change);
  }

  apply(change: ScoreChange): void {
    if (this.waiting) {
      this.waiting.push(change);
      return;
    }
    const place = this.places.get(change.personId);
    if (!place || place.version >= change.version) return;
    place.version = change.version;
    this.ranking.add(place.number, change.points - (this.ranking.pointsOf(place.number) ?? 0));
  }
}

/**
 * Ranks in this process: a rank tree for each contest looked at, read from the balances once and kept by the changes
 * that every process announces. A lost connection forgets them all.
 */
@Injectable()
export class Standings implements OnApplicationBootstrap {
  private readonly boards = new Map<string, Board>();
  private readonly filling = new Set<{ contestId: string; board: Board }>();

  constructor(
    private readonly db: Db,
    private readonly live: Live,
  ) {}

  onApplicationBootstrap(): void {
    this.live.on<ScoreChange>(scoreChanged, null, (change) => this.boardsOf(change).forEach((board) => board.apply(change)));
    this.live.on<BoardChange>(boardChanged, null, (change) => this.forget(this.boardsOf(change), () => this.boards.delete(change.contestId)));
    this.live.onReconnect(() => this.forget([...this.filling].map(({ board }) => board), () => this.boards.clear()));
  }

  /** Competition rank of a total among those ranked: 1 + the people with more points. */
  async rankOf(contestId: string, points: number): Promise<number> {
    const board = this.boards.get(contestId) ?? (await this.fill(contestId));
    return board.ranking.rankOf(points);
  }

  private async fill(contestId: string): Promise<Board> {
    await this.live.ready();
    const one = { contestId, board: new Board() };
    this.filling.add(one);
    try {
      const rows = await this.db.query<{ id: string; number: number; points: number; version: number }>(
        `select p.id, p.number, coalesce(s.points, 0) as points, coalesce(s.version, 0) as version
           from ranking_opt_in o
           join person p on p.organisation_id = o.organisation_id and p.id = o.person_id
           left join contest_score s on s.organisation_id = o.organisation_id and s.contest_id = o.contest_id and s.person_id = o.person_id
          where o.organisation_id = $1 and o.contest_id = $2`,
        [this.db.organisationId, contestId],
      );
      one.board.fill(rows);
      if (!one.board.stale) this.boards.set(contestId, one.board);
      return one.board;
    } finally {
      this.filling.delete(one);
    }
  }

  private boardsOf({ contestId }: BoardChange): Board[] {
    const known = this.boards.get(contestId);
    return [...(known ? [known] : []), ...[...this.filling].filter((one) => one.contestId === contestId).map(({ board }) => board)];
  }

  private forget(boards: readonly Board[], drop: () => void): void {
    for (const board of boards) board.stale = true;
    drop();
  }
}
