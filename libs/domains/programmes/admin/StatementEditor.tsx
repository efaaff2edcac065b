import { Group, Stack as Fields } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { PROGRAMME_LIMITS, PublishStatementInput } from '@portevoix/programmes/shared';
import { Form, formFor, request, SubmitButton, TextareaField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import css from './programme.module.css';
import { PublishStatementDocument } from './programme.graphql';
import { texts } from './texts';

const StatementForm = formFor(PublishStatementInput);

/** The text in force, to be changed into the next version. */
export function StatementEditor({ programmeId, current }: { programmeId: string; current?: { n: number; text: string } }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = StatementForm.useForm({
    defaultValues: { programmeId, text: current?.text ?? '', changeNote: '' },
    draft: `programmes.statement.${programmeId}.${current?.n ?? 0}`,
    submit: (input) => request(PublishStatementDocument, { input: input as never }),
    onDone: ({ publishStatement: { n } }) => {
      void client.invalidateQueries({ queryKey: ['Principles'] });
      notifications.show({ message: t('principles.published', { n }) });
    },
  });
  return (
    <Form form={form} label={t('principles.statement')}>
      <Fields gap="md">
        <TextareaField name="text" label={t('principles.text')} description={t('principles.textHint')} required maxLength={PROGRAMME_LIMITS.statement} />
        {current ? <TextareaField name="changeNote" label={t('principles.changeNote')} minRows={2} maxLength={PROGRAMME_LIMITS.note} /> : null}
        <Publish next={(current?.n ?? 0) + 1} before={current?.text ?? ''} />
      </Fields>
    </Form>
  );
}

function Publish({ next, before }: { next: number; before: string }) {
  const t = useT(texts);
  const text: unknown = useWatch({ name: 'text' });
  if (text === before && before) return <p className={css.second}>{t('principles.same')}</p>;
  return (
    <Group justify="flex-end">
      <SubmitButton>{t('principles.publish', { n: next })}</SubmitButton>
    </Group>
  );
}
