import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Db } from '../database/db';
import { Cron } from './registry';

/** Longer than the queue keeps a job that could be begun again. */
const KEPT_DAYS = 30;

/** A receipt is of no use once its job is gone. */
@Injectable()
export class Receipts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Cron('platform.forget-receipts', '50 3 * * *')
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    for (const id of await this.db.organisationIds()) {
      for (let gone = BATCH; gone === BATCH; ) gone = await this.db.run(id, 'write', () => this.forgetSome(before));
    }
  }

  private async forgetSome(before: Date): Promise<number> {
    const [{ gone } = { gone: 0 }] = await this.db.query<{ gone: number }>(
      `with old as (select id from reaction_receipt where organisation_id = $1 and handled_at < $2 limit ${BATCH}),
            gone as (delete from reaction_receipt r using old where r.organisation_id = $1 and r.id = old.id returning 1)
       select count(*)::int as gone from gone`,
      [this.db.organisationId, before],
    );
    return gone;
  }
}

const BATCH = 10_000;
