import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AnswerDisputeInput, CorrectPointsInput } from '@portevoix/contests/shared';
import type { ManagedContestQuery } from '@portevoix/graphql';
import { Card, Pill, Stack } from '@portevoix/ui';
import { Form, formFor, request, SubmitButton, TextareaField, useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AnswerDispute, CorrectPoints } from './contests.graphql';
import css from './facts.module.css';
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
      {disputes.length ? <ul className={css.questions}>{disputes.map((question) => <OneQuestion key={question.dispute.id} question={question} />)}</ul> : <p>{t('questions.none')}</p>}
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
  const canTake = line && !line.reversal && !correcting;
  const take = canTake ? <Button size="sm" variant="default" onClick={() => setCorrecting(true)}>{t('questions.correct')}</Button> : null;
  return (
    <li className={css.question}>
      <div className={css.questionHead}>
        <strong>{person.displayName}</strong>
        <Pill tone={answeredAt ? 'good' : 'warn'}>{answeredAt ? t('questions.answered') : t('questions.waits')}</Pill>
        {line?.reversal ? <Pill>{t('questions.taken')}</Pill> : null}
        <small>{format.relative(dispute.createdAt)}</small>
      </div>
      <blockquote>{dispute.message}</blockquote>
      <small>{line ? lineText(t, format, line) : t('questions.missing')}</small>
      {answer ? <p className={css.answer}>{t('questions.answeredWith', { answer })}</p> : <Answer id={dispute.id}>{take}</Answer>}
      {answer ? take : null}
      {line && !line.reversal && correcting ? <Correct entryId={line.id} onDone={() => setCorrecting(false)} /> : null}
    </li>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return (message: string) => {
    notifications.show({ message });
    void client.invalidateQueries({ queryKey: ['ManagedContest'] });
  };
}

function Answer({ id, children }: { id: string; children: ReactNode }) {
  const t = useT(texts);
  const refresh = useRefresh();
  const form = AnswerForm.useForm({ defaultValues: { id, answer: '' }, draft: `contests.answer.${id}`, submit: (input) => request(AnswerDispute, { input }), onDone: () => refresh(t('questions.sent')) });
  return (
    <Form form={form} label={t('questions.answer')}>
      <Stack>
        <TextareaField name="answer" label={t('questions.answer')} required />
        <Group gap="xs"><SubmitButton>{t('questions.send')}</SubmitButton>{children}</Group>
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
