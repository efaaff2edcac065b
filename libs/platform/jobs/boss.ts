import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type JobInsert } from 'pg-boss';
import { Db } from '../database/db';

/** pg-boss as the API uses it: it only sends, through the connection of the open unit of work (the outbox). */
@Injectable()
export class JobSender implements OnApplicationShutdown {
  private boss: Promise<PgBoss> | null = null;

  constructor(private readonly db: Db) {}

  async insert(queue: string, jobs: JobInsert[]): Promise<void> {
    this.boss ??= this.start();
    await (await this.boss).insert(queue, jobs);
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.db.executeSql(text, values) },
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    boss.on('error', () => undefined);
    return this.db.outside(() => boss.start());
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.boss)?.stop({ graceful: false, close: false });
  }
}
