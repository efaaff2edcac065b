import { startOfDay } from '@portevoix/identity/shared';
import { readingOf, type MessageKey, type WaitingEntry } from '@portevoix/web';
import { IconUserHeart } from '@tabler/icons-react';
import { FollowUpsDueDocument } from './cohorts.graphql';
import type { texts } from './texts';

type Key = MessageKey<typeof texts.messages>;

/** The viewer's own follow-up cards whose day has come, one row a cohort: they are answered there. */
export const waiting: WaitingEntry<Key>[] = [
  {
    icon: IconUserHeart,
    tone: 'good',
    title: 'today.followUps',
    meta: 'today.followUpsOf',
    action: 'today.followUpsOpen',
    finding: 'today.followUps',
    permission: 'cohorts:read',
    order: 25,
    read: ({ timeZone }) =>
      readingOf(FollowUpsDueDocument, {}, ({ followUpsDue }) =>
        [...Map.groupBy(followUpsDue, ({ cohort }) => cohort.id)].map(([id, cards]) => ({
          id, to: `/cohortes/${id}?partie=suivi`, count: cards.length, since: startOfDay(timeZone, cards[0]!.nextContactOn).toISOString(), values: { cohort: cards[0]!.cohort.name },
        })),
      ),
  },
];
