import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CreateCallInput, UpdateCallInput } from '@portevoix/recruitment/shared';
import { Card, Stack, SubmitBar } from '@portevoix/ui';
import { DateField, Form, formFor, NumberField, queryOf, request, SelectField, SubmitButton, TextareaField, TextField, useT, useViewer, type InputForm } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { CohortChoicesDocument, CreateCallDocument, UpdateCallDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import type { CallRow } from './useCalls';

const CreateForm = formFor(CreateCallInput);
const UpdateForm = formFor(UpdateCallInput);
const EMPTY = { title: '', pitch: '', opensOn: '', closesOn: '', places: null, cohortId: null };

/** Writes a call, or changes it; a closed tab loses nothing. */
export function CallEditor({ call, onDone }: { call?: CallRow; onDone: () => void }) {
  return call ? <Edit call={call} onDone={onDone} /> : <Create onDone={onDone} />;
}

function useSaved(onDone: () => void) {
  const t = useT(texts);
  const client = useQueryClient();
  return () => {
    notifications.show({ message: t('form.saved') });
    void client.invalidateQueries({ queryKey: ['Calls'] });
    onDone();
  };
}

function Create({ onDone }: { onDone: () => void }) {
  const t = useT(texts);
  const saved = useSaved(onDone);
  const form = CreateForm.useForm({ defaultValues: EMPTY, draft: 'recruitment.call', submit: (input) => request(CreateCallDocument, { input: input as never }), onDone: saved });
  return <Fields title={t('form.newTitle')} form={form} onCancel={onDone} />;
}

function Edit({ call, onDone }: { call: CallRow; onDone: () => void }) {
  const t = useT(texts);
  const saved = useSaved(onDone);
  const { id, title, pitch, opensOn, closesOn, places, cohort } = call;
  const form = UpdateForm.useForm({
    defaultValues: { id, title, pitch, opensOn, closesOn, places, cohortId: cohort?.id ?? null },
    draft: `recruitment.call.${id}`,
    // What is emptied is taken away, not left as it was.
    submit: (input) => request(UpdateCallDocument, { input: { ...input, places: input.places ?? null, cohortId: input.cohortId ?? null } as never }),
    onDone: saved,
  });
  return <Fields title={t('form.editTitle')} form={form} onCancel={onDone} />;
}

function Fields<Input extends FieldValues>({ title, form, onCancel }: { title: string; form: InputForm<Input>; onCancel: () => void }) {
  const t = useT(texts);
  const { organisation } = useViewer();
  const cohorts = useQuery(queryOf(CohortChoicesDocument)).data?.cohorts ?? [];
  return (
    <Card title={title}>
      <Form form={form} label={title}>
        <Stack>
          <TextField name="title" label={t('form.title')} required data-autofocus />
          <TextareaField name="pitch" label={t('form.pitch')} description={t('form.pitchHelp')} required />
          <div className={css.fields}>
            <DateField name="opensOn" label={t('form.opensOn')} description={t('form.opensHelp')} required />
            <DateField name="closesOn" label={t('form.closesOn')} description={t('form.closesHelp', { zone: organisation.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? '' })} required />
            <NumberField name="places" label={t('form.places')} description={t('form.placesHelp')} min={1} />
          </div>
          <SelectField name="cohortId" label={t('form.cohort')} description={t('form.cohortHelp')} clearable data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} />
          <SubmitBar>
            <Button variant="subtle" color="gray" onClick={onCancel}>{t('form.cancel')}</Button>
            <SubmitButton>{t('form.save')}</SubmitButton>
          </SubmitBar>
        </Stack>
      </Form>
    </Card>
  );
}
