import { defineEvent, defineJob } from '@portevoix/platform';

export const callOpened = defineEvent<{ callId: string }>('recruitment.call-opened');
export const applicationReceived = defineEvent<{ applicationId: string; callId: string }>('recruitment.application-received');
/** The person's own acceptance; the membership is made in the same transaction. A refusal publishes nothing. */
export const invitationAccepted = defineEvent<{ invitationId: string; cohortId: string; personId: string }>('recruitment.invitation-accepted');

export const sendInvitation = defineJob<{ invitationId: string }>('recruitment.send-invitation');
