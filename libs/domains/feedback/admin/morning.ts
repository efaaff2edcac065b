import { readingOf, type AgendaEntry, type MessageKey } from '@portevoix/web';
import { PulsesDocument } from './listening.graphql';
import type { texts } from './texts';

/** The last day of the programme's pulse. */
export const agenda: AgendaEntry<MessageKey<typeof texts.messages>>[] = [
  {
    title: 'today.closes',
    meta: 'today.closesMeta',
    permission: 'feedback:read',
    read: () =>
      readingOf(PulsesDocument, {}, ({ pulses }) =>
        pulses.edges.flatMap(({ node: { id, scope, isOpen, closesOn } }) => (scope === 'PROGRAMME' && isOpen && closesOn ? [{ id, on: closesOn, to: `/ecoute?barometre=${id}` }] : [])),
      ),
  },
];
