import type { Domain } from '@portevoix/web';
import { contentAdmin } from '@portevoix/content/admin';
import { identityAdmin } from '@portevoix/identity/admin';
import { home } from './home';

/** The domains whose screens this app shows; one line for each. */
export const domains: readonly Domain[] = [home, identityAdmin, contentAdmin];
