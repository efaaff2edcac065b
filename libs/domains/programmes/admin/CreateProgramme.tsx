import { Group, Radio, Stack as Fields } from '@mantine/core';
import { CreateProgrammeInput, ProgrammeAxis } from '@portevoix/programmes/shared';
import { dayOf } from '@portevoix/identity/shared';
import { Card, EmptyState, PageHeader, Stack } from '@portevoix/ui';
import { DateField, Form, formFor, request, SubmitButton, TextField, useCan, useField, useT, useViewer } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { CreateProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

const ProgrammeForm = formFor(CreateProgrammeInput);

/** The first page of a fresh organisation: a name and an axis, nothing else. */
export function CreateProgramme() {
  const t = useT(texts);
  const canManage = useCan('programme:manage');
  if (!canManage) return <EmptyState title={t('nav.programme')} reason={t('create.waiting')} />;
  return (
    <>
      <PageHeader title={t('create.title')} subtitle={t('create.reason')} />
      <Stack>
        <Card>
          <NewProgramme />
        </Card>
      </Stack>
    </>
  );
}

function NewProgramme() {
  const t = useT(texts);
  const { organisation } = useViewer();
  const client = useQueryClient();
  const form = ProgrammeForm.useForm({
    defaultValues: { name: '', axis: ProgrammeAxis.CORPORATE, startsOn: dayOf(new Date(), organisation.timeZone) },
    draft: 'programmes.new',
    submit: (input) => request(CreateProgrammeDocument, { input: input as never }),
    onDone: () => void client.invalidateQueries({ queryKey: ['Programme'] }),
  });
  return (
    <Form form={form} label={t('create.title')}>
      <Fields gap="md">
        <TextField name="name" label={t('create.name')} placeholder={t('create.namePlaceholder')} required maw={480} />
        <AxisChoice />
        <DateField name="startsOn" label={t('create.startsOn')} required maw={240} />
        <Group justify="flex-end">
          <SubmitButton>{t('create.submit')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}

function AxisChoice() {
  const t = useT(texts);
  const { value, onChange, error, name } = useField<CreateProgrammeInput>('axis');
  return (
    <Radio.Group name={name} value={String(value)} onChange={onChange} error={error} label={t('create.axis')} description={t('create.axisHint')}>
      <Fields gap="xs" mt="xs">
        {Object.values(ProgrammeAxis).map((axis) => (
          <Radio key={axis} value={axis} label={t(`axes.${axis}`)} description={t(`axisHints.${axis}`)} />
        ))}
      </Fields>
    </Radio.Group>
  );
}
