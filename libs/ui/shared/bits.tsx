import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './bits.module.css';
import { UiLink } from './link';
import type { UiLinkProps } from './link';

export type Tone = 'neutral' | 'good' | 'warn' | 'info' | 'danger' | 'accent';

export interface PillProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** 14 px icon: a state is never told by its colour alone. */
  readonly icon?: ReactNode;
  readonly size?: 'sm' | 'md';
  /** Long or foreign words, a name: they may take several lines. */
  readonly wrap?: boolean;
}

/** A state in a word. */
export function Pill({ children, tone = 'neutral', icon, size = 'sm', wrap = false }: PillProps) {
  return (
    <span className={css.pill} data-tone={tone} data-size={size} data-wrap={wrap || undefined}>
      {icon}
      {children}
    </span>
  );
}
/** A quality of a thing, in neutral colours. */
export function Tag(props: Omit<PillProps, 'tone'>) {
  return <Pill {...props} tone="neutral" />;
}

const AVATAR_TONES: readonly Tone[] = ['info', 'accent', 'good', 'warn', 'neutral'];

/** Up to two initials of a name: `Naïma El Idrissi` gives `NI`. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s-]+/u).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

function toneOf(name: string): Tone {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return AVATAR_TONES[sum % AVATAR_TONES.length] ?? 'info';
}

export interface AvatarProps {
  readonly name: string;
  readonly src?: string | null;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly tone?: Tone;
  /** Says the name to a screen reader; by default the name is written beside. */
  readonly labelled?: boolean;
}

/** Initials on a soft colour that a person keeps everywhere. */
export function Avatar({ name, src, size = 'sm', tone, labelled = false }: AvatarProps) {
  const role = labelled ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true };
  return (
    <span className={css.avatar} data-size={size} data-tone={tone ?? toneOf(name)} {...role}>
      {src ? <img src={src} alt="" /> : initials(name)}
    </span>
  );
}

/** Icon on a soft square (32 px, 40 px in `lg`) or on a 24 px disc. */
export function IconTile({ children, tone = 'neutral', size = 'md', round = false }: { readonly children: ReactNode; readonly tone?: Tone; readonly size?: 'md' | 'lg'; readonly round?: boolean }) {
  return (
    <span className={css.tile} data-tone={tone} data-size={size} data-round={round || undefined} aria-hidden>
      {children}
    </span>
  );
}

export interface NoticeProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** First clause, in bold. */
  readonly title?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  /** Read at once by a screen reader: for what appears after an action. */
  readonly live?: boolean;
}

export function Notice({ children, tone = 'neutral', title, icon, action, live = false }: NoticeProps) {
  const Default = tone === 'good' ? IconCircleCheck : tone === 'warn' || tone === 'danger' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={css.notice} data-tone={tone} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      {icon ?? <Default size={18} stroke={1.75} aria-hidden />}
      <div className={css.noticeText}>
        {title ? <b>{title} </b> : null}
        {children}
      </div>
      {action}
    </div>
  );
}

/** A key of the keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>;
}

/** How fresh the figures are: icon and a short line. */
export function Freshness({ children, icon }: { readonly children: ReactNode; readonly icon?: ReactNode }) {
  return (
    <span className={css.fresh}>
      {icon}
      {children}
    </span>
  );
}

/** Link in the text; `quiet` keeps the ink and underlines. */
export function TextLink({ quiet = false, className, ...props }: UiLinkProps & { readonly quiet?: boolean }) {
  return <UiLink {...props} data-quiet={quiet || undefined} className={className ? `${css.link} ${className}` : css.link} />;
}

/** Button that looks like a quiet link. */
export function TextButton({ children, onClick, type = 'button' }: { readonly children: ReactNode; readonly onClick?: () => void; readonly type?: 'button' | 'submit' }) {
  return (
    <button type={type} className={css.textButton} onClick={onClick}>
      {children}
    </button>
  );
}
