import { Button } from '@mantine/core';
import { ErrorState, UiLink } from '@portevoix/ui';
import { IconCompass } from '@tabler/icons-react';
import { ApiError } from '../api-error';
import { errorText } from '../errors';
import { useT } from '../i18n/hooks';
import { shell } from './texts';

function Home() {
  const t = useT(shell);
  return (
    <Button variant="default" component={UiLink} href="/">
      {t('home')}
    </Button>
  );
}

/** What a page shows when it could not load or broke. */
export function FailurePage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT(shell);
  const { code, ...text } = errorText(error);
  return <ErrorState title={t('failed')} {...text} code={code} {...(onRetry && { onRetry })} actions={<Home />} />;
}

export function MissingPage() {
  const t = useT(shell);
  return <ErrorState icon={<IconCompass size={20} stroke={1.75} />} title={t('missing.title')} happened={t('missing.happened')} safe={t('missing.safe')} todo={t('missing.todo')} actions={<Home />} />;
}

export function ForbiddenPage() {
  const t = useT(shell);
  const { code, ...text } = errorText(new ApiError('FORBIDDEN'));
  return <ErrorState title={t('forbidden')} {...text} code={code} actions={<Home />} />;
}

/** The app could not even learn who is there. */
export function UnreachablePage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT(shell);
  const { code, ...text } = errorText(error);
  return <ErrorState title={t('unreachable')} {...text} code={code} onRetry={onRetry} />;
}
