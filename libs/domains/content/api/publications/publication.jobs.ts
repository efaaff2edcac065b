import { Injectable } from '@nestjs/common';
import { PublicationStatus } from '@portevoix/content/shared';
import { Clock, Cron, Db, DomainError, Log } from '@portevoix/platform';
import { LessThanOrEqual } from 'typeorm';
import { Publication } from './publication.entity';
import { Workflow } from './workflow.service';

@Injectable()
export class PublicationJobs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly workflow: Workflow,
  ) {}

  /** Each comes out in a transaction of its own: one that cannot does not hold up the others. */
  @Cron('content.publish-due', '* * * * *')
  async publishDue(): Promise<void> {
    for (const organisationId of await this.db.organisationIds()) {
      const due = await this.db.run(organisationId, 'read', () =>
        this.db.of(Publication).find({ select: { id: true }, where: { organisationId, status: PublicationStatus.SCHEDULED, publishAt: LessThanOrEqual(this.clock.now()) }, order: { publishAt: 'ASC' }, take: 200 }));
      for (const { id } of due) await this.publish(organisationId, id);
    }
  }

  /** What holds one back is its editors' to mend, and shown to them; a fault of ours is tried again each minute. */
  private async publish(organisationId: string, id: string): Promise<void> {
    try {
      await this.db.run(organisationId, 'write', () => this.workflow.publishDue(id));
    } catch (error) {
      if (error instanceof DomainError) this.log.warn({ publicationId: id, code: error.code, fields: error.fields }, 'a scheduled publication cannot come out');
      else this.log.error({ publicationId: id, err: error }, 'a scheduled publication did not come out');
    }
  }
}
