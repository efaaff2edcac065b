import { Injectable } from '@nestjs/common';
import { SourceStatus, type AddSourceInput } from '@portevoix/content/shared';
import { badInput, Clock, Db, Events, isUniqueViolation, notFound } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { fetchSource } from '../content.events';
import { Theme } from '../themes/theme.entity';
import { Source } from './source.entity';

@Injectable()
export class Sources {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly programmes: Programmes,
  ) {}

  list(): Promise<Source[]> {
    return this.db.of(Source).find({ where: { organisationId: this.db.organisationId }, order: { title: 'ASC', id: 'ASC' } });
  }

  async byId(id: string): Promise<Source> {
    const source = await this.db.of(Source).findOneBy({ organisationId: this.db.organisationId, id });
    if (!source) throw notFound();
    return source;
  }

  get loader() {
    return this.db.loader<string, Source | null>('content.source', async (ids) => {
      const rows = await this.list();
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    });
  }

  /** Accepted at once and checked by a real fetch in a job: its `status` tells how that went. */
  async add({ url, contentKind, themeId, intervalMinutes }: AddSourceInput): Promise<Source> {
    const programme = await this.programmes.current();
    const { organisationId } = this.db;
    if (themeId && !(await this.db.of(Theme).existsBy({ organisationId, id: themeId }))) throw badInput('themeId', 'isKnown');
    const now = this.clock.now();
    const source = this.db.of(Source).create({
      ...this.db.key(), createdAt: now, programmeId: programme.id, kind: null, url: new URL(url).href, title: new URL(url).host, siteUrl: null, contentKind: contentKind ?? null, themeId: themeId ?? null, intervalMinutes,
      etag: null, lastModified: null, lastFetchedAt: null, lastSuccessAt: null, nextFetchAt: now, status: SourceStatus.CHECKING, failureCode: null, failureStatus: null, failures: 0, itemsSeen: 0,
    });
    try {
      await this.db.attempt(() => this.db.of(Source).insert(source));
    } catch (error) {
      if (isUniqueViolation(error, 'source_url')) throw badInput('url', 'isUnique');
      throw error;
    }
    await this.send(source.id);
    return source;
  }

  async setPaused(id: string, paused: boolean): Promise<Source> {
    const source = await this.byId(id);
    if (paused) Object.assign(source, { status: SourceStatus.PAUSED, nextFetchAt: null });
    else Object.assign(source, { status: source.failures ? SourceStatus.FAILING : source.kind ? SourceStatus.OK : SourceStatus.CHECKING, nextFetchAt: this.clock.now() });
    await this.db.of(Source).update({ organisationId: source.organisationId, id }, { status: source.status, nextFetchAt: source.nextFetchAt });
    if (!paused) await this.send(id);
    return source;
  }

  /** Now, whatever its turn. */
  async refresh(id: string): Promise<Source> {
    const source = await this.byId(id);
    if (source.status === SourceStatus.PAUSED) throw badInput('id', 'isNotPaused');
    await this.send(id);
    return source;
  }

  /** Its candidates go, but those that a publication was made from. */
  async remove(id: string): Promise<void> {
    const { organisationId } = await this.byId(id);
    await this.db.query(`update candidate set source_id = null where organisation_id = $1 and source_id = $2 and status = 'USED'`, [organisationId, id]);
    await this.db.of(Source).delete({ organisationId, id });
  }

  /** Sends a job for each source whose turn has come; the turn is put off meanwhile, so that none is sent twice. */
  async sendDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.db.query<{ id: string }>(
      `with due as (select id from source where organisation_id = $1 and next_fetch_at <= $2 and status <> 'PAUSED' order by next_fetch_at limit 200 for update skip locked)
       update source s set next_fetch_at = $3 from due where s.organisation_id = $1 and s.id = due.id returning s.id`,
      [this.db.organisationId, now, new Date(now.getTime() + LEASE_MS)],
    );
    // TypeORM answers an UPDATE with [rows, count].
    const rows = (Array.isArray(due[0]) ? due[0] : due) as { id: string }[];
    for (const { id } of rows) await this.send(id);
  }

  private send(sourceId: string): Promise<void> {
    return this.events.send(fetchSource, { sourceId }, { key: sourceId });
  }
}

/** A worker that dies gives the source back after that long. */
const LEASE_MS = 10 * 60_000;
