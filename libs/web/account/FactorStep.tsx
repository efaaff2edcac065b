import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api-error';
import { request } from '../client';
import { Form, SubmitButton } from '../forms/Form';
import { TextField } from '../forms/fields';
import { formFor } from '../forms/formFor';
import { useT } from '../i18n/hooks';
import { VerifySecondFactor } from '../session/session.graphql';
import { startSession, type Viewer } from '../session/session';
import css from './account.module.css';
import { FactorFields, RecoveryFields } from './inputs';
import { account } from './texts';

const FactorForm = formFor(FactorFields);
const RecoveryForm = formFor(RecoveryFields);

/** The answer of a way in; null when a code of the person's application is asked for next. */
export const orFactor = <T,>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'SECOND_FACTOR_REQUIRED') return null;
    throw error;
  });

interface Ways {
  onDone: () => void;
  /** Back to the first factor, which holds for five minutes. */
  onRestart: () => void;
}

/** After the first factor: a code of the application, or a recovery code. */
export function FactorStep({ onDone, onRestart }: Ways) {
  const t = useT(account);
  const [way, setWay] = useState<'app' | 'recovery'>('app');
  const other = way === 'app' ? 'recovery' : 'app';
  return (
    <>
      <h1 className={css.title}>{t(way === 'app' ? 'factor.title' : 'factor.recovery')}</h1>
      {way === 'app' ? <AppCode onDone={onDone} /> : <RecoveryCode onDone={onDone} />}
      <div className={css.pair}>
        <Button variant="subtle" color="gray" onClick={() => setWay(other)}>
          {t(other === 'app' ? 'factor.useApp' : 'factor.useRecovery')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onRestart}>
          {t('factor.restart')}
        </Button>
      </div>
    </>
  );
}

function useVerify(onDone: () => void) {
  const client = useQueryClient();
  return {
    defaultValues: { code: '' },
    submit: async (input: { code: string }) => (await request(VerifySecondFactor, { input })).verifySecondFactor,
    onDone: (viewer: Viewer) => void startSession(client, viewer).then(onDone),
  };
}

function AppCode({ onDone }: Pick<Ways, 'onDone'>) {
  const t = useT(account);
  const form = FactorForm.useForm(useVerify(onDone));
  return (
    <>
      <p className={css.lead}>{t('factor.text')}</p>
      <Form form={form} label={t('factor.title')}>
        <TextField<FactorFields> name="code" label={t('factor.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} size="lg" classNames={{ input: css.code }} autoFocus />
        <SubmitButton fullWidth size="lg">
          {t('factor.submit')}
        </SubmitButton>
      </Form>
    </>
  );
}

function RecoveryCode({ onDone }: Pick<Ways, 'onDone'>) {
  const t = useT(account);
  const form = RecoveryForm.useForm(useVerify(onDone));
  return (
    <>
      <p className={css.lead}>{t('factor.recoveryText')}</p>
      <Form form={form} label={t('factor.recovery')}>
        <TextField<RecoveryFields> name="code" label={t('factor.recovery')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={11} size="lg" classNames={{ input: css.code }} autoFocus />
        <SubmitButton fullWidth size="lg">
          {t('factor.submit')}
        </SubmitButton>
      </Form>
    </>
  );
}
