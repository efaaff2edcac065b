import { ContentModule } from '@portevoix/content/api';
import { IdentityModule } from '@portevoix/identity/api';
import type { DemoSeed } from '@portevoix/platform';
import { identitySeed } from '@portevoix/identity/api';

/** Every domain, from the bottom up (docs/architecture.md). */
export const domainModules = [IdentityModule, ContentModule];

/** What each domain puts into the demo organisation, in the same order. */
export const demoSeeds: DemoSeed[] = [identitySeed];
