import { notifications } from '@mantine/notifications';
import { DisputeEntryInput } from '@portevoix/contests/shared';
import type { ContestOfMineQuery } from '@portevoix/graphql';
import { BottomSheet, ListRow, RowList } from '@portevoix/ui/ambassador';
import { Form, formFor, request, SelectField, SubmitButton, TextareaField, useFormat, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { DisputeEntry } from './contests.graphql';
import { lineTitle } from './Points';
import { texts } from './texts';
import { useMyPoints } from './useMyPoints';
import css from './contests.module.css';

const QuestionForm = formFor(DisputeEntryInput);
const MISSING = 'missing';

interface Props {
  contest: ContestOfMineQuery['contest'];
  opened: boolean;
  onClose: () => void;
}

/** Asking why, and reading the answers. */
export function QuestionSheet({ contest, opened, onClose }: Props) {
  const t = useT(texts);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t('ask.title')} closeLabel={t('ask.close')}>
      <div className={css.sheet}>
        <Question contestId={contest.id} onDone={onClose} />
        <Earlier questions={contest.myDisputes} />
      </div>
    </BottomSheet>
  );
}

function Question({ contestId, onDone }: { contestId: string; onDone: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const { lines } = useMyPoints(contestId);
  const form = QuestionForm.useForm({
    defaultValues: { contestId, entryId: MISSING, message: '' },
    draft: `contests.question.${contestId}`,
    prepare: (values) => ({ ...values, entryId: values.entryId === MISSING ? null : (values.entryId ?? null) }),
    submit: (input) => request(DisputeEntry, { input }),
    onDone: () => {
      notifications.show({ message: t('ask.sent') });
      void client.invalidateQueries({ queryKey: ['ContestOfMine'] });
      onDone();
    },
  });
  const options = [{ value: MISSING, label: t('ask.missing') }, ...lines.map((line) => ({ value: line.id, label: `${lineTitle(t, line)} · ${format.dayMonth(line.day)}` }))];
  return (
    <Form form={form} label={t('ask.title')}>
      <div className={css.stack}>
        <p>{t('ask.text')}</p>
        <SelectField name="entryId" label={t('ask.line')} data={options} allowDeselect={false} />
        <TextareaField name="message" label={t('ask.message')} required />
        <SubmitButton>{t('ask.submit')}</SubmitButton>
      </div>
    </Form>
  );
}

function Earlier({ questions }: { questions: ContestOfMineQuery['contest']['myDisputes'] }) {
  const t = useT(texts);
  if (!questions.length) return null;
  return (
    <RowList label={t('ask.earlier')} tone="flat">
      {questions.map(({ id, message, answer }) => <ListRow key={id} title={message} detail={answer ? t('ask.answer', { answer }) : t('ask.waiting')} />)}
    </RowList>
  );
}
