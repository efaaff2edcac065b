import { Notice, TextButton } from '@portevoix/ui';
import { useT, useVersionsApart, VersionNotice } from '@portevoix/web';
import { useRegisterSW } from 'virtual:pwa-register/react';
import { useEffect, useState } from 'react';
import css from './ambassador.module.css';
import { texts } from './texts';

/** Long enough for the page to have what it shows. */
const AFTER_MS = 1500;

/** The service worker comes after the page, whose network it would take. */
export function UpdateNotice() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const apart = useVersionsApart();
  if (apart) return <VersionNotice className={css.notice} />;
  return late ? <Update /> : null;
}

/** A new version waits for a gesture: a reload of its own would lose what is being typed. */
function Update() {
  const t = useT(texts);
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW();
  if (!ready) return null;
  return (
    <div className={css.notice}>
      <Notice tone="info" live action={<TextButton onClick={() => void updateServiceWorker(true)}>{t('update.apply')}</TextButton>}>
        {t('update.text')}
      </Notice>
    </div>
  );
}
