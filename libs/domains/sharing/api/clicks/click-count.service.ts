import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, Db, Events, Live, Log, Worker } from '@portevoix/platform';
import { ShareState } from '@portevoix/sharing/shared';
import { clickCounted, type ShareFact } from '../sharing.events';

/** Topic on which the redirect says that valid clicks of an organisation came in. */
export const CLICKS_TOPIC = 'sharing.clicks';
/** Clicks of one transaction, about: a row of those waiting is taken whole. */
const BATCH = 500;

interface Counted extends Record<string, unknown> {
  click_id: string;
  at: Date;
  share_id: string;
  person_id: string;
  publication_id: string;
  network: ShareFact['network'];
}

/**
 * Turns each valid click into its event, once: the row that announces it is deleted in the transaction of the event,
 * so that neither a late commit nor a replayed spool is missed. Told by the redirect, swept each minute.
 */
@Injectable()
export class ClickCounting implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly wanted = new Set<string>();
  private running: Promise<void> | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly live: Live,
    private readonly log: Log,
    private readonly worker: Worker,
  ) {}

  onApplicationBootstrap(): void {
    this.worker.onStart(() => this.listen());
  }

  /** Counts whenever the redirect says so, until the end: where the worker runs, so that no request waits for it. */
  listen(): void {
    this.stop = this.live.on(CLICKS_TOPIC, null, (_data, organisationId) => this.soon(organisationId));
  }

  /** What is going on ends before the connections do. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop();
    this.wanted.clear();
    await this.running;
  }

  private soon(organisationId: string): void {
    this.wanted.add(organisationId);
    this.running ??= this.countWanted().finally(() => (this.running = null));
  }

  private async countWanted(): Promise<void> {
    for (const organisationId of this.wanted) {
      this.wanted.delete(organisationId);
      // What fails here waits for the next sweep.
      await this.count(organisationId).catch((error: unknown) => this.log.warn({ err: error, organisationId }, 'clicks not counted yet'));
    }
  }

  @Cron('sharing.count-clicks', '* * * * *')
  async sweep(): Promise<void> {
    const rows = await this.db.lookup<{ id: string }>('select distinct organisation_id as id from click_pending');
    for (const { id } of rows) await this.count(id);
  }

  /** Counts what one organisation has waiting; the number of clicks. */
  async count(organisationId: string): Promise<number> {
    for (let total = 0; ; ) {
      const done = await this.db.run(organisationId, 'write', () => this.countBatch());
      total += done;
      if (done < BATCH) return total;
    }
  }

  private async countBatch(): Promise<number> {
    const { organisationId } = this.db;
    await this.db.query(`select pg_advisory_xact_lock(hashtext('sharing.count'), hashtext($1))`, [organisationId]);
    const rows = await this.db.query<{ click_ids: string[] }>(
      `with waiting as (select id, sum(cardinality(click_ids)) over (order by id) - cardinality(click_ids) as before from click_pending where organisation_id = $1),
         told as (delete from click_pending where organisation_id = $1 and id in (select id from waiting where before < ${BATCH}) returning click_ids)
       select click_ids from told`,
      [organisationId],
    );
    const ids = rows.flatMap(({ click_ids }) => click_ids);
    await this.tell(ids);
    return ids.length;
  }

  private async tell(ids: string[]): Promise<void> {
    if (!ids.length) return;
    const { organisationId } = this.db;
    const clicks = await this.db.query<Counted>(
      `select c.id as click_id, c.at, l.share_id, l.person_id, l.publication_id, l.network
         from click c join share_link l on l.organisation_id = c.organisation_id and l.id = c.link_id
        where c.organisation_id = $1 and c.id = any($2) order by c.at, c.id`,
      [organisationId, ids],
    );
    await this.db.query(
      `update share set state = $3, retracted_at = null, clicked_at = first.at
         from (select share_id, min(at) as at from unnest($2::uuid[], $4::timestamptz[]) as t(share_id, at) group by share_id) as first
        where share.organisation_id = $1 and share.id = first.share_id and (share.clicked_at is null or share.clicked_at > first.at)`,
      [organisationId, clicks.map((click) => click.share_id), ShareState.CLICKED, clicks.map((click) => click.at)],
    );
    const facts = clicks.map(({ click_id: clickId, at, share_id: shareId, person_id: personId, publication_id: publicationId, network }) => ({ clickId, shareId, personId, publicationId, network, at: at.toISOString() }));
    await this.events.publishAll(clickCounted, facts);
  }
}
