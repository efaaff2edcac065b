import { Injectable } from '@nestjs/common';
import { Cron, Db } from '@portevoix/platform';
import { AuditChain } from './audit-chain.service';

@Injectable()
export class AuditJobs {
  constructor(
    private readonly db: Db,
    private readonly chain: AuditChain,
  ) {}

  @Cron('integrations.seal-audit', '* * * * *')
  async seal(): Promise<void> {
    for (const id of await this.db.organisationIds()) await this.db.run(id, 'write', () => this.chain.seal());
  }
}
