import { Button, Modal } from '@mantine/core';
import { useT } from '@portevoix/web';
import { IconShare2, IconSquareRoundedCheck, IconSquareRoundedPlus } from '@tabler/icons-react';
import css from '../ambassador.module.css';
import { texts } from '../texts';

/** Safari on iOS has no prompt of its own: the three gestures, in words. */
export default function InstallSteps({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  return (
    <Modal opened onClose={onClose} title={t('install.steps.title')} closeButtonProps={{ 'aria-label': t('install.close') }}>
      <ol className={css.steps}>
        <li>
          <IconShare2 size={22} stroke={1.8} aria-hidden /> {t('install.steps.share')}
        </li>
        <li>
          <IconSquareRoundedPlus size={22} stroke={1.8} aria-hidden /> {t('install.steps.home')}
        </li>
        <li>
          <IconSquareRoundedCheck size={22} stroke={1.8} aria-hidden /> {t('install.steps.open')}
        </li>
      </ol>
      <Button fullWidth onClick={onClose}>
        {t('install.close')}
      </Button>
    </Modal>
  );
}
