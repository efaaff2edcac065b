import { Notice, TextButton } from '@portevoix/ui';
import { ApiError, errorText, useT } from '@portevoix/web';
import { texts } from '../texts';
import css from '../sharing.module.css';

/** Why it did not leave, and what to do; another text to start from when the API has one. */
export function Refusal({ error, onUse }: { error: Error; onUse: (text: string) => void }) {
  const t = useT(texts);
  const { happened, todo } = errorText(error);
  const suggestion = error instanceof ApiError ? error.params['suggestion'] : undefined;
  return (
    <div className={css.refusal}>
      <Notice tone="warn" title={happened} live action={typeof suggestion === 'string' && suggestion ? <TextButton onClick={() => onUse(suggestion)}>{t('sheet.useSuggestion')}</TextButton> : undefined}>
        {todo}
      </Notice>
    </div>
  );
}
