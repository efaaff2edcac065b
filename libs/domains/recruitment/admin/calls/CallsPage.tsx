import { Button } from '@mantine/core';
import { Card, EmptyState, ErrorState, SkeletonRows } from '@portevoix/ui';
import { errorText, useT } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { RecruitmentFrame } from '../RecruitmentFrame';
import { texts } from '../texts';
import { CallCard } from './CallCard';
import { CallEditor } from './CallEditor';
import { useCalls } from './useCalls';

/** Calls for volunteers: written, opened, closed, and their link to share. */
export function CallsPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const { nouveau, modifier } = useSearch({ strict: false }) as { nouveau?: unknown; modifier?: string };
  const { calls, error, isPending, refetch } = useCalls();
  const go = (search: object) => void navigate({ to: '.', search: search as never });
  const edited = calls.find(({ id }) => id === modifier);
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go({ nouveau: 1 })}>
      {t('calls.new')}
    </Button>
  );
  return (
    <RecruitmentFrame tab="calls" actions={create}>
      {nouveau ? <CallEditor onDone={() => go({})} /> : null}
      {edited ? <CallEditor key={edited.id} call={edited} onDone={() => go({})} /> : null}
      {error ? <ErrorState title={t('page.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={3} /> : null}
      {!isPending && !error && !calls.length && !nouveau ? <Card><EmptyState title={t('calls.emptyTitle')} reason={t('calls.emptyReason')} action={create} /></Card> : null}
      {calls.filter(({ id }) => id !== modifier).map((call) => (
        <CallCard key={call.id} call={call} onEdit={() => go({ modifier: call.id })} />
      ))}
    </RecruitmentFrame>
  );
}
