import { IconCircleCheckFilled, IconCopy, IconLock } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type from '../base/type.module.css';
import { Chips } from '../feed';
import type { ChipsProps } from '../feed';
import { markedPieces } from './marks';
import type { TextSpan } from './marks';
import css from './share.module.css';

export interface ShareFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Passages that others already used. Overlaps are joined, what lies outside the text is left out. */
  readonly marks?: readonly TextSpan[];
  readonly link?: { readonly title: string; readonly detail: string; readonly picture?: ReactNode };
  /** Added to every share and out of reach of the text: `tag` in bold, then words. */
  readonly disclosure?: { readonly tag: string; readonly text: string };
  /** `id` of the list of checks, read after the label. */
  readonly describedBy?: string;
  readonly maxLength?: number;
}

/** My text, which grows with what I write; then its link and the disclosure, which are not part of it. */
export function ShareField({ label, value, onChange, placeholder, marks = [], link, disclosure, describedBy, maxLength }: ShareFieldProps) {
  return (
    <div className={css.field} data-warned={marks.length > 0 || undefined}>
      <div className={css.stack}>
        <div className={css.mirror} aria-hidden>
          {markedPieces(value, marks).map((piece, i) => (piece.marked ? <mark key={i}>{piece.text}</mark> : <Fragment key={i}>{piece.text}</Fragment>))}
          {'\u200b'}
        </div>
        <textarea className={css.text} aria-label={label} aria-describedby={describedBy} value={value} placeholder={placeholder} maxLength={maxLength} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus />
      </div>
      {link ? (
        <div className={css.linkCard}>
          {link.picture ? <div className={css.linkArt}>{link.picture}</div> : null}
          <div><p className={type.label}>{link.title}</p><p className={type.cap}>{link.detail}</p></div>
        </div>
      ) : null}
      {disclosure ? <p className={css.locked}><IconLock size={18} aria-hidden /><span><b>{disclosure.tag}</b> {disclosure.text}</span></p> : null}
    </div>
  );
}

export interface VariantChipsProps<T extends string> extends Pick<ChipsProps<T>, 'label' | 'options'> {
  readonly value: T | null;
  readonly onChange: (id: T) => void;
}

/** Other wordings to start from; none is chosen once the text is one's own. */
export const VariantChips = <T extends string>({ value, onChange, ...props }: VariantChipsProps<T>) => (
  <div className={css.after}><Chips {...props} tone="version" chosen={value === null ? [] : [value]} onPick={onChange} /></div>
);

export interface TextCheck {
  readonly id: string;
  readonly state: 'ok' | 'warn';
  readonly text: ReactNode;
  readonly icon?: ReactNode;
}

/** What the text already does well and what would make it one's own; announced as it changes. */
export const ChecksList = ({ id, checks }: { id?: string; checks: readonly TextCheck[] }) => (
  <ul className={css.checks} id={id} aria-live="polite">
    {checks.map((check) => (
      <li key={check.id} data-state={check.state}>
        {check.icon ?? (check.state === 'ok' ? <IconCircleCheckFilled size={19} aria-hidden /> : <IconCopy size={19} aria-hidden />)}
        <span>{check.text}</span>
      </li>
    ))}
  </ul>
);
