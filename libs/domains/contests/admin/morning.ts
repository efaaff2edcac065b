import { addDays } from '@portevoix/identity/shared';
import { readingOf, type AgendaEntry, type MessageKey, type WaitingEntry } from '@portevoix/web';
import { IconMessageQuestion } from '@tabler/icons-react';
import { AllContests, QuestionsWaiting } from './contests.graphql';
import type { texts } from './texts';

type Key = MessageKey<typeof texts.messages>;
const permission = 'contests:manage';
/** How far ahead a first or last day is announced. */
const AHEAD_DAYS = 28;

/** Each question about points that nobody answered yet, the oldest first. */
export const waiting: WaitingEntry<Key>[] = [
  {
    icon: IconMessageQuestion,
    tone: 'warn',
    title: 'today.question',
    meta: 'today.from',
    action: 'today.answer',
    finding: 'today.finding',
    permission,
    order: 10,
    read: () =>
      readingOf(QuestionsWaiting, {}, ({ allContests }) =>
        allContests
          .flatMap(({ id: contestId, name: contest, disputes }) =>
            disputes.filter(({ dispute }) => !dispute.answeredAt).map(({ person, dispute: { id, message, createdAt } }) => ({ id, to: `/animation/concours/${contestId}`, count: 1, since: createdAt, values: { message, person: person.displayName, contest } })),
          )
          .sort((a, b) => Date.parse(a.since) - Date.parse(b.since)),
      ),
  },
];

const days = (title: Key, state: 'RUNNING' | 'UPCOMING', field: 'firstDay' | 'lastDay'): AgendaEntry<Key> => ({
  title,
  meta: 'today.cohort',
  permission,
  read: ({ today }) =>
    readingOf(AllContests, {}, ({ allContests }) =>
      allContests
        .filter((contest) => contest.publishedAt && contest.state === state && contest[field] <= addDays(today, AHEAD_DAYS))
        .map(({ id, name, cohortName, ...contest }) => ({ id, on: contest[field], to: `/animation/concours/${id}`, values: { name, cohort: cohortName } })),
    ),
});

export const agenda: AgendaEntry<Key>[] = [days('today.starts', 'UPCOMING', 'firstDay'), days('today.ends', 'RUNNING', 'lastDay')];
