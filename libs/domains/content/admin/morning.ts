import { addDays, dayOf, startOfDay } from '@portevoix/identity/shared';
import { readingOf, type AgendaEntry, type MessageKey, type WaitingEntry } from '@portevoix/web';
import { IconCalendarX, IconFileCheck, IconInbox, IconPlugConnectedX } from '@tabler/icons-react';
import { CalendarDocument, SourcesDocument, WaitingContentDocument } from './content.graphql';
import type { texts } from './texts';

type Key = MessageKey<typeof texts.messages>;

export const waiting: WaitingEntry<Key>[] = [
  {
    icon: IconFileCheck,
    tone: 'accent',
    title: 'nav.review',
    meta: 'today.reviewMeta',
    action: 'today.review',
    finding: 'today.reviewFinding',
    permission: 'content:approve',
    order: 30,
    read: () =>
      readingOf(WaitingContentDocument, {}, ({ publicationCounts }) =>
        publicationCounts.filter(({ status }) => status === 'IN_REVIEW').map(({ count, since }) => ({ id: 'review', to: '/contenus/publications?etat=IN_REVIEW', count, since: since ?? undefined })),
      ),
  },
  {
    icon: IconCalendarX,
    tone: 'danger',
    title: 'today.overdue',
    meta: 'today.overdueMeta',
    action: 'today.look',
    finding: 'today.overdue',
    permission: 'content:edit',
    order: 20,
    read: () => readingOf(WaitingContentDocument, {}, ({ overduePublicationCount: count }) => [{ id: 'overdue', to: '/contenus/publications?etat=SCHEDULED', count }]),
  },
  {
    icon: IconInbox,
    title: 'today.candidates',
    meta: 'today.candidatesMeta',
    action: 'today.sort',
    finding: 'today.candidatesFinding',
    permission: 'content:edit',
    order: 40,
    read: () => readingOf(WaitingContentDocument, {}, ({ candidateCount: count, candidatesSince: since }) => [{ id: 'candidates', to: '/contenus', count, since: since ?? undefined }]),
  },
  {
    icon: IconPlugConnectedX,
    tone: 'danger',
    title: 'today.sources',
    meta: 'today.sourcesMeta',
    action: 'today.look',
    finding: 'today.sources',
    permission: 'content:edit',
    order: 60,
    read: () =>
      readingOf(SourcesDocument, {}, ({ sources }) => {
        const failing = sources.filter(({ status }) => status === 'FAILING');
        const [since] = failing.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []).sort();
        return [{ id: 'sources', to: '/contenus/sources', count: failing.length, since }];
      }),
  },
];

/** Scheduled publications of the next seven days. */
export const agenda: AgendaEntry<Key>[] = [
  {
    title: 'today.scheduled',
    meta: 'today.scheduledMeta',
    permission: 'content:read',
    read: ({ today, timeZone }) => {
      const period = { from: startOfDay(timeZone, today).toISOString(), to: startOfDay(timeZone, addDays(today, 7)).toISOString() };
      return readingOf(CalendarDocument, period, ({ publicationCalendar }) =>
        publicationCalendar.flatMap(({ id, title, status, publishAt }) => (status === 'SCHEDULED' && publishAt ? [{ id, on: dayOf(new Date(publishAt), timeZone), at: publishAt, to: `/contenus/publications/${id}`, values: { title } }] : [])),
      );
    },
  },
];
