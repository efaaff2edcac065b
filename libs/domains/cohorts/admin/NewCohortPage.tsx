import { Group, Stack as Fields } from '@mantine/core';
import { adviseSize, CohortStrategy, CreateCohortInput, type LaunchPlan } from '@portevoix/cohorts/shared';
import { addDays, dayOf } from '@portevoix/identity/shared';
import { Card, Columns, PageHeader, Stack } from '@portevoix/ui';
import { CheckboxField, DateField, Form, formFor, NumberField, request, SelectField, SubmitButton, TextareaField, TextField, useField, useT, useViewer } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { CreateCohortDocument } from './cohorts.graphql';
import { ReferentSelect } from './ReferentSelect';
import { SizingAdvisor } from './SizingAdvisor';
import { texts } from './texts';

const CohortForm = formFor(CreateCohortInput);

/** A cohort and how to launch it, advised while the number is typed. */
export function NewCohortPage() {
  const t = useT(texts);
  return (
    <>
      <PageHeader title={t('nav.create')} subtitle={t('create.intro')} crumbs={[{ label: t('nav.cohorts'), href: '/cohortes' }, { label: t('nav.create') }]} />
      <Stack>
        <NewCohort />
      </Stack>
    </>
  );
}

function NewCohort() {
  const t = useT(texts);
  const { person, organisation } = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = CohortForm.useForm({
    defaultValues: { name: '', description: '', welcome: '', strategy: CohortStrategy.VOLUNTEERS, founding: false, startsOn: addDays(dayOf(new Date(), organisation.timeZone), 21), referentId: person.id, people: undefined, plan: undefined },
    draft: 'cohorts.new',
    submit: (input) => request(CreateCohortDocument, { input: input as never }),
    onDone: ({ createCohort: { id } }) => {
      void client.invalidateQueries({ queryKey: ['Cohorts'] });
      void navigate({ to: `/cohortes/${id}` });
    },
  });
  return (
    <Form form={form} label={t('nav.create')}>
      <Columns>
        <Card>
          <CohortFields />
        </Card>
        <Card>
          <Size />
        </Card>
      </Columns>
    </Form>
  );
}

function CohortFields() {
  const t = useT(texts);
  const strategy = useWatch({ name: 'strategy' }) as CohortStrategy;
  return (
    <Fields gap="md">
      <TextField name="name" label={t('create.name')} placeholder={t('create.namePlaceholder')} required />
      <SelectField name="strategy" label={t('create.strategy')} description={t(`strategyHints.${strategy}`)} allowDeselect={false} data={Object.values(CohortStrategy).map((value) => ({ value, label: t(`strategies.${value}`) }))} />
      <DateField name="startsOn" label={t('create.startsOn')} required />
      <ReferentSelect name="referentId" label={t('create.referent')} description={t('create.referentHint')} />
      <TextField name="description" label={t('create.description')} />
      <TextareaField name="welcome" label={t('create.welcome')} />
      <CheckboxField name="founding" label={t('create.founding')} />
      <Group justify="flex-end">
        <SubmitButton>{t('create.submit')}</SubmitButton>
      </Group>
    </Fields>
  );
}

function Size() {
  const t = useT(texts);
  const { setValue } = useFormContext<CreateCohortInput>();
  const typed: unknown = useWatch({ name: 'people' });
  const people = typeof typed === 'number' && Number.isSafeInteger(typed) && typed > 0 && typed <= 100_000 ? typed : 0;
  const { value, onChange } = useField<CreateCohortInput>('plan');
  const plan = (value ?? null) as LaunchPlan | null;
  // The plan that the number allows: the advised one, else the one chosen when it still holds.
  useEffect(() => {
    const { options, recommended } = adviseSize(people);
    if (!options.some((option) => option.plan === plan)) setValue('plan', recommended ?? undefined);
  }, [people, plan, setValue]);
  return (
    <Fields gap="md">
      <NumberField name="people" label={t('create.people')} description={t('create.peopleHint')} min={1} allowDecimal={false} allowNegative={false} />
      <SizingAdvisor people={people} value={plan} onChoose={onChange} />
    </Fields>
  );
}
