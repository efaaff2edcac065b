import { Button, CopyButton, Group, Modal, Radio, Select, TextInput } from '@mantine/core';
import { CreateApiTokenInput, isReading, scopesOf, TOKEN_LIMITS } from '@portevoix/identity/shared';
import { Notice, Stack } from '@portevoix/ui';
import { Form, formFor, MultiSelectField, request, SubmitButton, TextField, useField, useT, useViewer } from '@portevoix/web';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../texts';
import { useRights } from './rights';
import css from './tokens.module.css';
import { CreateApiTokenDocument } from './tokens.graphql';

const TokenForm = formFor(CreateApiTokenInput);

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** Asks for a name, rights and an end; then shows the secret, this once. */
export function CreateTokenModal({ opened, onClose }: Props) {
  const t = useT(texts);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setSecret(null);
    onClose();
  };
  // A click beside it must not lose what is shown once.
  return (
    <Modal opened={opened} onClose={close} title={t(secret ? 'tokens.createdTitle' : 'tokens.create')} closeOnClickOutside={!secret} closeOnEscape={!secret}>
      {secret ? <Secret secret={secret} onClose={close} /> : <CreateToken onCreated={setSecret} />}
    </Modal>
  );
}

function CreateToken({ onCreated }: { onCreated: (secret: string) => void }) {
  const t = useT(texts);
  const client = useQueryClient();
  const { permissions } = useViewer();
  const offered = scopesOf(permissions);
  const form = TokenForm.useForm({
    defaultValues: { name: '', scopes: offered.filter(isReading), expiresInDays: TOKEN_LIMITS.days[0] },
    submit: (input) => request(CreateApiTokenDocument, { input: input as never }),
    onDone: ({ createApiToken }) => {
      void client.invalidateQueries({ queryKey: ['MyApiTokens'] });
      onCreated(createApiToken.secret);
    },
  });
  return (
    <Form form={form} label={t('tokens.create')}>
      <Stack>
        <TextField name="name" label={t('tokens.name')} description={t('tokens.nameHint')} required autoComplete="off" maxLength={TOKEN_LIMITS.name} data-autofocus />
        <RightsField offered={offered} />
        <DaysField />
        <Group justify="flex-end">
          <SubmitButton>{t('tokens.submit')}</SubmitButton>
        </Group>
      </Stack>
    </Form>
  );
}

function RightsField({ offered }: { offered: readonly string[] }) {
  const t = useT(texts);
  const { nameOf } = useRights();
  const { onChange } = useField<CreateApiTokenInput>('scopes');
  const [mode, setMode] = useState('read');
  const choose = (next: string) => {
    setMode(next);
    onChange(next === 'read' ? offered.filter(isReading) : []);
  };
  return (
    <>
      <Radio.Group name="rights" value={mode} onChange={choose} label={t('tokens.rightsLabel')}>
        <div className={css.choices}>
          <Radio value="read" label={t('tokens.readOnly')} description={t('tokens.readOnlyHint')} />
          <Radio value="choose" label={t('tokens.choose')} description={t('tokens.chooseHint')} />
        </div>
      </Radio.Group>
      {mode === 'choose' ? <MultiSelectField name="scopes" label={t('tokens.chosen')} searchable required data={offered.map((right) => ({ value: right, label: nameOf(right) }))} /> : null}
    </>
  );
}

function DaysField() {
  const t = useT(texts);
  const { value, onChange, error, name } = useField<CreateApiTokenInput>('expiresInDays');
  const data = [...TOKEN_LIMITS.days].sort((a, b) => a - b).map((days) => ({ value: String(days), label: t('tokens.days', { count: days }) }));
  return <Select name={name} label={t('tokens.expiry')} data={data} value={String(value)} error={error} allowDeselect={false} onChange={(days) => onChange(Number(days))} />;
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT(texts);
  return (
    <Stack>
      <TextInput readOnly label={t('tokens.secret')} value={secret} onFocus={(event) => event.currentTarget.select()} autoFocus classNames={{ input: css.code }} />
      <Notice tone="warn">{t('tokens.once')}</Notice>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('tokens.done')}
        </Button>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />} onClick={copy}>
              {t(copied ? 'tokens.copied' : 'tokens.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
