import { Injectable } from '@nestjs/common';
import { Audience, CandidateStatus, ContentKind, type AddCandidateInput, type CandidateFilter } from '@portevoix/content/shared';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Db, DomainError, Events, isUniqueViolation, notFound, pageById, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { fetchCandidate } from '../content.events';
import { canonicalUrl } from '../feeds';
import { Editing } from '../publications/editing.service';
import type { Publication } from '../publications/publication.entity';
import { Candidate } from './candidate.entity';
import { firstDraft } from './first-draft';
import { Sources } from './sources.service';

@Injectable()
export class Candidates {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly sources: Sources,
    private readonly editing: Editing,
  ) {}

  list(page: PageArgs, { status, sourceId, search }: CandidateFilter): Promise<Connection<Candidate>> {
    const query = this.db.of(Candidate).createQueryBuilder('candidate').where('candidate.organisationId = :organisation', { organisation: this.db.organisationId });
    if (status) query.andWhere('candidate.status = :status', { status });
    if (sourceId) query.andWhere('candidate.sourceId = :sourceId', { sourceId });
    if (search) query.andWhere(`(candidate.title || ' ' || candidate.summary) ilike :search`, { search: `%${search.replace(/[\\%_]/g, '\\$&')}%` });
    return pageById(query, page);
  }

  count(status: CandidateStatus): Promise<number> {
    return this.db.of(Candidate).countBy({ organisationId: this.db.organisationId, status });
  }

  /** Arrival of the oldest one not looked at yet; null without any. */
  async newSince(): Promise<Date | null> {
    const oldest = await this.db.of(Candidate).findOne({ where: { organisationId: this.db.organisationId, status: CandidateStatus.NEW }, order: { createdAt: 'ASC' } });
    return oldest?.createdAt ?? null;
  }

  async byId(id: string): Promise<Candidate> {
    const candidate = await this.db.of(Candidate).findOneBy({ organisationId: this.db.organisationId, id });
    if (!candidate) throw notFound();
    return candidate;
  }

  /** The page is read in a job. One already known is refused by its address; one that could not be read is tried again. */
  async addFromUrl({ url }: AddCandidateInput): Promise<Candidate> {
    const canonical = canonicalUrl(url);
    if (!canonical) throw badInput('url', 'isUrl');
    const { organisationId } = this.db;
    const known = await this.db.of(Candidate).findOneBy({ organisationId, canonicalUrl: canonical });
    if (known && known.status !== CandidateStatus.FAILED) throw badInput('url', 'isUnique');
    const candidate = known ?? this.db.of(Candidate).create({
      ...this.db.key(), createdAt: this.clock.now(), sourceId: null, canonicalUrl: canonical, url, title: url, summary: '', html: null, imageUrl: null, author: null, siteName: null, publishedAt: null,
      status: CandidateStatus.FETCHING, failureCode: null, decidedById: null, decidedAt: null,
    });
    try {
      if (known) await this.db.of(Candidate).update({ organisationId, id: known.id }, { status: CandidateStatus.FETCHING, failureCode: null });
      else await this.db.attempt(() => this.db.of(Candidate).insert(candidate));
    } catch (error) {
      if (isUniqueViolation(error, 'candidate_url')) throw badInput('url', 'isUnique');
      throw error;
    }
    await this.events.send(fetchCandidate, { candidateId: candidate.id });
    return Object.assign(candidate, { status: CandidateStatus.FETCHING, failureCode: null });
  }

  /** Out of the queue, and back in. */
  async setDismissed(viewer: Viewer, id: string, dismissed: boolean): Promise<Candidate> {
    const candidate = await this.locked(id);
    const [from, to] = dismissed ? [[CandidateStatus.NEW, CandidateStatus.FAILED], CandidateStatus.DISMISSED] : [[CandidateStatus.DISMISSED], CandidateStatus.NEW];
    if (candidate.status === to) return candidate;
    if (!from.includes(candidate.status)) throw new DomainError('CANDIDATE_STATE', { status: candidate.status });
    return this.decide(viewer, candidate, to);
  }

  /** A draft with everything that the page says, ready for its theme and category; a candidate makes one publication. */
  async publish(viewer: Viewer, id: string): Promise<Publication> {
    const candidate = await this.locked(id);
    if (candidate.status !== CandidateStatus.NEW && candidate.status !== CandidateStatus.DISMISSED) throw new DomainError('CANDIDATE_STATE', { status: candidate.status });
    const source = candidate.sourceId ? await this.sources.byId(candidate.sourceId) : null;
    const { locale } = await this.organisations.current();
    const draft = firstDraft(candidate, locale === 'en' ? 'en' : 'fr');
    const kind = source?.contentKind ?? ContentKind.TRADE_WATCH;
    const publication = await this.editing.create(
      viewer,
      { ...draft, sourceName: (candidate.siteName ?? new URL(candidate.url).host).slice(0, 80), targetUrl: candidate.url, imageUrl: candidate.imageUrl, kind, audience: Audience.SHAREABLE, ...(source?.themeId ? { themeIds: [source.themeId] } : {}) },
      { candidateId: id, illustrationMotif: 'book' },
    );
    await this.decide(viewer, candidate, CandidateStatus.USED);
    return publication;
  }

  private async decide(viewer: Viewer, candidate: Candidate, status: CandidateStatus): Promise<Candidate> {
    Object.assign(candidate, { status, decidedById: viewer.personId, decidedAt: this.clock.now() });
    const { organisationId, id, decidedById, decidedAt } = candidate;
    await this.db.of(Candidate).update({ organisationId, id }, { status, decidedById, decidedAt });
    return candidate;
  }

  private async locked(id: string): Promise<Candidate> {
    await this.db.query('select 1 from candidate where organisation_id = $1 and id = $2 for update', [this.db.organisationId, id]);
    return this.byId(id);
  }
}
