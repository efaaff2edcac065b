import { ActionButton, AmbassadorCard } from '@portevoix/ui/ambassador';
import { useT } from '@portevoix/web';
import { useState } from 'react';
import { PulseForm } from './PulseForm';
import { useProgrammePulse } from './ProgrammePulse';
import css from './pulse.module.css';
import { texts } from './texts';

/** Beside the feed: the pulse in two lines, its questions on demand; nothing once answered. */
export function ProgrammePulseAside() {
  const t = useT(texts);
  const open = useProgrammePulse();
  const [asked, setAsked] = useState(false);
  if (!open) return null;
  if (asked) return <PulseForm key={open.pulse.id} {...open} />;
  if (open.pulse.myAnswer) return null;
  return (
    <AmbassadorCard>
      <h2 className={css.title}>{open.title}</h2>
      <p className={css.text}>{open.text}</p>
      <ActionButton full tone="soft" label={t('programme.answer')} onClick={() => setAsked(true)} />
    </AmbassadorCard>
  );
}
