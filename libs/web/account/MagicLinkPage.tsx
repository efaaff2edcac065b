import { Button } from '@mantine/core';
import { Notice, TextLink, UiLink } from '@portevoix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../api-error';
import { request } from '../client';
import { Failure } from '../forms/Form';
import { useT } from '../i18n/hooks';
import { RedeemMagicLink } from '../session/session.graphql';
import { startSession } from '../session/session';
import css from './account.module.css';
import { FactorStep, orFactor } from './FactorStep';
import { SignInFrame, type Audience } from './SignInFrame';
import { account } from './texts';

/** Where the e-mail's link lands. Opening it does nothing: mail scanners open links too. The button uses it. */
export function MagicLinkPage({ audience, token, onDone }: { audience: Audience; token: string; onDone: () => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: () => orFactor(request(RedeemMagicLink, { input: { token } })),
    onSuccess: async (answer) => {
      if (!answer) return;
      await startSession(client, answer.redeemMagicLink);
      onDone();
    },
  });
  // Used, too old or never sent: the API says one thing for all, and the same link will not do better.
  const spent = open.error instanceof ApiError && open.error.code === 'SIGN_IN_REFUSED';
  if (open.data === null)
    return (
      <SignInFrame audience={audience} title={t('factor.title')}>
        <FactorStep onDone={onDone} onRestart={() => open.reset()} />
      </SignInFrame>
    );
  const title = t(spent ? 'link.refused' : 'link.title');
  return (
    <SignInFrame audience={audience} title={title}>
      <h1 className={css.title}>{title}</h1>
      {spent ? (
        <div role="alert" className={css.task}>
          <p className={css.lead}>{t('link.refusedText')}</p>
          <Button size="lg" fullWidth component={UiLink} href="/connexion">
            {t('link.back')}
          </Button>
        </div>
      ) : token ? (
        <>
          <p className={css.lead}>{t('link.text')}</p>
          <Button size="lg" fullWidth loading={open.isPending} onClick={() => open.mutate()}>
            {t('link.open')}
          </Button>
        </>
      ) : (
        <Notice tone="warn">{t('link.missing')}</Notice>
      )}
      {open.isError && !spent ? <Failure error={open.error} /> : null}
      {spent ? null : (
        <p className={css.under}>
          <TextLink href="/connexion" quiet>
            {t('link.back')}
          </TextLink>
        </p>
      )}
    </SignInFrame>
  );
}
