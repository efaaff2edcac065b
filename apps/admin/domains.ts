import type { Domain } from '@portevoix/web';
import { home } from './home';

/** The domains whose screens this app shows; one line for each. */
export const domains: readonly Domain[] = [home];
