import { Button } from '@mantine/core';
import { Card, ConfirmWordModal, Stack } from '@portevoix/ui';
import { Failure, useMutationOf, useT } from '@portevoix/web';
import { IconRestore } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ResetDemoDocument } from './settings.graphql';
import { texts } from './texts';

/** In the demo organisation: back to its first day. */
export function DemoCard() {
  const t = useT(texts);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const reset = useMutationOf(ResetDemoDocument, { onSuccess: ({ resetDemo: { id } }) => void navigate({ to: '/demonstration', search: { suivi: id } as never }) });
  return (
    <Card title={t('demo.title')}>
      <Stack>
        <p>{t('demo.intro')}</p>
        {reset.error ? <Failure error={reset.error} /> : null}
        <div>
          <Button variant="default" leftSection={<IconRestore size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('demo.reset')}
          </Button>
        </div>
      </Stack>
      <ConfirmWordModal
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => reset.mutate({})}
        title={t('demo.confirmTitle')}
        intro={t('demo.confirmIntro')}
        gone={[t('demo.goneChanges'), t('demo.goneSessions')]}
        kept={[t('demo.keptAccounts'), t('demo.keptOthers')]}
        word={t('demo.word')}
        confirmLabel={t('demo.reset')}
        keepLabel={t('demo.keep')}
        busy={reset.isPending}
      />
    </Card>
  );
}
