import { Global, Module } from '@nestjs/common';
import { MutationLog } from '@portevoix/platform';
import { AuditChain } from './audit-chain.service';
import { AuditJobs } from './audit.jobs';
import { AuditLog } from './audit-log.service';
import { AuditEntryResolver } from './integrations.resolver';

@Global()
@Module({
  providers: [AuditChain, AuditEntryResolver, AuditJobs, AuditLog, { provide: MutationLog, useExisting: AuditLog }],
  exports: [AuditChain, MutationLog],
})
export class IntegrationsModule {}
