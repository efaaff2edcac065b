export { AuditChain, type ChainReport } from './audit-chain.service';
export { AuditEntry, AuditLink } from './audit-entry.entity';
export { IntegrationsModule } from './integrations.module';
