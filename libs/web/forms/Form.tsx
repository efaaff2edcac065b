import { Button } from '@mantine/core';
import { Notice, TextButton } from '@portevoix/ui';
import type { ReactNode } from 'react';
import { FormProvider, useFormContext, type FieldValues } from 'react-hook-form';
import { errorText } from '../errors';
import { useFormat, useT } from '../i18n/hooks';
import { isOfAnotherVersion, loadNewest } from '../version';
import css from './forms.module.css';
import type { InputForm } from './formFor';
import { forms } from './texts';

/** The form's frame: the restored draft's notice, the fields, what the API refused as a whole. */
export function Form<Input extends FieldValues>({ form: { form, onSubmit, failure, restoredAt, startAgain }, children, label }: { form: InputForm<Input>; children: ReactNode; label?: string }) {
  const t = useT(forms);
  const format = useFormat();
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate className={css.form} aria-label={label}>
        {restoredAt === undefined ? null : (
          <Notice tone="info" live action={<TextButton onClick={startAgain}>{t('startAgain')}</TextButton>}>
            {t('restored', { when: format.relative(restoredAt) })}
          </Notice>
        )}
        {children}
        {failure === undefined ? null : (
          <div ref={bringInSight} className={css.failure}>
            <Failure error={failure} />
          </div>
        )}
      </form>
    </FormProvider>
  );
}

const bringInSight = (node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' });

/** A refusal in the reader's words, near what caused it. */
export function Failure({ error }: { error: unknown }) {
  const t = useT(forms);
  const { happened, safe, todo, code } = errorText(error);
  const reload = isOfAnotherVersion(error) ? <TextButton onClick={() => void loadNewest()}>{t('reload')}</TextButton> : undefined;
  return (
    <Notice tone="danger" live title={happened} action={reload}>
      {safe} {todo} <small className={css.code}>({code})</small>
    </Notice>
  );
}

/** Sends the form; says that it works, keeps its width. */
export function SubmitButton({ children, ...props }: { children: ReactNode; fullWidth?: boolean; size?: 'sm' | 'md' | 'lg'; variant?: 'filled' | 'default' }) {
  const { formState } = useFormContext();
  return (
    <Button type="submit" loading={formState.isSubmitting} {...props}>
      {children}
    </Button>
  );
}
