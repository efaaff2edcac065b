import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AnswerDisputeInput, CorrectPointsInput } from '@portevoix/contests/shared';
import type { ManagedContestQuery } from '@portevoix/graphql';
import { Card, Pill, Stack } from '@portevoix/ui';
import { Form, formFor, request, SubmitButton, TextareaField, useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AnswerDispute, CorrectPoints } from './contests.graphql';
import { texts } from './texts';

type Contest = ManagedContestQuery['contest'];
type Question = Contest['disputes'][number];
type Line = NonNullable<Question['dispute']['line']>;

const AnswerForm = formFor(AnswerDisputeInput);
const CorrectForm = formFor(CorrectPointsInput);
const WORD = { DECLARED_SHARE: 'share', VALID_CLICK: 'click', READ: 'read' } as const;

/** Members' questions: those that wait come first. The line is known because its owner showed it. */
export function Questions({ contest: { disputes } }: { contest: Contest }) {
  const t = useT(texts);
  return (
    <Card title={t('questions.title')}>
      {disputes.length ? <Stack>{disputes.map((question) => <OneQuestion key={question.dispute.id} question={question} />)}</Stack> : <p>{t('questions.none')}</p>}
    </Card>
  );
}

function lineText(t: Translate<(typeof texts)['messages']>, format: Format, { source, publicationTitle: title, points }: Line): string {
  return t('questions.about', { line: t(`questions.${WORD[source]}`, { title, points: format.number(points) }) });
}

function OneQuestion({ question: { person, dispute } }: { question: Question }) {
  const t = useT(texts);
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const { line, answer, answeredAt } = dispute;
  return (
    <article>
      <Stack>
        <Group gap="xs">
          <strong>{person.displayName}</strong>
          <Pill tone={answeredAt ? 'good' : 'warn'}>{answeredAt ? t('questions.answered') : t('questions.waits')}</Pill>
          {line?.reversal ? <Pill>{t('questions.taken')}</Pill> : null}
        </Group>
        <p>{line ? lineText(t, format, line) : t('questions.missing')}</p>
        <p>{dispute.message}</p>
        {answer ? <p><em>{answer}</em></p> : <Answer id={dispute.id} />}
        {line && !line.reversal ? correcting ? <Correct entryId={line.id} onDone={() => setCorrecting(false)} /> : <Group><Button size="sm" variant="default" onClick={() => setCorrecting(true)}>{t('questions.correct')}</Button></Group> : null}
      </Stack>
    </article>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return (message: string) => {
    notifications.show({ message });
    void client.invalidateQueries({ queryKey: ['ManagedContest'] });
  };
}

function Answer({ id }: { id: string }) {
  const t = useT(texts);
  const refresh = useRefresh();
  const form = AnswerForm.useForm({ defaultValues: { id, answer: '' }, draft: `contests.answer.${id}`, submit: (input) => request(AnswerDispute, { input }), onDone: () => refresh(t('questions.sent')) });
  return (
    <Form form={form} label={t('questions.answer')}>
      <Stack>
        <TextareaField name="answer" label={t('questions.answer')} required />
        <Group><SubmitButton>{t('questions.send')}</SubmitButton></Group>
      </Stack>
    </Form>
  );
}

function Correct({ entryId, onDone }: { entryId: string; onDone: () => void }) {
  const t = useT(texts);
  const refresh = useRefresh();
  const form = CorrectForm.useForm({
    defaultValues: { entryId, reason: '' },
    submit: (input) => request(CorrectPoints, { input }),
    onDone: () => {
      refresh(t('questions.corrected'));
      onDone();
    },
  });
  return (
    <Form form={form} label={t('questions.correct')}>
      <Stack>
        <TextareaField name="reason" label={t('questions.reason')} description={t('questions.reasonHint')} required />
        <Group><SubmitButton>{t('questions.confirm')}</SubmitButton></Group>
      </Stack>
    </Form>
  );
}
