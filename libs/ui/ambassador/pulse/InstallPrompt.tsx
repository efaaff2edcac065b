import { IconDots, IconShare2, IconSquarePlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton, IconAction } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import { AmbassadorCard } from '../base/pieces';
import type from '../base/type.module.css';
import css from './pulse.module.css';

/** Icons of the walkthrough where the system has no install prompt. */
export const installIcons = { share: <IconShare2 size={20} stroke={1.8} aria-hidden />, add: <IconSquarePlus size={20} stroke={1.8} aria-hidden />, menu: <IconDots size={20} stroke={1.8} aria-hidden /> } as const;

export interface InstallPromptProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly icon?: ReactNode;
  readonly close: { readonly label: string; readonly onClick: () => void };
  /** Opens the system's own prompt. Left out where there is none: `steps` then says how. */
  readonly install?: Action;
  readonly steps?: readonly { readonly id: string; readonly icon?: ReactNode; readonly text: ReactNode }[];
}

/** Offers to keep the app at hand, after a second visit; closed, it does not come back. */
export function InstallPrompt({ title, text, icon, close, install, steps = [] }: InstallPromptProps) {
  return (
    <AmbassadorCard label={title}>
      <div className={css.head}>
        {icon ? <span className={css.app}>{icon}</span> : null}
        <div><h2 className={type.sub}>{title}</h2><p className={type.second}>{text}</p></div>
        <IconAction icon={<IconX size={18} aria-hidden />} {...close} />
      </div>
      {steps.length > 0 ? (
        <ol className={css.how}>{steps.map((step, i) => <li key={step.id}><span>{step.icon ?? i + 1}</span><span>{step.text}</span></li>)}</ol>
      ) : null}
      {install ? <div className={css.foot}><ActionButton full {...install} /></div> : null}
    </AmbassadorCard>
  );
}
