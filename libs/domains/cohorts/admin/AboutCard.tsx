import { Button, Group, Stack as Fields } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CohortStrategy, UpdateCohortInput } from '@portevoix/cohorts/shared';
import { Card } from '@portevoix/ui';
import { DateField, Form, formFor, request, SelectField, SubmitButton, TextareaField, TextField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { UpdateCohortDocument } from './cohorts.graphql';
import type { Cohort } from './CohortPage';
import css from './cohorts.module.css';
import { texts } from './texts';

const CohortForm = formFor(UpdateCohortInput);

/** Who this group is, and the referent's welcome. */
export function AboutCard({ cohort, editing, setEditing }: { cohort: Cohort; editing: boolean; setEditing: (editing: boolean) => void }) {
  const t = useT(texts);
  const { description, welcome, referent, viewerCanManage } = cohort;
  const edit = viewerCanManage && !editing ? (
    <Button size="sm" variant="subtle" onClick={() => setEditing(true)}>
      {t('page.edit')}
    </Button>
  ) : null;
  return (
    <Card title={t('page.about')} aside={edit}>
      {editing ? (
        <CohortEditor cohort={cohort} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className={description ? css.text : css.second}>{description || t('page.noDescription')}</p>
          {welcome ? (
            <figure className={css.welcome}>
              <blockquote>{welcome}</blockquote>
              <figcaption>{referent.displayName}</figcaption>
            </figure>
          ) : (
            <p className={css.second}>{t('page.noWelcome')}</p>
          )}
        </>
      )}
    </Card>
  );
}

function CohortEditor({ cohort: { id, name, description, welcome, strategy, startsOn }, onDone }: { cohort: Cohort; onDone: () => void }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = CohortForm.useForm({
    defaultValues: { id, name, description, welcome, strategy: strategy as CohortStrategy, startsOn },
    draft: `cohorts.${id}`,
    submit: (input) => request(UpdateCohortDocument, { input: input as never }),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['Cohort'] });
      void client.invalidateQueries({ queryKey: ['Cohorts'] });
      notifications.show({ message: t('page.saved') });
      onDone();
    },
  });
  return (
    <Form form={form} label={t('page.edit')}>
      <Fields gap="md">
        <TextField name="name" label={t('create.name')} required />
        <TextareaField name="description" label={t('create.description')} minRows={2} />
        <TextareaField name="welcome" label={t('create.welcome')} />
        <SelectField name="strategy" label={t('create.strategy')} allowDeselect={false} data={Object.values(CohortStrategy).map((value) => ({ value, label: t(`strategies.${value}`) }))} />
        <DateField name="startsOn" label={t('create.startsOn')} required />
        <Group justify="flex-end">
          <SubmitButton>{t('page.save')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}
