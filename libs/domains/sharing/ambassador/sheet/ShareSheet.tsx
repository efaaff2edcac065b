import { BottomSheet, ErrorScene, FeedSkeleton, ShareResult } from '@portevoix/ui/ambassador';
import { errorText, isRefusal, useT, type SlotProps } from '@portevoix/web';
import { IconClock } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { texts } from '../texts';
import { Asked } from './Asked';
import { Compose } from './Compose';
import { Thanks } from './Thanks';
import type { OpenedNow, Outcome } from './useOpenShare';
import { usePreparation } from './usePreparation';

type Step = { at: 'writing' } | { at: 'asked'; opened: OpenedNow } | { at: 'thanks'; opened: OpenedNow } | { at: 'waiting' };

/** « Back » takes the sheet away at once, before it can give the focus back by itself. */
function useFocusReturn(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement) setTimeout(() => opener.focus({ preventScroll: true }));
    };
  }, []);
}

/** My words, then the network, then what I say became of it. */
export function ShareSheet({ publicationId, onClose }: SlotProps['publication.share']) {
  const t = useT(texts);
  useFocusReturn();
  const [step, setStep] = useState<Step>({ at: 'writing' });
  const { preparation, error, retry } = usePreparation(publicationId);
  const done = useCallback((outcome: Outcome) => setStep(outcome.kind === 'opened' ? { at: 'asked', opened: outcome.opened } : { at: 'waiting' }), []);
  const titles = { writing: t('sheet.title'), asked: t('asked.title'), thanks: t('thanks.title'), waiting: t('waiting.title') };
  const failure = error && errorText(error);
  const leave = { label: t('thanks.done'), onClick: onClose };
  return (
    <BottomSheet opened onClose={onClose} title={titles[step.at]} titleHidden={step.at === 'asked'} closeLabel={t(step.at === 'writing' ? 'sheet.closeKept' : 'sheet.close')}>
      {step.at === 'asked' ? <Asked opened={step.opened} onYes={(share) => setStep({ at: 'thanks', opened: { ...step.opened, share } })} onLater={onClose} /> : null}
      {step.at === 'thanks' ? <Thanks opened={step.opened} onClose={onClose} /> : null}
      {step.at === 'waiting' ? (
        <ShareResult
          text={t('waiting.text')}
          rows={[{ id: 'wait', icon: <IconClock size={20} stroke={1.8} />, tone: 'warn', title: t('waiting.row'), detail: t('waiting.rowDetail') }]}
          done={leave}
        />
      ) : null}
      {step.at === 'writing' && preparation ? <Compose key={publicationId} publicationId={publicationId} preparation={preparation} onDone={done} /> : null}
      {step.at === 'writing' && failure ? <ErrorScene title={t('sheet.refused')} {...failure} code={failure.code} {...(isRefusal(error) ? { primary: leave } : { primary: { label: t('sheet.retry'), onClick: retry }, secondary: leave })} /> : null}
      {step.at === 'writing' && !preparation && !failure ? <FeedSkeleton label={t('sheet.loading')} cards={0} /> : null}
    </BottomSheet>
  );
}

