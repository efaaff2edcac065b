import type { DemoPublication } from './publication';
import { publications1 } from './publications.1';
import { publications2 } from './publications.2';
import { publications3 } from './publications.3';
import { publications4 } from './publications.4';

/** The forty publications of the demo, oldest first; drafts and texts in review have no date. */
export const demoPublications: readonly DemoPublication[] = [...publications1, ...publications2, ...publications3, ...publications4];
