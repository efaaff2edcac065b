import { Inject, Injectable } from '@nestjs/common';
import { Audience, ContentKind, countWords, PublicationStatus, RevisionKind, type CreatePublicationInput, type PublicationContentInput, type UpdatePublicationInput } from '@portevoix/content/shared';
import { isIllustrationMotif } from '@portevoix/illustrations';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Config, Db, DomainError, Events, newId, notFound, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { publicationChanged } from '../content.events';
import { searchTextOf } from '../content.factory';
import { plainText, sanitiseHtml } from '../feeds';
import { History } from './history.service';
import { Parts } from './parts.service';
import { Publication } from './publication.entity';
import { Publications } from './publications.service';
import { lacking, refuseLacking } from './readiness';

/** Columns that an editor's input sets as they are. */
const SIMPLE = ['title', 'summary', 'why', 'sourceName', 'targetUrl', 'imageUrl', 'illustrationMotif', 'illustrationSeed', 'kind', 'category', 'audience', 'language', 'expiresAt', 'creditId'] as const;
const STILL_HIDDEN: readonly PublicationStatus[] = [PublicationStatus.DRAFT, PublicationStatus.IN_REVIEW];

/** Writing publications: their texts and properties. Their life is in Workflow. */
@Injectable()
export class Editing {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly programmes: Programmes,
    private readonly publications: Publications,
    private readonly parts: Parts,
    private readonly history: History,
  ) {}

  async create(viewer: Viewer, input: CreatePublicationInput, more: Partial<Publication> = {}): Promise<Publication> {
    const now = this.clock.now();
    const programme = await this.programmes.current();
    const organisation = await this.organisations.current();
    const publication = this.db.of(Publication).create({
      ...this.db.key(), programmeId: programme.id, title: input.title, summary: '', body: '', why: '', sourceName: organisation.name, candidateId: null, targetUrl: null, imageUrl: null, illustrationMotif: 'message', illustrationSeed: seedOf(newId()),
      kind: ContentKind.COMPANY_LIFE, category: null, audience: Audience.SHAREABLE, status: PublicationStatus.DRAFT, publishAt: null, publishedAt: null, expiresAt: null, pinnedUntil: null, authorId: viewer.personId, editorId: null, creditId: null,
      wordCount: 0, language: organisation.locale, createdAt: now, updatedAt: now, version: 1, searchText: '', ...more,
    });
    await this.apply(publication, input);
    await this.db.of(Publication).insert(publication);
    await this.parts.set(publication, input);
    await this.history.write(publication, { personId: viewer.personId, kind: RevisionKind.CREATED });
    return publication;
  }

  /** One who edits an older version than the last is refused, so that nobody's words are lost. */
  async update(viewer: Viewer, input: UpdatePublicationInput): Promise<Publication> {
    const publication = await this.locked(input.id);
    if (input.version != null && input.version !== publication.version) throw new DomainError('PUBLICATION_CHANGED', { version: publication.version });
    await this.guardAudience(viewer, publication, input.audience);
    await this.apply(publication, input);
    publication.version += 1;
    publication.updatedAt = this.clock.now();
    await this.store(publication);
    await this.parts.set(publication, input);
    if (!STILL_HIDDEN.includes(publication.status) && publication.status !== PublicationStatus.ARCHIVED) refuseLacking(lacking(publication, await this.parts.counts(publication), this.clock.now()));
    await this.history.write(publication, { personId: viewer.personId, kind: RevisionKind.EDITED });
    return publication;
  }

  /** The row, held until the end of the unit: two editors come one after the other. */
  async locked(id: string): Promise<Publication> {
    const { organisationId } = this.db;
    await this.db.query('select 1 from publication where organisation_id = $1 and id = $2 for no key update', [organisationId, id]);
    const publication = await this.db.of(Publication).findOneBy({ organisationId, id });
    if (!publication) throw notFound();
    this.publications.loader.clear(id).prime(id, publication);
    return publication;
  }

  /** Writes every column of a publication that `locked` gave. */
  async store(publication: Publication): Promise<Publication> {
    const { organisationId, id } = publication;
    await this.db.of(Publication).update({ organisationId, id }, publication);
    if (publication.publishedAt) await this.events.publish(publicationChanged, { publicationId: id });
    return publication;
  }

  /** An instruction never becomes shareable, and what has been shared never becomes an instruction. */
  private async guardAudience(viewer: Viewer, publication: Publication, next: Audience | undefined): Promise<void> {
    if (next === undefined || next === publication.audience) return;
    if (publication.audience === Audience.INSTRUCTION && next === Audience.SHAREABLE) {
      await this.history.writeApart(publication, { personId: viewer.personId, kind: RevisionKind.SHARING_REFUSED });
      throw badInput('audience', 'neverShareable');
    }
    if (next === Audience.INSTRUCTION && publication.publishedAt) throw badInput('audience', 'alreadyPublished');
  }

  private async apply(publication: Publication, input: PublicationContentInput): Promise<void> {
    for (const name of SIMPLE) if (input[name] !== undefined) Object.assign(publication, { [name]: input[name] });
    if (!isIllustrationMotif(publication.illustrationMotif)) throw badInput('illustrationMotif', 'isKnown');
    if (input.body !== undefined) publication.body = sanitiseHtml(input.body, this.config.PUBLIC_URL);
    if (input.expiresAt && input.expiresAt <= this.clock.now()) throw badInput('expiresAt', 'isFuture');
    if (publication.publishAt && publication.expiresAt && publication.expiresAt <= publication.publishAt) throw badInput('expiresAt', 'afterPublication');
    if (input.creditId) await this.parts.checkPerson('creditId', input.creditId);
    publication.wordCount = countWords(plainText(publication.body || publication.summary, 60_000));
    publication.searchText = searchTextOf(publication);
  }
}

/** A number for the drawing, from an id. */
export const seedOf = (id: string): number => parseInt(id.replaceAll('-', '').slice(-4), 16);
