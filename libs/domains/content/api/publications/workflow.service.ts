import { Injectable } from '@nestjs/common';
import { PublicationStatus, RevisionKind } from '@portevoix/content/shared';
import { moved, type Moves } from '@portevoix/identity/shared';
import { badInput, Clock, DomainError, Events, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { publicationPublished } from '../content.events';
import { Editing } from './editing.service';
import { History } from './history.service';
import { Parts } from './parts.service';
import type { Publication } from './publication.entity';
import { lacking, refuseLacking } from './readiness';

const { DRAFT, IN_REVIEW, APPROVED, SCHEDULED, PUBLISHED, ARCHIVED } = PublicationStatus;

/** What may be done, from where, and what it leads to. */
const STEPS = {
  submit: { from: [DRAFT], to: IN_REVIEW },
  requestChanges: { from: [IN_REVIEW, APPROVED, SCHEDULED], to: DRAFT },
  approve: { from: [DRAFT, IN_REVIEW], to: APPROVED },
  schedule: { from: [DRAFT, IN_REVIEW, APPROVED, SCHEDULED], to: SCHEDULED },
  unschedule: { from: [SCHEDULED], to: APPROVED },
  publish: { from: [DRAFT, IN_REVIEW, APPROVED, SCHEDULED], to: PUBLISHED },
  archive: { from: [DRAFT, IN_REVIEW, APPROVED, SCHEDULED, PUBLISHED], to: ARCHIVED },
  restore: { from: [ARCHIVED], to: DRAFT },
  pin: { from: [PUBLISHED], to: PUBLISHED },
} as const satisfies Moves<string, PublicationStatus>;

/** The life of a publication: draft, review, approved, scheduled, published, archived. Every step is in its history. */
@Injectable()
export class Workflow {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly editing: Editing,
    private readonly parts: Parts,
    private readonly history: History,
    private readonly programmes: Programmes,
  ) {}

  async submit(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.take(id, 'submit');
    return this.move(publication, STEPS.submit.to, viewer.personId);
  }

  async requestChanges(viewer: Viewer, id: string, comment: string): Promise<Publication> {
    const publication = await this.take(id, 'requestChanges');
    publication.publishAt = null;
    return this.move(publication, STEPS.requestChanges.to, viewer.personId, comment);
  }

  async approve(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.ready(await this.take(id, 'approve'));
    publication.editorId = viewer.personId;
    return this.move(publication, STEPS.approve.to, viewer.personId);
  }

  async schedule(viewer: Viewer, id: string, at: Date): Promise<Publication> {
    if (at <= this.clock.now()) throw badInput('at', 'isFuture');
    const publication = await this.ready(await this.take(id, 'schedule'));
    if (publication.expiresAt && publication.expiresAt <= at) throw badInput('at', 'beforeExpiry');
    publication.publishAt = at;
    publication.editorId = viewer.personId;
    return this.move(publication, STEPS.schedule.to, viewer.personId);
  }

  async unschedule(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.take(id, 'unschedule');
    publication.publishAt = null;
    return this.move(publication, STEPS.unschedule.to, viewer.personId);
  }

  async publish(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.ready(await this.take(id, 'publish'));
    publication.editorId = viewer.personId;
    return this.comeOut(publication, viewer.personId);
  }

  /**
   * At its time; in a pause it waits for the relaunch. A row that is no longer scheduled, or not yet due, is left
   * alone: the second of two workers does nothing. One that cannot come out is refused, stays scheduled, and shows as overdue with what it lacks.
   */
  async publishDue(id: string): Promise<void> {
    const publication = await this.editing.locked(id);
    if (publication.status !== SCHEDULED || !publication.publishAt || publication.publishAt > this.clock.now()) return;
    if (await this.programmes.isHeld(publication.programmeId)) return;
    await this.comeOut(await this.ready(publication), null);
  }

  async archive(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.take(id, 'archive');
    publication.pinnedUntil = null;
    return this.move(publication, STEPS.archive.to, viewer.personId);
  }

  /** Back where it was: published again without an event, or a draft. */
  async restore(viewer: Viewer, id: string): Promise<Publication> {
    const publication = await this.take(id, 'restore');
    return this.move(publication, publication.publishedAt ? PUBLISHED : STEPS.restore.to, viewer.personId);
  }

  async pin(id: string, until: Date | null): Promise<Publication> {
    if (until && until <= this.clock.now()) throw badInput('until', 'isFuture');
    const publication = await this.take(id, 'pin');
    publication.pinnedUntil = until;
    return this.editing.store(publication);
  }

  private async comeOut(publication: Publication, personId: string | null): Promise<Publication> {
    const first = !publication.publishedAt;
    publication.publishedAt ??= this.clock.now();
    publication.publishAt = null;
    await this.move(publication, STEPS.publish.to, personId);
    if (first) await this.events.publish(publicationPublished, { publicationId: publication.id });
    return publication;
  }

  private async take(id: string, step: keyof typeof STEPS): Promise<Publication> {
    const publication = await this.editing.locked(id);
    if (moved<string, PublicationStatus>(STEPS, publication.status, step) === null) throw new DomainError('PUBLICATION_STATE', { status: publication.status });
    return publication;
  }

  private async ready(publication: Publication): Promise<Publication> {
    refuseLacking(lacking(publication, await this.parts.counts(publication), this.clock.now()));
    return publication;
  }

  private async move(publication: Publication, to: PublicationStatus, personId: string | null, comment?: string): Promise<Publication> {
    const fromStatus = publication.status;
    publication.status = to;
    publication.version += 1;
    publication.updatedAt = this.clock.now();
    await this.editing.store(publication);
    await this.history.write(publication, { personId, kind: RevisionKind.STATUS, fromStatus, comment });
    return publication;
  }
}
