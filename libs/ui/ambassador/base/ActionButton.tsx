import { IconLoader2 } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './base.module.css';
import { UiLink } from '../../shared/link';

/** What a button does: follow `href`, or call `onClick`. */
export interface Action {
  readonly label: string;
  readonly href?: string;
  readonly onClick?: () => void;
  readonly icon?: ReactNode;
  /** Shown instead of the label while the work runs, for instance « Envoi… ». */
  readonly busyLabel?: string | null;
  /** Why it cannot be used now; said beside the button, which stays reachable. */
  readonly disabledReason?: string | null;
}

export interface ActionButtonProps extends Action {
  readonly tone?: 'primary' | 'soft' | 'raised' | 'line' | 'plain' | 'ghost';
  readonly size?: 'small' | 'medium' | 'big';
  readonly full?: boolean;
  readonly grow?: boolean;
  /** From 1024 px, as wide as its label. */
  readonly natural?: boolean;
  readonly iconAfter?: ReactNode;
  readonly type?: 'button' | 'submit';
}

const flag = (value?: boolean): true | undefined => (value ? true : undefined);

/** Button of the ambassador app: 48 px high, 54 when big, 40 when small. */
export function ActionButton({ label, href, onClick, icon, busyLabel, disabledReason, tone = 'primary', size = 'medium', full, grow, natural, iconAfter, type = 'button' }: ActionButtonProps) {
  const reason = useId();
  const look = { className: css.action, 'data-tone': tone, 'data-size': size, 'data-full': flag(full), 'data-grow': flag(grow), 'data-natural': flag(natural) } as const;
  if (href !== undefined && !disabledReason) {
    return (
      <UiLink href={href} onClick={onClick} {...look}>
        {icon}
        <span>{label}</span>
        {iconAfter}
      </UiLink>
    );
  }
  const still = Boolean(disabledReason) || Boolean(busyLabel);
  return (
    <>
      <button
        type={still ? 'button' : type}
        onClick={still ? undefined : onClick}
        aria-busy={busyLabel ? true : undefined}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={disabledReason ? reason : undefined}
        {...look}
      >
        {busyLabel ? <IconLoader2 size={19} aria-hidden /> : icon}
        <span>{busyLabel ?? label}</span>
        {iconAfter}
      </button>
      {disabledReason ? <p id={reason} className={css.reason}>{disabledReason}</p> : null}
    </>
  );
}

export interface IconActionProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly href?: string;
  readonly onClick?: () => void;
  readonly strong?: boolean;
  readonly raised?: boolean;
  readonly pressed?: boolean;
  /** Small number on the icon; the label must say it too. */
  readonly count?: number;
}

/** 44 px target with an icon only; `label` is its accessible name. */
export function IconAction({ label, icon, href, onClick, strong, raised, pressed, count }: IconActionProps) {
  const inside = (
    <>
      {icon}
      {count ? <span className={css.count} aria-hidden>{count > 99 ? '99+' : count}</span> : null}
    </>
  );
  if (href !== undefined) return <UiLink href={href} className={css.icon} aria-label={label} onClick={onClick}>{inside}</UiLink>;
  return (
    <button type="button" className={css.icon} aria-label={label} aria-pressed={pressed} onClick={onClick} data-strong={flag(strong)} data-raised={flag(raised)}>
      {inside}
    </button>
  );
}
