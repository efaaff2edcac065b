import { Button } from '@mantine/core';
import { Notice, TextLink } from '@portevoix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { Failure } from '../forms/Form';
import { useT } from '../i18n/hooks';
import { RedeemMagicLink } from '../session/session.graphql';
import { startSession } from '../session/session';
import css from './account.module.css';
import { SignInFrame, type Audience } from './SignInFrame';
import { account } from './texts';

/** Where the e-mail's link lands. Opening it does nothing: mail scanners open links too. The button uses it. */
export function MagicLinkPage({ audience, token, onDone }: { audience: Audience; token: string; onDone: () => void }) {
  const t = useT(account);
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: () => request(RedeemMagicLink, { input: { token } }),
    onSuccess: async ({ redeemMagicLink }) => {
      await startSession(client, redeemMagicLink);
      onDone();
    },
  });
  return (
    <SignInFrame audience={audience} title={t('link.title')}>
      <h1 className={css.title}>{t('link.title')}</h1>
      {token ? (
        <>
          <p className={css.lead}>{t('link.text')}</p>
          <Button size="lg" fullWidth loading={open.isPending} onClick={() => open.mutate()}>
            {t('link.open')}
          </Button>
        </>
      ) : (
        <Notice tone="warn">{t('link.missing')}</Notice>
      )}
      {open.isError ? <Failure error={open.error} /> : null}
      <p className={css.under}>
        <TextLink href="/connexion" quiet>
          {t('link.back')}
        </TextLink>
      </p>
    </SignInFrame>
  );
}
