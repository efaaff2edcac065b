import { Injectable } from '@nestjs/common';
import { acceptActiveMs, acceptDepth, Audience, isRead, readingNeed, type RecordReadingInput } from '@portevoix/content/shared';
import { badInput, Clock, Db, Events, type Viewer } from '@portevoix/platform';
import { In } from 'typeorm';
import { publicationRead } from '../content.events';
import { Publications } from '../publications/publications.service';
import { InstructionReceipt, PublicationDismissal, Reading } from './reading.entity';

/** What people read, by the published rule; and what they say of a publication for themselves. */
@Injectable()
export class Readings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly publications: Publications,
  ) {}

  /**
   * Adds a sitting's progress. The server believes at most the time since the sitting's first report, and counts a
   * person's reading of a publication once. Two tabs never add up to more than the time that passed.
   */
  async record(viewer: Viewer, { publicationId, activeMs, depth, sessionKey }: RecordReadingInput): Promise<Reading> {
    const publication = await this.publications.visibleTo(viewer, publicationId);
    const now = this.clock.now();
    const reading = await this.open(viewer, publicationId, sessionKey, now);
    const earlier = reading.activeMs - reading.sessionActiveMs;
    const accepted = acceptActiveMs(activeMs, now.getTime() - reading.sessionStartedAt.getTime());
    reading.sessionActiveMs = Math.max(reading.sessionActiveMs, accepted);
    reading.activeMs = Math.min(earlier + reading.sessionActiveMs, MAX_MS);
    reading.depth = Math.max(reading.depth, acceptDepth(depth));
    reading.lastAt = now;
    const first = !reading.readAt && isRead(reading, readingNeed(publication.wordCount));
    if (first) reading.readAt = now;
    await this.db.of(Reading).update({ organisationId: reading.organisationId, id: reading.id }, reading);
    if (first) await this.events.publish(publicationRead, { publicationId, personId: viewer.personId });
    return reading;
  }

  /** The viewer's own reading; null when they have not opened it. */
  mine(viewer: Viewer, publicationId: string): Reading | null | Promise<Reading | null> {
    return this.mineLoader(viewer).read(publicationId);
  }

  mineLoader({ personId }: Viewer) {
    return this.db.loader<string, Reading | null>(`content.reading.${personId}`, async (ids) => {
      const rows = await this.db.of(Reading).findBy({ organisationId: this.db.organisationId, personId, publicationId: In([...ids]) });
      return ids.map((id) => rows.find((row) => row.publicationId === id) ?? null);
    });
  }

  /** « Pas pour moi », and back. */
  async setDismissed(viewer: Viewer, publicationId: string, dismissed: boolean): Promise<void> {
    await this.publications.visibleTo(viewer, publicationId);
    const row = { organisationId: this.db.organisationId, personId: viewer.personId, publicationId };
    if (dismissed) await this.db.of(PublicationDismissal).upsert(row, ['organisationId', 'personId', 'publicationId']);
    else await this.db.of(PublicationDismissal).delete(row);
  }

  async markInstructionRead(viewer: Viewer, publicationId: string): Promise<void> {
    const publication = await this.publications.visibleTo(viewer, publicationId);
    if (publication.audience !== Audience.INSTRUCTION) throw badInput('id', 'isInstruction');
    await this.db.query(
      'insert into instruction_receipt (organisation_id, publication_id, person_id, at) values ($1, $2, $3, $4) on conflict do nothing',
      [this.db.organisationId, publicationId, viewer.personId, this.clock.now()],
    );
  }

  instructionReadAt(viewer: Viewer, publicationId: string): Date | null | Promise<Date | null> {
    return this.receiptLoader(viewer).read(publicationId);
  }

  receiptLoader({ personId }: Viewer) {
    return this.db.loader<string, Date | null>(`content.receipt.${personId}`, async (ids) => {
      const rows = await this.db.of(InstructionReceipt).findBy({ organisationId: this.db.organisationId, personId, publicationId: In([...ids]) });
      return ids.map((id) => rows.find((row) => row.publicationId === id)?.at ?? null);
    });
  }

  /** How many people have said that they read an instruction; never who. */
  receipts(publicationId: string): Promise<number> {
    return this.db.of(InstructionReceipt).countBy({ organisationId: this.db.organisationId, publicationId });
  }

  /** Distinct people who really read it. */
  readers(publicationId: string): Promise<number> {
    return this.db
      .loader<string, number>('content.readers', async (ids) => {
        const rows = await this.db.query<{ id: string; readers: number }>(
          'select publication_id as id, count(*)::int as readers from reading where organisation_id = $1 and publication_id = any($2::uuid[]) and read_at is not null group by 1',
          [this.db.organisationId, ids],
        );
        const byId = new Map(rows.map((row) => [row.id, row.readers]));
        return ids.map((id) => byId.get(id) ?? 0);
      })
      .load(publicationId);
  }

  /** The person's row, locked; a new sitting starts now and keeps what the earlier ones gave. */
  private async open({ personId }: Viewer, publicationId: string, sessionKey: string, now: Date): Promise<Reading> {
    const { organisationId, id } = this.db.key();
    await this.db.query(
      `insert into reading (organisation_id, id, person_id, publication_id, active_ms, depth, started_at, last_at, session_key, session_started_at, session_active_ms)
       values ($1, $2, $3, $4, 0, 0, $5, $5, $6, $5, 0) on conflict (organisation_id, person_id, publication_id) do nothing`,
      [organisationId, id, personId, publicationId, now, sessionKey],
    );
    await this.db.query('select 1 from reading where organisation_id = $1 and person_id = $2 and publication_id = $3 for update', [organisationId, personId, publicationId]);
    const reading = await this.db.of(Reading).findOneByOrFail({ organisationId, personId, publicationId });
    return reading.sessionKey === sessionKey ? reading : Object.assign(reading, { sessionKey, sessionStartedAt: now, sessionActiveMs: 0 });
  }
}

/** A week of reading: more says nothing and must not overflow. */
const MAX_MS = 7 * 86_400_000;
