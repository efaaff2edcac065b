import { IconCheck, IconEyeOff, IconHandStop, IconSparkles, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconAction } from '../base/ActionButton';
import type from '../base/type.module.css';
import css from './feed.module.css';

/** « Pourquoi c’est bon pour vous »: three lines at most. */
export const WhyBox = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={css.why}>
    <IconSparkles size={19} aria-hidden />
    <b>{title}</b>
    <p>{children}</p>
  </div>
);

export interface WhyShown {
  /** « Pourquoi je vois ceci ? » */
  readonly label: string;
  readonly closeLabel: string;
  /** `never` says what was not used. */
  readonly reasons: readonly { readonly id: string; readonly text: ReactNode; readonly never?: boolean }[];
  /** What one can change: fewer of a theme, my themes. */
  readonly actions?: ReactNode;
  readonly initiallyOpen?: boolean;
}

export interface CardFootProps {
  /** « Pas pour moi »: nobody is told. */
  readonly dismiss?: { readonly label: string; readonly onClick: () => void };
  readonly why?: WhyShown;
}

function Reasons({ why, id, onClose }: { why: WhyShown; id: string; onClose: () => void }) {
  return (
    <div className={css.reasons} id={id}>
      <div className={css.reasonsHead}>
        <p className={type.label}>{why.label}</p>
        <IconAction label={why.closeLabel} icon={<IconX size={18} aria-hidden />} onClick={onClose} />
      </div>
      <ul>
        {why.reasons.map((reason) => (
          <li key={reason.id} data-never={reason.never || undefined}>
            {reason.never ? <IconEyeOff size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
            <span>{reason.text}</span>
          </li>
        ))}
      </ul>
      {why.actions ? <div className={css.reasonsEnd}>{why.actions}</div> : null}
    </div>
  );
}

/** Quiet row under a card; the reasons open in place of their question, never over the page. */
export function CardFoot({ dismiss, why }: CardFootProps) {
  const [open, setOpen] = useState(why?.initiallyOpen ?? false);
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // The pressed button leaves: the focus follows to what replaces it.
  useEffect(() => {
    if (moved.current) box.current?.querySelector<HTMLElement>(open ? `[id="${panel}"] button` : '[aria-expanded]')?.focus();
    moved.current = false;
  }, [open, panel]);
  if (!dismiss && !why) return null;
  const turn = (next: boolean) => {
    moved.current = true;
    setOpen(next);
  };
  return (
    <div ref={box}>
      {open && why ? <Reasons why={why} id={panel} onClose={() => turn(false)} /> : null}
      {dismiss || !open ? (
        <div className={css.quiet}>
          {dismiss ? <button type="button" onClick={dismiss.onClick}><IconHandStop size={17} aria-hidden />{dismiss.label}</button> : null}
          {why && !open ? <button type="button" aria-expanded={false} onClick={() => turn(true)}>{why.label}</button> : null}
        </div>
      ) : null}
    </div>
  );
}
