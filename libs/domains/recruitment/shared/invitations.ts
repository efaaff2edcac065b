/**
 * Days during which an invitation can be answered. For the programme's team, silence and refusal are the same thing
 * all that time, and nothing is left of either afterwards.
 */
export const INVITATION_DAYS = 30;

/** Seconds during which a decision on applications can be taken back; its mails leave after them. */
export const UNDO_SECONDS = 60;
