import { readingOf, type AgendaEntry, type MessageKey } from '@portevoix/web';
import { ProgrammeDocument } from './programme.graphql';
import type { texts } from './texts';

/** The phase that comes next, however far. */
export const agenda: AgendaEntry<MessageKey<typeof texts.messages>>[] = [
  {
    title: 'track.starts',
    meta: 'track.startsMeta',
    permission: 'programme:read',
    read: () => readingOf(ProgrammeDocument, {}, ({ currentProgramme }) => (currentProgramme?.nextPhase ? [{ id: currentProgramme.nextPhase.id, on: currentProgramme.nextPhase.startsOn, to: '/programme', values: { name: currentProgramme.nextPhase.name } }] : [])),
  },
];
