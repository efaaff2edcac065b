import { ActionIcon, Button, Group, Stack as Fields } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { PROGRAMME_LIMITS, PublishCharterInput } from '@portevoix/programmes/shared';
import { Notice } from '@portevoix/ui';
import { Form, formFor, request, SubmitButton, TextareaField, TextField, useT } from '@portevoix/web';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import css from './programme.module.css';
import { PublishCharterDocument } from './programme.graphql';
import { texts } from './texts';

type Articles = readonly { title: string; text: string }[];
const CharterForm = formFor(PublishCharterInput);

/** The articles in force, to be changed into the next version. */
export function CharterEditor({ programmeId, current }: { programmeId: string; current?: { n: number; articles: Articles } }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = CharterForm.useForm({
    defaultValues: { programmeId, articles: current?.articles.map(({ title, text }) => ({ title, text })) ?? [{ title: '', text: '' }], changeNote: '' },
    draft: `programmes.charter.${programmeId}.${current?.n ?? 0}`,
    submit: (input) => request(PublishCharterDocument, { input: input as never }),
    onDone: ({ publishCharter: { n } }) => {
      void client.invalidateQueries({ queryKey: ['Principles'] });
      notifications.show({ message: t('principles.published', { n }) });
    },
  });
  return (
    <Form form={form} label={t('principles.charter')}>
      <Fields gap="md">
        {current ? null : <Notice>{t('principles.startCharter')}</Notice>}
        <ArticleRows />
        {current ? <TextareaField name="changeNote" label={t('principles.changeNote')} minRows={2} maxLength={PROGRAMME_LIMITS.note} /> : null}
        <Publish next={(current?.n ?? 0) + 1} before={current?.articles ?? []} />
      </Fields>
    </Form>
  );
}

function ArticleRows() {
  const t = useT(texts);
  const { control } = useFormContext<PublishCharterInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'articles', keyName: 'key' });
  return (
    <div>
      {fields.map(({ key }, index) => (
        <ArticleRow key={key} index={index} onRemove={fields.length > 1 ? () => remove(index) : undefined} />
      ))}
      {fields.length < PROGRAMME_LIMITS.articles ? (
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => append({ title: '', text: '' })}>
          {t('principles.addArticle')}
        </Button>
      ) : null}
    </div>
  );
}

function ArticleRow({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const t = useT(texts);
  const title: unknown = useWatch({ name: `articles.${index}.title` });
  return (
    <fieldset className={css.article}>
      <div className={css.articleHead}>
        <TextField name={`articles.${index}.title`} label={t('principles.articleTitle', { number: index + 1 })} required />
        {onRemove ? (
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('principles.removeArticle', { title: typeof title === 'string' && title ? title : t('principles.unnamed') })} onClick={onRemove}>
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
        ) : null}
      </div>
      <TextareaField name={`articles.${index}.text`} label={t('principles.articleText')} minRows={2} required />
    </fieldset>
  );
}

const isSame = (a: Articles, b: Articles) => a.length === b.length && a.every(({ title, text }, index) => title === b[index]?.title && text === b[index].text);

function Publish({ next, before }: { next: number; before: Articles }) {
  const t = useT(texts);
  const articles = useWatch({ name: 'articles' }) as Articles;
  if (isSame(articles, before)) return <p className={css.second}>{t('principles.same')}</p>;
  return (
    <Group justify="flex-end">
      <SubmitButton>{t('principles.publish', { n: next })}</SubmitButton>
    </Group>
  );
}
