import { Button } from '@mantine/core';
import { Card, EmptyState, PageHeader, UiLink } from '@portevoix/ui';
import { useT } from '@portevoix/web';
import { texts } from './texts';

/** In place of the cohorts, while there is no programme for them. */
export function NoProgramme() {
  const t = useT(texts);
  return (
    <>
      <PageHeader title={t('list.title')} />
      <Card>
        <EmptyState title={t('list.noProgrammeTitle')} reason={t('list.noProgrammeReason')} action={<Button component={UiLink} href="/programme">{t('list.toProgramme')}</Button>} />
      </Card>
    </>
  );
}
