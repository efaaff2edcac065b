import { Group, Modal, Radio, Stack as Fields } from '@mantine/core';
import type { CohortQuery } from '@portevoix/graphql';
import { COHORT_LIMITS, DecideLaunchItemInput, LaunchDecisionKind, type LaunchItem } from '@portevoix/cohorts/shared';
import { Form, formFor, request, SubmitButton, TextareaField, useField, useT, useViewer } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { DecideLaunchItemDocument } from '../cohorts.graphql';
import { texts } from '../texts';

type Point = CohortQuery['cohort']['launchPoints'][number];
const DecisionForm = formFor(DecideLaunchItemInput);

interface Props {
  cohortId: string;
  point: Point | null;
  onClose: () => void;
  onDone: (item: Point['item'], message: string) => void;
}

/** In the pilot's own name: the launch goes without that point, or the point is ready on their word. */
export function DecisionModal({ point, onClose, ...rest }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={point !== null} onClose={onClose} title={point ? t(`launch.items.${point.item}`) : ''}>
      {point ? <Decision key={point.item} point={point} onClose={onClose} {...rest} /> : null}
    </Modal>
  );
}

function Decision({ cohortId, point: { item, count }, onClose, onDone }: Props & { point: Point }) {
  const t = useT(texts);
  const client = useQueryClient();
  const { person } = useViewer();
  const isUnseen = count === null;
  const form = DecisionForm.useForm({
    defaultValues: { cohortId, item: item as LaunchItem, kind: isUnseen ? LaunchDecisionKind.CONFIRMED : LaunchDecisionKind.WAIVED, reason: '' },
    submit: (input) => request(DecideLaunchItemDocument, { input: input as never }),
    onDone: (_result, { kind }) => {
      void client.invalidateQueries({ queryKey: ['Cohort'] });
      onDone(item, t(kind === LaunchDecisionKind.WAIVED ? 'launch.waived' : 'launch.confirmed', { item: t(`launch.items.${item}`) }));
      onClose();
    },
  });
  const kind = useWatch({ control: form.form.control, name: 'kind' });
  const waives = kind === LaunchDecisionKind.WAIVED;
  return (
    <Form form={form} label={t(`launch.items.${item}`)}>
      <Fields gap="md">
        {isUnseen ? <KindChoice /> : null}
        <p>{t(waives ? 'launch.waiveIntro' : 'launch.confirmIntro', { name: person.displayName })}</p>
        <TextareaField name="reason" label={t(waives ? 'launch.reason' : 'launch.what')} minRows={2} maxLength={COHORT_LIMITS.reason} required data-autofocus />
        <Group justify="flex-end">
          <SubmitButton>{t(waives ? 'launch.waiveSubmit' : 'launch.confirmSubmit')}</SubmitButton>
        </Group>
      </Fields>
    </Form>
  );
}

function KindChoice() {
  const t = useT(texts);
  const { value, onChange, name } = useField<DecideLaunchItemInput>('kind');
  return (
    <Radio.Group name={name} value={String(value)} onChange={onChange} aria-label={t('launch.kind')}>
      <Fields gap="xs">
        {Object.values(LaunchDecisionKind).map((kind) => (
          <Radio key={kind} value={kind} label={t(`launch.kinds.${kind}`)} />
        ))}
      </Fields>
    </Radio.Group>
  );
}
