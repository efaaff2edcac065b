import { defineEvent } from '@portevoix/platform';

/** A person answered a pulse for the first time; `publicationId` null: about the programme. */
export const feedbackGiven = defineEvent<{ personId: string; publicationId: string | null }>('feedback.feedback-given');
