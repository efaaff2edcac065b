import { addDays } from '@portevoix/identity/shared';
import { readingOf, type AgendaEntry, type MessageKey, type WaitingEntry } from '@portevoix/web';
import { IconUserCheck } from '@tabler/icons-react';
import { CallsDocument, WaitingDocument } from './recruitment.graphql';
import type { texts } from './texts';

type Key = MessageKey<typeof texts.messages>;
const permission = 'recruitment:manage';
/** How far ahead the end of a call is announced. */
const AHEAD_DAYS = 28;

export const waiting: WaitingEntry<Key>[] = [
  {
    icon: IconUserCheck,
    tone: 'info',
    title: 'today.title',
    meta: 'today.meta',
    action: 'today.action',
    finding: 'today.finding',
    permission,
    order: 20,
    read: () => readingOf(WaitingDocument, {}, ({ applicationsWaiting: count, applicationsWaitingSince: since }) => [{ id: 'applications', to: '/recrutement/candidatures?etat=SUBMITTED', count, since: since ?? undefined }]),
  },
];

export const agenda: AgendaEntry<Key>[] = [
  {
    title: 'today.closes',
    meta: 'today.places',
    permission,
    read: ({ today }) =>
      readingOf(CallsDocument, {}, ({ calls }) =>
        calls
          .filter(({ phase, closesOn }) => phase === 'OPEN' && closesOn <= addDays(today, AHEAD_DAYS))
          .map(({ id, title, closesOn, counts }) => ({ id, on: closesOn, to: '/recrutement/appel', count: (counts?.waiting ?? 0) + (counts?.queued ?? 0) + (counts?.accepted ?? 0), values: { title } })),
      ),
  },
];
