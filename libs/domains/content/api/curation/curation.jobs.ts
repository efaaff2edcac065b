import { Injectable } from '@nestjs/common';
import { CandidateStatus, SourceStatus } from '@portevoix/content/shared';
import { Clock, Cron, Db, Events, Handles, isUniqueViolation, OutboundError, SafeHttp, type Delivery } from '@portevoix/platform';
import { fetchCandidate, fetchSource } from '../content.events';
import { canonicalUrl, decodePage, readPageMetadata, type Feed } from '../feeds';
import { Candidate } from './candidate.entity';
import { failureOf, FeedReader, type FetchedFeed, type FetchFailure } from './feed-reader';
import { nextAfterFailure, nextAfterSuccess, retryAfterSeconds } from './pace';
import { Source } from './source.entity';
import { Sources } from './sources.service';

/** Reads sources and pages over HTTP, outside any unit of work. */
@Injectable()
export class CurationJobs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sources: Sources,
    private readonly reader: FeedReader,
    private readonly http: SafeHttp,
    private readonly events: Events,
  ) {}

  @Cron('content.fetch-due', '* * * * *')
  async fetchDue(): Promise<void> {
    for (const id of await this.db.organisationIds()) await this.db.run(id, 'write', () => this.sources.sendDue());
  }

  /** A host that keeps us waiting holds two turns, not the queue: its other sources come again later. */
  @Handles(fetchSource, { concurrency: 8 })
  async fetch({ sourceId }: { sourceId: string }, { organisationId }: Delivery): Promise<void> {
    const source = await this.db.run(organisationId, 'read', () => this.db.of(Source).findOneBy({ organisationId, id: sourceId }));
    if (!source || source.status === SourceStatus.PAUSED) return;
    try {
      const fetched = await this.reader.read(source.url, source, source.kind === null);
      await this.db.run(organisationId, 'write', () => this.succeed(source, fetched));
    } catch (error) {
      if (error instanceof OutboundError && error.code === 'OUTBOUND_BUSY') {
        const at = new Date(this.clock.now().getTime() + AGAIN_MS);
        return this.db.run(organisationId, 'write', () => this.events.send(fetchSource, { sourceId }, { at }));
      }
      const failure = isUniqueViolation(error, 'source_url') ? { code: 'SOURCE_DUPLICATE', status: null } : failureOf(error);
      await this.db.run(organisationId, 'write', () => this.fail(source, failure));
    }
  }

  /** Open Graph of a page that somebody gave the address of. */
  @Handles(fetchCandidate, { concurrency: 2 })
  async fetchPage({ candidateId }: { candidateId: string }, { organisationId }: Delivery): Promise<void> {
    const where = { organisationId, id: candidateId, status: CandidateStatus.FETCHING };
    const candidate = await this.db.run(organisationId, 'read', () => this.db.of(Candidate).findOneBy(where));
    if (!candidate) return;
    const change = await this.pageOf(candidate);
    await this.db.run(organisationId, 'write', async () => void (await this.db.of(Candidate).update(where, change)));
  }

  private async pageOf({ url }: Candidate): Promise<Partial<Candidate>> {
    try {
      const answer = await this.http.request(url, { headers: { accept: 'text/html, application/xhtml+xml' } });
      const page = await readPageMetadata(decodePage(answer.body, answer.headers['content-type']), answer.url);
      const { title, description, imageUrl, author, siteName, publishedAt } = page;
      return { status: CandidateStatus.NEW, title: title ?? url, summary: description ?? '', imageUrl: imageUrl ?? null, author: author ?? null, siteName: siteName ?? new URL(url).host, publishedAt: publishedAt ?? null, failureCode: null };
    } catch (error) {
      return { status: CandidateStatus.FAILED, failureCode: failureOf(error).code };
    }
  }

  private async succeed(source: Source, { feed, kind, url, etag, lastModified }: FetchedFeed): Promise<void> {
    const { organisationId, id } = source;
    const now = this.clock.now();
    const fresh = feed ? await this.insert(source, feed, now) : 0;
    // Paused while it was read: it stays so.
    await this.db.query(
      `update source set url = $3, kind = coalesce($4, kind), title = coalesce($5, title), site_url = coalesce($6, site_url), etag = $7, last_modified = $8, last_fetched_at = $9, last_success_at = $9,
              failures = 0, failure_code = null, failure_status = null, items_seen = items_seen + $10,
              status = case when status = 'PAUSED' then status else 'OK' end, next_fetch_at = case when status = 'PAUSED' then null else $11::timestamptz end
        where organisation_id = $1 and id = $2`,
      [organisationId, id, url, kind, feed?.title ?? null, feed?.siteUrl ?? null, etag, lastModified, now, fresh, nextAfterSuccess(now, source.intervalMinutes)],
    );
  }

  private async fail({ organisationId, id, intervalMinutes, failures }: Source, { code, status, retryAfter }: FetchFailure): Promise<void> {
    const now = this.clock.now();
    const next = nextAfterFailure(now, intervalMinutes, failures + 1, retryAfterSeconds(retryAfter, now));
    await this.db.query(
      `update source set last_fetched_at = $3, failures = failures + 1, failure_code = $4, failure_status = $5,
              status = case when status = 'PAUSED' then status else 'FAILING' end, next_fetch_at = case when status = 'PAUSED' then null else $6::timestamptz end
        where organisation_id = $1 and id = $2`,
      [organisationId, id, now, code, status, next],
    );
  }

  /** Adds what is not known yet, of this or any other source; how many that was. */
  private async insert(source: Source, feed: Feed, now: Date): Promise<number> {
    const rows = feed.items.flatMap((item) => {
      const canonical = canonicalUrl(item.url);
      if (!canonical) return [];
      const { url, title, summary, html, imageUrl, author, publishedAt } = item;
      return [{
        ...this.db.key(), createdAt: now, sourceId: source.id, canonicalUrl: canonical, url, title, summary, html: html ?? null, imageUrl: imageUrl ?? null, author: author ?? null, siteName: feed.title,
        publishedAt: publishedAt ?? null, status: CandidateStatus.NEW, failureCode: null, decidedById: null, decidedAt: null,
      }];
    });
    let inserted = 0;
    for (let from = 0; from < rows.length; from += BATCH) {
      const result = await this.db.of(Candidate).createQueryBuilder().insert().values(rows.slice(from, from + BATCH)).orIgnore().returning('id').execute();
      inserted += (result.raw as unknown[]).length;
    }
    return inserted;
  }
}

const BATCH = 100;
/** When a busy host is asked again. */
const AGAIN_MS = 3_000;
