import { Button } from '@mantine/core';
import { AmbassadorCard } from '@portevoix/ui/ambassador';
import { forgetInvitation, mayInvite, useT } from '@portevoix/web';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import css from '../ambassador.module.css';
import { texts } from '../texts';
import { install, installWay, onInstallChange } from './prompt';

const InstallSteps = lazy(() => import('./InstallSteps'));

/** Proposes the home screen from the second visit on; a no is kept. */
export function InstallCard() {
  const t = useT(texts);
  const way = useSyncExternalStore(onInstallChange, installWay, () => 'none' as const);
  const [refused, setRefused] = useState(false);
  const [steps, setSteps] = useState(false);
  if (way === 'none' || refused || !mayInvite()) return null;
  const refuse = () => {
    forgetInvitation();
    setRefused(true);
  };
  return (
    <AmbassadorCard label={t('install.title')}>
      <h2 className={css.cardTitle}>{t('install.title')}</h2>
      <p className={css.second}>{t('install.text')}</p>
      <div className={css.actions}>
        <Button variant="light" onClick={() => (way === 'ios' ? setSteps(true) : void install())}>
          {way === 'ios' ? t('install.how') : t('install.add')}
        </Button>
        <Button variant="subtle" color="gray" onClick={refuse}>
          {t('install.no')}
        </Button>
      </div>
      {steps ? (
        <Suspense>
          <InstallSteps onClose={() => setSteps(false)} />
        </Suspense>
      ) : null}
    </AmbassadorCard>
  );
}
