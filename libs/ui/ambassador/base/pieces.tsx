import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { initials } from '../../shared/bits';
import type { Tone } from '../../shared/bits';
import { UiLink } from '../../shared/link';
import css from './base.module.css';
import type from './type.module.css';

export interface PersonMarkProps {
  readonly name: string;
  readonly picture?: string | null;
  readonly tone?: Tone;
  readonly size?: 'medium' | 'large';
}

/** Initials on a soft role colour, or the person's own picture; always beside the written name. */
export const PersonMark = ({ name, picture, tone = 'info', size }: PersonMarkProps) => (
  <span className={css.avatar} data-tone={tone} data-size={size} aria-hidden>
    {picture ? <img src={picture} alt="" loading="lazy" /> : initials(name)}
  </span>
);

/** Plain surface of the ambassador app: radius 18, no border. */
export const AmbassadorCard = ({ tone, bare, children, label }: { tone?: 'flat' | 'night'; bare?: boolean; children: ReactNode; label?: string }) => (
  <section className={css.card} data-tone={tone} aria-label={label}>
    {bare ? children : <div className={css.inside}>{children}</div>}
  </section>
);

/** Title of a part of a page, with an optional link or figure at its end. */
export const SectionTitle = ({ title, end }: { title: string; end?: ReactNode }) => (
  <div className={css.section}>
    <h2>{title}</h2>
    {typeof end === 'string' ? <span className={type.second}>{end}</span> : end}
  </div>
);

export interface ListRowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Icon or short figure in a 38 px tile. */
  readonly icon?: ReactNode;
  readonly tone?: Tone;
  /** Picture in a 52 px square, instead of the icon. */
  readonly thumb?: ReactNode;
  readonly href?: string;
  readonly onClick?: () => void;
  readonly end?: ReactNode;
}

/** Row of a `RowList`: 60 px high at least, a link or a button when it leads somewhere. */
export function ListRow({ title, detail, icon, tone, thumb, href, onClick, end }: ListRowProps) {
  const inside = (
    <>
      {thumb ? <span className={css.thumb}>{thumb}</span> : icon ? <span className={css.tile} data-tone={tone} aria-hidden={typeof icon !== 'string' || undefined}>{icon}</span> : null}
      <span className={css.rowMain}>
        <span className={type.label}>{title}</span>
        {detail ? <span className={type.second}>{detail}</span> : null}
      </span>
      {end ?? (href !== undefined || onClick ? <IconChevronRight size={20} className={css.chevron} aria-hidden /> : null)}
    </>
  );
  if (href !== undefined) return <li><UiLink href={href} className={css.row} onClick={onClick}>{inside}</UiLink></li>;
  if (onClick) return <li><button type="button" className={css.row} onClick={onClick}>{inside}</button></li>;
  return <li className={css.row}>{inside}</li>;
}

export const RowList = ({ label, tone, ordered, children }: { label?: string; tone?: 'flat'; ordered?: boolean; children: ReactNode }) => {
  const List = ordered ? 'ol' : 'ul';
  return <List className={css.list} data-tone={tone} aria-label={label}>{children}</List>;
};

/** A share of a goal: `value` out of `max`; its label is read, its look is 10 px. */
export const GoalBar = ({ value, max, label, valueText }: { value: number; max: number; label: string; valueText?: string }) => (
  <div className={css.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={Math.min(value, max)} aria-valuetext={valueText}>
    <span style={{ width: `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }} />
  </div>
);
