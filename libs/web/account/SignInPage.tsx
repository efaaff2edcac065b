import { Button } from '@mantine/core';
import type { SignInOptionsQuery } from '@portevoix/graphql';
import { Notice } from '@portevoix/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../client';
import { Failure, Form, SubmitButton } from '../forms/Form';
import { PasswordField, TextField } from '../forms/fields';
import { formFor } from '../forms/formFor';
import { useT } from '../i18n/hooks';
import { queryOf } from '../queries';
import { RedeemSignInCode, RequestMagicLink, SignIn, SignInOptions } from '../session/session.graphql';
import { startSession } from '../session/session';
import css from './account.module.css';
import { FactorStep, orFactor } from './FactorStep';
import { AddressFields, CodeFields, PasswordFields } from './inputs';
import { SignInFrame, type Audience } from './SignInFrame';
import { account } from './texts';

const PasswordForm = formFor(PasswordFields);
const AddressForm = formFor(AddressFields);
const CodeForm = formFor(CodeFields);

type DemoAccount = SignInOptionsQuery['signInOptions']['demoAccounts'][number];

type Step = { name: 'password' | 'address' | 'sent' | 'factor'; email: string };

/** Signs in by password, by a link and its code, or with a demo account. `onDone` leads back to where the person was. */
export function SignInPage({ audience, ended, onDone }: { audience: Audience; ended: boolean; onDone: () => void }) {
  const t = useT(account);
  const { data, isLoading, failureCount } = useQuery({ ...queryOf(SignInOptions), staleTime: Number.POSITIVE_INFINITY });
  const options = data?.signInOptions;
  // The title and the ways in depend on the organisation: what one begins to read does not move.
  const waits = isLoading && failureCount === 0;
  const [step, setStep] = useState<Step>({ name: 'password', email: '' });
  const name = options?.organisationName;
  const onFactor = () => setStep({ name: 'factor', email: step.email });
  return (
    <SignInFrame audience={audience} organisation={name} title={t(step.name === 'sent' ? 'sent.title' : step.name === 'factor' ? 'factor.title' : 'signIn.title')}>
      {waits ? null : step.name === 'factor' ? (
        <FactorStep onDone={onDone} onRestart={() => setStep({ name: 'password', email: step.email })} />
      ) : step.name === 'sent' ? (
        <SentStep email={step.email} onFactor={onFactor} onDone={onDone} onOther={() => setStep({ name: 'address', email: step.email })} />
      ) : (
        <>
          <h1 className={css.title}>{name ? t('signIn.titleTo', { name }) : t('signIn.title')}</h1>
          {ended ? <Notice tone="info">{t('signIn.ended')}</Notice> : null}
          {step.name === 'password' ? (
            <PasswordStep email={step.email} withLink={options?.magicLink ?? false} onFactor={onFactor} onDone={onDone} onLink={(email) => setStep({ name: 'address', email })} />
          ) : (
            <AddressStep email={step.email} onSent={(email) => setStep({ name: 'sent', email })} onPassword={(email) => setStep({ name: 'password', email })} />
          )}
          {options?.demoAccounts.length ? <DemoAccounts accounts={options.demoAccounts} onFactor={onFactor} onDone={onDone} /> : null}
        </>
      )}
    </SignInFrame>
  );
}

