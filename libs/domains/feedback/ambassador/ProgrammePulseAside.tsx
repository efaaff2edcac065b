import { SkeletonRows } from '@portevoix/ui';
import { ActionButton, AmbassadorCard } from '@portevoix/ui/ambassador';
import { useT } from '@portevoix/web';
import { lazy, Suspense, useState } from 'react';
import css from './pulse.module.css';
import { texts } from './texts';
import { useProgrammePulse } from './useProgrammePulse';

const PulseForm = lazy(async () => ({ default: (await import('./PulseForm')).PulseForm }));

/** Beside the feed: the pulse in two lines, its questions on demand; nothing once answered. */
export function ProgrammePulseAside() {
  const t = useT(texts);
  const open = useProgrammePulse();
  const [asked, setAsked] = useState(false);
  if (!open) return null;
  if (asked) {
    return (
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <PulseForm key={open.pulse.id} {...open} />
      </Suspense>
    );
  }
  if (open.pulse.myAnswer) return null;
  return (
    <AmbassadorCard>
      <h2 className={css.title}>{open.title}</h2>
      <p className={css.text}>{open.text}</p>
      <ActionButton full tone="soft" label={t('programme.answer')} onClick={() => setAsked(true)} />
    </AmbassadorCard>
  );
}
