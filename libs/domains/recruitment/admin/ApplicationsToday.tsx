import { Button } from '@mantine/core';
import { Card, UiLink } from '@portevoix/ui';
import { QueueList } from '@portevoix/ui/admin';
import { queryOf, useT } from '@portevoix/web';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { WaitingDocument } from './recruitment.graphql';
import { texts } from './texts';

/** Who waits for an answer; nothing when nobody does. */
export function ApplicationsToday() {
  const t = useT(texts);
  const count = useQuery(queryOf(WaitingDocument)).data?.applicationsWaiting ?? 0;
  if (!count) return null;
  const action = (
    <Button component={UiLink} href="/recrutement/candidatures?etat=SUBMITTED" variant="default" size="sm">
      {t('today.action')}
    </Button>
  );
  return (
    <Card padding="dense">
      <QueueList label={t('today.label')} items={[{ id: 'applications', icon: <IconUserPlus size={18} stroke={1.75} aria-hidden />, tone: 'accent', title: t('today.title', { count }), meta: t('today.meta'), action }]} />
    </Card>
  );
}
