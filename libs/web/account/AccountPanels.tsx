import { Button } from '@mantine/core';
import { Card, ColorSchemeSwitch, LanguageSwitch, Pill, SkeletonRows, Stack } from '@portevoix/ui';
import { IconLogout } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { request } from '../client';
import { Failure } from '../forms/Form';
import { setLocale, useFormat, useLocale, useT } from '../i18n/hooks';
import type { Locale } from '../i18n/instance';
import { queryOf, useMutationOf } from '../queries';
import { RevokeSession, Sessions, UpdateMyPreferences } from '../session/session.graphql';
import { setViewer, useSignOut } from '../session/session';
import css from './account.module.css';
import { PictureField } from './PictureField';
import { SecondFactorCard } from './SecondFactorCard';
import { account } from './texts';

const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const;

/** Own picture, language, colour scheme, connected devices, signing out: the same in both apps. `children` stand before the way out. */
export function AccountPanels({ children }: { children?: ReactNode }) {
  return (
    <Stack>
      <Profile />
      <Preferences />
      <SecondFactorCard />
      <Devices />
      {children}
      <Leave />
    </Stack>
  );
}

function Profile() {
  const t = useT(account);
  return (
    <Card title={t('me.profile')}>
      <PictureField of="me" label={t('me.picture')} hint={t('me.pictureHint')} />
    </Card>
  );
}

function Preferences() {
  const t = useT(account);
  const client = useQueryClient();
  const locale = useLocale();
  const save = useMutation({
    mutationFn: async (next: Locale) => {
      await setLocale(next);
      return request(UpdateMyPreferences, { input: { locale: next } });
    },
    onSuccess: ({ updateMyPreferences }) => setViewer(client, updateMyPreferences),
  });
  return (
    <Card title={t('me.appearance')}>
      <div className={css.row}>
        <span>{t('me.language')}</span>
        <LanguageSwitch value={locale} options={LANGUAGES} onChange={(next) => save.mutate(next)} />
      </div>
      <div className={css.row}>
        <span>{t('me.scheme')}</span>
        <ColorSchemeSwitch />
      </div>
      {save.isError ? <Failure error={save.error} /> : null}
    </Card>
  );
}

function Devices() {
  const t = useT(account);
  const format = useFormat();
  const { data, error } = useQuery(queryOf(Sessions));
  const revoke = useMutationOf(RevokeSession, { refresh: [Sessions] });
  return (
    <Card title={t('me.sessions')}>
      <p className={css.hint}>{t('me.sessionsHint')}</p>
      {data ? (
        <ul className={css.devices}>
          {data.sessions.map((session) => (
            <li key={session.id} className={css.row}>
              <span>
                <b className={css.device}>{session.device || t('me.unknownDevice')}</b>
                <small className={css.hint}>{t('me.lastSeen', { when: format.relative(session.lastSeenAt) })}</small>
              </span>
              {session.current ? (
                <Pill tone="good">{t('me.thisDevice')}</Pill>
              ) : (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('me.revokeLabel', { device: session.device || t('me.unknownDevice') })}
                  loading={revoke.isPending && revoke.variables.id === session.id}
                  onClick={() => revoke.mutate({ id: session.id })}
                >
                  {t('me.revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : error ? (
        <Failure error={error} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      {revoke.isError ? <Failure error={revoke.error} /> : null}
    </Card>
  );
}

function Leave() {
  const t = useT(account);
  const leave = useSignOut();
  return (
    <div className={css.leave}>
      <Button variant="default" size="md" loading={leave.isPending} leftSection={<IconLogout size={18} aria-hidden />} onClick={() => leave.mutate()}>
        {t('me.signOut')}
      </Button>
      <span className={css.hint}>{t('me.signOutHint')}</span>
      {leave.isError ? <Failure error={leave.error} /> : null}
    </div>
  );
}
