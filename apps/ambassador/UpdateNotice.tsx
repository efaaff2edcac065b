import { Notice, TextButton } from '@portevoix/ui';
import { useT } from '@portevoix/web';
import { useRegisterSW } from 'virtual:pwa-register/react';
import css from './ambassador.module.css';
import { texts } from './texts';

/** A new version waits for a gesture: a reload of its own would lose what is being typed. */
export function UpdateNotice() {
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
