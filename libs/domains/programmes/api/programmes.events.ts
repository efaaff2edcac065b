import { defineEvent } from '@portevoix/platform';
import { type ProgrammeState } from '@portevoix/programmes/shared';

export const programmeMoved = defineEvent<{ programmeId: string; from: ProgrammeState; to: ProgrammeState }>('programmes.programme-moved');
/** A new version of the raison d'être or of the charter is in force: members are asked again. */
export const principlePublished = defineEvent<{ programmeId: string; principle: 'STATEMENT' | 'CHARTER'; version: number }>('programmes.principle-published');
export const principleAccepted = defineEvent<{ programmeId: string; personId: string; principle: 'STATEMENT' | 'CHARTER'; version: number }>('programmes.principle-accepted');
