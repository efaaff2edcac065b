import { Injectable } from '@nestjs/common';
import { Cron, Db } from '@portevoix/platform';

/** Three months ahead have their partition at any time; the default partition takes what falls outside. */
@Injectable()
export class Partitions {
  constructor(private readonly db: Db) {}

  /** The function belongs to the owner of the tables (see the migration): the application may not create any. */
  @Cron('analytics.partitions', '10 2 * * *')
  async prepare(): Promise<void> {
    await this.db.executeSql('select activity_event_partitions(0, 3)');
  }
}
