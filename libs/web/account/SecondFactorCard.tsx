import { Button } from '@mantine/core';
import { Card, Pill, SkeletonRows } from '@portevoix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../client';
import { Failure, Form, SubmitButton } from '../forms/Form';
import { TextField } from '../forms/fields';
import { formFor } from '../forms/formFor';
import { useT } from '../i18n/hooks';
import { queryOf } from '../queries';
import { RemoveSecondFactor, SecondFactor, Sessions } from '../session/session.graphql';
import { viewerQuery } from '../session/session';
import css from './account.module.css';
import { EitherFields } from './inputs';
import { SecondFactorSetup } from './SecondFactorSetup';
import { account } from './texts';

const EitherForm = formFor(EitherFields);

/** Codes of the person's application: turning them on and off. */
export function SecondFactorCard() {
  const t = useT(account);
  const client = useQueryClient();
  const { data, error } = useQuery(queryOf(SecondFactor));
  const on = data?.viewer?.secondFactorOn;
  // It is on before the codes are kept: they stay until the person says so.
  const [showsCodes, setShowsCodes] = useState(false);
  // What replaces the button that was pressed takes the focus.
  const [moved, setMoved] = useState(false);
  const refresh = () => {
    setMoved(true);
    return Promise.all([queryOf(SecondFactor), queryOf(Sessions), viewerQuery()].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
  };
  return (
    <Card title={t('factor.card')}>
      <p className={css.hint}>{t('factor.hint')}</p>
      {on === undefined ? (
        error ? <Failure error={error} /> : <SkeletonRows rows={1} />
      ) : (
        <div className={css.state}>
          {on && !showsCodes ? (
            <TurnOff takesFocus={moved} onDone={() => void refresh()} />
          ) : (
            <SecondFactorSetup takesFocus={moved} onCodes={() => setShowsCodes(true)} onDone={() => void refresh().then(() => setShowsCodes(false))} />
          )}
        </div>
      )}
    </Card>
  );
}

function TurnOff({ takesFocus, onDone }: { takesFocus: boolean; onDone: () => void }) {
  const t = useT(account);
  const [asked, setAsked] = useState<boolean>();
  const form = EitherForm.useForm({ defaultValues: { code: '' }, submit: (input) => request(RemoveSecondFactor, { input }), onDone });
  if (!asked)
    return (
      <div className={css.row}>
        <Pill tone="good">{t('factor.on')}</Pill>
        <Button variant="default" autoFocus={takesFocus || asked === false} onClick={() => setAsked(true)}>
          {t('factor.remove')}
        </Button>
      </div>
    );
  return (
    <Form form={form} label={t('factor.remove')}>
      <TextField<EitherFields> name="code" label={t('factor.removeCode')} description={t('factor.removeText')} autoComplete="one-time-code" maxLength={11} classNames={{ wrapper: css.short, input: css.code }} autoFocus />
      <div className={css.pictureActions}>
        <SubmitButton>{t('factor.remove')}</SubmitButton>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('factor.cancel')}
        </Button>
      </div>
    </Form>
  );
}
