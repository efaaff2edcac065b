import { defineEvent, defineJob } from '@portevoix/platform';

/** First authenticated sign of a person on a day of the organisation's calendar. `day` is ISO (2026-11-24). */
export const personConnected = defineEvent<{ personId: string; day: string }>('identity.person-connected');
export const personAdded = defineEvent<{ personId: string }>('identity.person-added');
export const personDeactivated = defineEvent<{ personId: string }>('identity.person-deactivated');

/** `browser`: the hash of the asking browser's cookie, in base 64. The person may be nobody. */
export const sendSignInLink = defineJob<{ personId: string; browser: string }>('identity.send-sign-in-link');

/** A picture or logo that was replaced or taken away: its file goes after the commit. */
export const removeFile = defineJob<{ key: string }>('identity.remove-file');
