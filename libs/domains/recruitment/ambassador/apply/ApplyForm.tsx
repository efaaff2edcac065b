import { Chip, Group, Input } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { APPLICANT_NETWORKS, ApplyToCallInput, SelfLevel } from '@portevoix/recruitment/shared';
import { AmbassadorCard } from '@portevoix/ui/ambassador';
import { Form, formFor, request, SubmitButton, TextareaField, useField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { ApplyDocument } from '../joining.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';

const AnswerForm = formFor(ApplyToCallInput);

/** Three questions; what is typed is kept on the device. */
export function ApplyForm({ callId }: { callId: string }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = AnswerForm.useForm({
    defaultValues: { callId, motivation: '', networks: [] },
    draft: `recruitment.application.${callId}`,
    submit: (input) => request(ApplyDocument, { input: input as never }),
    onDone: () => {
      notifications.show({ message: t('apply.sent') });
      void client.invalidateQueries({ queryKey: ['CallToAnswer'] });
      void client.invalidateQueries({ queryKey: ['Joining'] });
    },
  });
  return (
    <AmbassadorCard>
      <Form form={form} label={t('nav.apply')}>
        <div className={css.page}>
          <TextareaField<ApplyToCallInput> name="motivation" label={t('apply.motivation')} description={t('apply.motivationHelp')} required minRows={4} />
          <Levels />
          <Networks />
          <p className={css.note}>{t('apply.free')}</p>
          <SubmitButton fullWidth size="lg">{t('apply.send')}</SubmitButton>
        </div>
      </Form>
    </AmbassadorCard>
  );
}

function Levels() {
  const t = useT(texts);
  const { value, onChange, onBlur, name, error } = useField<ApplyToCallInput>('selfLevel');
  const errorId = useId();
  return (
    <fieldset className={css.levels} aria-describedby={error ? errorId : undefined}>
      <legend>{t('apply.level')}</legend>
      {[SelfLevel.BEGINNER, SelfLevel.EXPERT].map((level) => (
        <label key={level} className={css.level}>
          <input type="radio" name={name} value={level} checked={value === level} onChange={() => onChange(level)} onBlur={onBlur} />
          <span>
            <b>{t(`apply.levels.${level}`)}</b>
            <small>{t(`apply.levelHelps.${level}`)}</small>
          </span>
        </label>
      ))}
      {error ? <p id={errorId} role="alert" className={css.error}>{error}</p> : null}
    </fieldset>
  );
}

function Networks() {
  const t = useT(texts);
  const { value, onChange, error } = useField<ApplyToCallInput>('networks');
  const chosen = Array.isArray(value) ? value : [];
  return (
    <Input.Wrapper label={t('apply.networks')} description={t('apply.networksHelp')} error={error} labelElement="div">
      <Chip.Group multiple value={chosen} onChange={onChange}>
        <Group gap="xs" mt="xs" role="group" aria-label={t('apply.networks')}>
          {APPLICANT_NETWORKS.map((network) => (
            <Chip key={network} value={network} variant="outline">{t(`apply.networkNames.${network}`)}</Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
