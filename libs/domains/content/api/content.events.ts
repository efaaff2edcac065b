import { defineEvent, defineJob } from '@portevoix/platform';

/** A publication came out, by somebody's hand or at its time; once in its life. */
export const publicationPublished = defineEvent<{ publicationId: string }>('content.publication-published');
/** What has come out was changed, archived or brought back: texts, page, audience or validity. */
export const publicationChanged = defineEvent<{ publicationId: string }>('content.publication-changed');
/** A person met the reading rule of a publication for the first time. */
export const publicationRead = defineEvent<{ publicationId: string; personId: string }>('content.publication-read');

/** Reads one source for new items. */
export const fetchSource = defineJob<{ sourceId: string }>('content.fetch-source');
/** Reads the page of a candidate that somebody gave the address of. */
export const fetchCandidate = defineJob<{ candidateId: string }>('content.fetch-candidate');
