import { Group, Modal, Stack as Fields } from '@mantine/core';
import { CreateObjectiveInput, OBJECTIVE_METRICS } from '@portevoix/programmes/shared';
import { DateField, Form, formFor, NumberField, queryOf, request, SelectField, SubmitButton, TextField, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Objective } from './ObjectivesPage';
import { CreateObjectiveDocument, OwnersDocument, UpdateObjectiveDocument } from './programme.graphql';
import { texts } from './texts';

const ObjectiveForm = formFor(CreateObjectiveInput);
interface Props {
  programmeId: string;
  objective?: Objective;
  opened: boolean;
  onClose: () => void;
}

export function ObjectiveModal({ opened, onClose, objective, ...rest }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t(objective ? 'objectives.edit' : 'objectives.add')}>
      <ObjectiveFields key={objective?.id ?? 'new'} objective={objective} onClose={onClose} {...rest} />
    </Modal>
  );
}

function ObjectiveFields({ programmeId, objective, onClose }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const client = useQueryClient();
  const people = useQuery(queryOf(OwnersDocument, { first: 100 })).data?.people.edges ?? [];
  const form = ObjectiveForm.useForm({
    defaultValues: {
      programmeId,
      name: objective?.name ?? '',
      metricId: objective?.metricId ?? 'readers',
      baseline: objective?.baseline ?? 0,
      target: objective?.target,
      deadline: objective?.deadline ?? '',
      ownerId: objective?.owner.id ?? '',
      serves: objective?.serves ?? '',
    },
    ...(!objective && { draft: 'programmes.objective' }),
    submit: async (input) => {
      if (objective) await request(UpdateObjectiveDocument, { input: { ...input, id: objective.id } });
      else await request(CreateObjectiveDocument, { input });
    },
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['Objectives'] });
      onClose();
    },
  });
  return (
    <Form form={form} label={t(objective ? 'objectives.edit' : 'objectives.add')}>
      <Fields gap="md">
        <TextField name="name" label={t('objectives.name')} description={t('objectives.nameHint')} required data-autofocus />
        <SelectField name="metricId" label={t('objectives.metric')} required allowDeselect={false} data={Object.keys(OBJECTIVE_METRICS).map((id) => ({ value: id, label: t(`metrics.${id}` as 'metrics.readers') }))} />
        <Group grow align="flex-start">
          <NumberField name="baseline" label={t('objectives.baseline')} required />
          <NumberField name="target" label={t('objectives.target')} required />
        </Group>
        <DateField name="deadline" label={t('objectives.deadline')} required />
        <SelectField name="ownerId" label={t('objectives.owner')} required searchable data={people.map(({ node: { id, displayName } }) => ({ value: id, label: displayName }))} />
        <TextField name="serves" label={t('objectives.serves')} />
        <Group justify="flex-end">
          <SubmitButton>{t('objectives.save')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}
