import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Db, Live } from '@portevoix/platform';
import { boardChanged, scoreChanged, type BoardChange, type RankingChange, type ScoreChange } from '../live-topics';
import { Board, type Standing } from './board';

/** Contests kept in memory; the one looked at longest ago goes first. */
const MAX_BOARDS = 64;

const EVERYBODY = `select person_id as id, coalesce(s.points, 0) as points, extract(epoch from s.reached_at)::float8 * 1000 as "reachedAt", coalesce(s.version, 0) as version, o.joined_at is not null as ranked
    from (select * from contest_score where organisation_id = $1 and contest_id = $2) s
    full join (select * from ranking_opt_in where organisation_id = $1 and contest_id = $2) o using (person_id)`;

/**
 * Ranks in this process: a board for each contest looked at, read from the tables once and kept by the changes that
 * every process announces. A lost connection forgets them all.
 */
@Injectable()
export class Standings implements OnApplicationBootstrap {
  private readonly boards = new Map<string, Board>();
  private readonly filling = new Map<string, { board: Board; read: Promise<Board> }>();

  constructor(
    private readonly db: Db,
    private readonly live: Live,
  ) {}

  onApplicationBootstrap(): void {
    const apply = (change: ScoreChange | RankingChange) => this.known(change).forEach((board) => board.apply(change));
    this.live.on<ScoreChange>(scoreChanged, null, apply);
    this.live.on<RankingChange>(boardChanged, null, apply);
    this.live.onReconnect(() => {
      for (const { board } of this.filling.values()) board.stale = true;
      this.boards.clear();
    });
  }

  /** The contest as this process knows it: at most the time of a notification behind the tables. */
  async of(contestId: string): Promise<Board> {
    await this.live.ready();
    // What a writing unit sees may never be committed: it reads for itself what is not known yet.
    if (!this.boards.has(contestId) && !this.filling.has(contestId) && (await this.isWriting())) return this.read(contestId, new Board());
    const kept = this.boards.get(contestId);
    if (kept) {
      this.keep(contestId, kept);
      return kept;
    }
    const other = this.filling.get(contestId);
    if (!other) return this.fill(contestId);
    try {
      return await other.read;
    } catch {
      return this.of(contestId);
    }
  }

  /** Heard of before it reads: no change falls between. */
  private async fill(contestId: string): Promise<Board> {
    const board = new Board();
    const read = this.read(contestId, board);
    this.filling.set(contestId, { board, read });
    try {
      await read;
      if (!board.stale) this.keep(contestId, board);
      return board;
    } finally {
      this.filling.delete(contestId);
    }
  }

  private async read(contestId: string, board: Board): Promise<Board> {
    board.fill(await this.db.query<Standing>(EVERYBODY, [this.db.organisationId, contestId]));
    return board;
  }

  private async isWriting(): Promise<boolean> {
    const [row] = await this.db.query<{ writing: boolean }>(`select current_setting('transaction_read_only') = 'off' as writing`);
    return row!.writing;
  }

  private keep(contestId: string, board: Board): void {
    this.boards.delete(contestId);
    this.boards.set(contestId, board);
    const [oldest] = this.boards.keys();
    if (oldest && this.boards.size > MAX_BOARDS) this.boards.delete(oldest);
  }

  private known({ contestId }: BoardChange): Board[] {
    return [this.boards.get(contestId), this.filling.get(contestId)?.board].filter((board) => board !== undefined);
  }
}
