import { Button } from '@mantine/core';
import { Notice, TextButton } from '@portevoix/ui';
import { useT } from '../i18n/hooks';
import { loadNewest, useVersionsApart } from '../version';
import { shell } from './texts';

/** Says, over any page, that it is older or newer than its server, and offers to load it again. */
export function VersionNotice({ className }: { className?: string }) {
  const t = useT(shell);
  if (!useVersionsApart()) return null;
  return (
    <div className={className}>
      <Notice tone="info" live action={<TextButton onClick={() => void loadNewest()}>{t('version.reload')}</TextButton>}>
        {t('version.text')}
      </Notice>
    </div>
  );
}

export function ReloadButton() {
  const t = useT(shell);
  return <Button onClick={() => void loadNewest()}>{t('version.reload')}</Button>;
}
