import { Button } from '@mantine/core';
import { ErrorState, UiLink } from '@portevoix/ui';
import { IconCompass } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { ApiError } from '../api-error';
import { errorText } from '../errors';
import { useT } from '../i18n/hooks';
import { isOfAnotherVersion } from '../version';
import { shell } from './texts';
import { ReloadButton } from './version';

/** The page's one title, said by the panel under it for those who see. */
function Titled({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1 className="pv-sr">{title}</h1>
      {children}
    </>
  );
}

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
  return (
    <Titled title={t('failed')}>
      {isOfAnotherVersion(error) ? (
        <ErrorState title={t('failed')} {...text} code={code} actions={<ReloadButton />} />
      ) : (
        <ErrorState title={t('failed')} {...text} code={code} {...(onRetry && { onRetry })} actions={<Home />} />
      )}
    </Titled>
  );
}

export function MissingPage() {
  const t = useT(shell);
  return (
    <Titled title={t('missing.title')}>
      <ErrorState icon={<IconCompass size={20} stroke={1.75} />} title={t('missing.title')} happened={t('missing.happened')} safe={t('missing.safe')} todo={t('missing.todo')} actions={<Home />} />
    </Titled>
  );
}

export function ForbiddenPage() {
  const t = useT(shell);
  const { code, ...text } = errorText(new ApiError('FORBIDDEN'));
  return (
    <Titled title={t('forbidden')}>
      <ErrorState title={t('forbidden')} {...text} code={code} actions={<Home />} />
    </Titled>
  );
}

/** The app could not even learn who is there. */
export function UnreachablePage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT(shell);
  const { code, ...text } = errorText(error);
  if (isOfAnotherVersion(error)) return <FailurePage error={error} />;
  return (
    <Titled title={t('unreachable')}>
      <ErrorState title={t('unreachable')} {...text} code={code} onRetry={onRetry} />
    </Titled>
  );
}
