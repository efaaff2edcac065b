import { ActionIcon, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ProgrammeQuery } from '@portevoix/graphql';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { PhaseKind, SetPhasesInput } from '@portevoix/programmes/shared';
import { Card, PageHeader, SkeletonRows, Stack } from '@portevoix/ui';
import { DateField, Form, formFor, request, SelectField, SubmitButton, TextField, queryOf, useT, useViewer } from '@portevoix/web';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { CreateProgramme } from './CreateProgramme';
import css from './programme.module.css';
import { ProgrammeDocument, SetPhasesDocument } from './programme.graphql';
import { texts } from './texts';

type Programme = NonNullable<ProgrammeQuery['currentProgramme']>;
const PhasesForm = formFor(SetPhasesInput);

/** The whole track at once: dates that touch are changed together. */
export function PhasesPage() {
  const t = useT(texts);
  const { data } = useQuery(queryOf(ProgrammeDocument));
  if (!data) return <SkeletonRows rows={6} />;
  if (!data.currentProgramme) return <CreateProgramme />;
  return (
    <>
      <PageHeader title={t('phases.title')} subtitle={t('phases.intro')} crumbs={[{ label: t('nav.programme'), href: '/programme' }, { label: t('phases.title') }]} />
      <Stack>
        <Card>
          <PhasesEditor key={data.currentProgramme.id} programme={data.currentProgramme} />
        </Card>
      </Stack>
    </>
  );
}

function PhasesEditor({ programme: { id: programmeId, phases } }: { programme: Programme }) {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = PhasesForm.useForm({
    defaultValues: { programmeId, phases: phases.map(({ id, name, kind, purpose, startsOn, endsOn }) => ({ id, name, kind: kind as PhaseKind, purpose, startsOn, endsOn: endsOn ?? undefined })) },
    draft: `programmes.phases.${programmeId}`,
    submit: (input) => request(SetPhasesDocument, { input: input as never }),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['Programme'] });
      notifications.show({ message: t('phases.saved') });
      void navigate({ to: '/programme' });
    },
  });
  return (
    <Form form={form} label={t('phases.title')}>
      <PhaseRows />
      <Group justify="flex-end" mt="md">
        <SubmitButton>{t('phases.save')}</SubmitButton>
      </Group>
    </Form>
  );
}

function PhaseRows() {
  const t = useT(texts);
  const { organisation } = useViewer();
  const { control, getValues } = useFormContext<SetPhasesInput>();
  // `key`: the phase's own `id` stays its id.
  const { fields, append, remove } = useFieldArray({ control, name: 'phases', keyName: 'key' });
  const add = () => {
    const last = getValues('phases').at(-1);
    const startsOn = last?.endsOn ? addDays(last.endsOn, 1) : dayOf(new Date(), organisation.timeZone);
    append({ name: '', kind: PhaseKind.TEST, purpose: '', startsOn, endsOn: addDays(startsOn, 83) });
  };
  return (
    <div>
      {fields.map(({ key }, index) => (
        <PhaseRow key={key} index={index} onRemove={() => remove(index)} />
      ))}
      <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('phases.add')}
      </Button>
    </div>
  );
}

function PhaseRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const t = useT(texts);
  const name: unknown = useWatch({ name: `phases.${index}.name` });
  const label = t('phases.remove', { name: typeof name === 'string' && name ? name : t('phases.unnamed') });
  return (
    <fieldset className={css.phase}>
      <legend>{t('phases.number', { number: index + 1 })}</legend>
      <TextField name={`phases.${index}.name`} label={t('phases.name')} required />
      <SelectField name={`phases.${index}.kind`} label={t('phases.kind')} allowDeselect={false} data={Object.values(PhaseKind).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      <DateField name={`phases.${index}.startsOn`} label={t('phases.startsOn')} required />
      <DateField name={`phases.${index}.endsOn`} label={t('phases.endsOn')} />
      <ActionIcon variant="subtle" color="gray" size="lg" className={css.removeButton} aria-label={label} onClick={onRemove}>
        <IconTrash size={18} stroke={1.75} />
      </ActionIcon>
      <div className={css.purpose}>
        <TextField name={`phases.${index}.purpose`} label={t('phases.purpose')} />
      </div>
    </fieldset>
  );
}