function PasswordStep({ email, withLink, onFactor, onDone, onLink }: { email: string; withLink: boolean; onFactor: () => void; onDone: () => void; onLink: (email: string) => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const form = PasswordForm.useForm({
    defaultValues: { email, password: '' },
    submit: (input) => orFactor(request(SignIn, { input })),
    onDone: (answer) => (answer ? void startSession(client, answer.signIn).then(onDone) : onFactor()),
  });
  return (
    <>
      <Form form={form} label={t('signIn.title')}>
        <TextField<PasswordFields> name="email" label={t('signIn.email')} type="email" autoComplete="username" inputMode="email" size="lg" />
        <PasswordField<PasswordFields> name="password" label={t('signIn.password')} autoComplete="current-password" size="lg" />
        <SubmitButton fullWidth size="lg">
          {t('signIn.submit')}
        </SubmitButton>
      </Form>
      {withLink ? (
        <>
          <p className={css.or}>{t('signIn.or')}</p>
          <Button variant="default" fullWidth size="lg" onClick={() => onLink(form.form.getValues('email'))}>
            {t('signIn.byLink')}
          </Button>
        </>
      ) : null}
    </>
  );
}

function AddressStep({ email, onSent, onPassword }: { email: string; onSent: (email: string) => void; onPassword: (email: string) => void }) {
  const t = useT(account);
  const form = AddressForm.useForm({
    defaultValues: { email },
    submit: (input) => request(RequestMagicLink, { input }),
    onDone: (_sent, input) => onSent(input.email),
  });
  return (
    <>
      <Form form={form} label={t('signIn.byLink')}>
        <TextField<AddressFields> name="email" label={t('signIn.email')} description={t('signIn.linkHint')} type="email" autoComplete="username" inputMode="email" size="lg" />
        <SubmitButton fullWidth size="lg">
          {t('signIn.sendLink')}
        </SubmitButton>
      </Form>
      <p className={css.or}>{t('signIn.or')}</p>
      <Button variant="default" fullWidth size="lg" onClick={() => onPassword(form.form.getValues('email'))}>
        {t('signIn.byPassword')}
      </Button>
    </>
  );
}

function SentStep({ email, onFactor, onDone, onOther }: { email: string; onFactor: () => void; onDone: () => void; onOther: () => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const form = CodeForm.useForm({
    defaultValues: { code: '' },
    submit: ({ code }) => orFactor(request(RedeemSignInCode, { input: { email, code: code.replaceAll(' ', '') } })),
    onDone: (answer) => (answer ? void startSession(client, answer.redeemSignInCode).then(onDone) : onFactor()),
  });
  const again = useMutation({ mutationFn: () => request(RequestMagicLink, { input: { email } }) });
  return (
    <>
      <h1 className={css.title}>{t('sent.title')}</h1>
      <p className={css.lead}>{t('sent.text', { email })}</p>
      <Form form={form} label={t('sent.title')}>
        <TextField<CodeFields> name="code" label={t('sent.code')} description={t('sent.codeHint')} inputMode="numeric" autoComplete="one-time-code" maxLength={9} size="lg" classNames={{ input: css.code }} data-autofocus />
        <SubmitButton fullWidth size="lg">
          {t('sent.submit')}
        </SubmitButton>
      </Form>
      {again.isSuccess ? <Notice tone="good" live>{t('sent.sentAgain')}</Notice> : null}
      {again.isError ? <Failure error={again.error} /> : null}
      <div className={css.pair}>
        <Button variant="subtle" color="gray" loading={again.isPending} onClick={() => again.mutate()}>
          {t('sent.again')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onOther}>
          {t('sent.other')}
        </Button>
      </div>
    </>
  );
}

function DemoAccounts({ accounts, onFactor, onDone }: { accounts: readonly DemoAccount[]; onFactor: () => void; onDone: () => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: ({ email, password }: DemoAccount) => orFactor(request(SignIn, { input: { email, password } })),
    onSuccess: async (answer) => {
      if (!answer) return onFactor();
      await startSession(client, answer.signIn);
      onDone();
    },
  });
  const nameOf = (label: string) => (label in account.messages.demo ? t(`demo.${label as keyof typeof account.messages.demo}`) : label);
  return (
    <section className={css.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={css.demoTitle}>
        {t('signIn.demo')}
      </h2>
      <p className={css.hint}>{t('signIn.demoHint')}</p>
      <div className={css.demoAccounts}>
        {accounts.map((demo) => (
          <Button key={demo.email} variant="light" loading={enter.isPending && enter.variables.email === demo.email} onClick={() => enter.mutate(demo)}>
            {nameOf(demo.label)}
          </Button>
        ))}
      </div>
      {enter.isError ? <Failure error={enter.error} /> : null}
    </section>
  );
}
