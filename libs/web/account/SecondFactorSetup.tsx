import { Button, CopyButton } from '@mantine/core';
import type { BeginSecondFactorMutation } from '@portevoix/graphql';
import { Notice } from '@portevoix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../client';
import { Failure, Form, SubmitButton } from '../forms/Form';
import { TextField } from '../forms/fields';
import { formFor } from '../forms/formFor';
import { useT } from '../i18n/hooks';
import { BeginSecondFactor, ConfirmSecondFactor } from '../session/session.graphql';
import css from './account.module.css';
import { FactorFields } from './inputs';
import { account } from './texts';

const FactorForm = formFor(FactorFields);

type Setup = BeginSecondFactorMutation['beginSecondFactor'];

/** As they are read and typed: two groups of five. */
const written = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`;

/** Turns the second factor on: a button, the key and its first code, then the recovery codes. `onCodes` when these are shown, which is once; `onDone` when they are kept. `takesFocus` when it stands where the focus was. */
export function SecondFactorSetup({ takesFocus = false, onCodes, onDone }: { takesFocus?: boolean; onCodes: () => void; onDone: () => void }) {
  const t = useT(account);
  const begin = useMutation({ mutationFn: () => request(BeginSecondFactor) });
  const [codes, setCodes] = useState<readonly string[]>();
  const [wentBack, setWentBack] = useState(false);
  const cancel = () => {
    setWentBack(true);
    begin.reset();
  };
  const show = (shown: readonly string[]) => {
    onCodes();
    setCodes(shown);
  };
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (begin.data) return <FirstCode setup={begin.data.beginSecondFactor} onCodes={show} onCancel={cancel} />;
  return (
    <>
      <div>
        <Button autoFocus={takesFocus || wentBack} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('factor.begin')}
        </Button>
      </div>
      {begin.isError ? <Failure error={begin.error} /> : null}
    </>
  );
}

function FirstCode({ setup, onCodes, onCancel }: { setup: Setup; onCodes: (codes: readonly string[]) => void; onCancel: () => void }) {
  const t = useT(account);
  const form = FactorForm.useForm({
    defaultValues: { code: '' },
    submit: (input) => request(ConfirmSecondFactor, { input }),
    onDone: ({ confirmSecondFactor }) => onCodes(confirmSecondFactor),
  });
  return (
    <div className={css.factor}>
      <p className={css.hint}>{t('factor.scan')}</p>
      <div className={css.setup}>
        <img className={css.qr} src={`data:image/svg+xml,${encodeURIComponent(setup.qr)}`} alt={t('factor.qr')} width={200} height={200} />
        <div>
          <div>
            <span className={css.hint}>{t('factor.key')}</span>
            <code className={css.key}>{setup.key.match(/.{1,4}/g)?.join(' ')}</code>
          </div>
          <div>
            <Copy text={setup.key} label={t('factor.copy')} />
          </div>
          <Form form={form} label={t('factor.card')}>
            <TextField<FactorFields> name="code" label={t('factor.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} classNames={{ input: css.code }} autoFocus />
            <div className={css.pictureActions}>
              <SubmitButton>{t('factor.confirm')}</SubmitButton>
              <Button variant="default" onClick={onCancel}>
                {t('factor.cancel')}
              </Button>
            </div>
          </Form>
        </div>
      </div>
    </div>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useT(account);
  const text = codes.map(written).join('\n');
  return (
    <div className={css.factor}>
      <Notice tone="warn" live title={t('factor.codes')}>
        {t('factor.codesText')}
      </Notice>
      <ul className={css.codes} aria-label={t('factor.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{written(code)}</code>
          </li>
        ))}
      </ul>
      <div className={css.pictureActions}>
        <Copy text={text} label={t('factor.codesCopy')} autoFocus />
        <Button variant="default" component="a" href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`} download={t('factor.file')}>
          {t('factor.download')}
        </Button>
        <Button onClick={onDone}>{t('factor.done')}</Button>
      </div>
    </div>
  );
}

function Copy({ text, label, autoFocus = false }: { text: string; label: string; autoFocus?: boolean }) {
  const t = useT(account);
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" autoFocus={autoFocus} onClick={copy}>
          {copied ? t('factor.copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
