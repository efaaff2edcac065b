import { IconChevronLeft } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ActionButton, IconAction } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import { PersonMark } from '../base/pieces';
import type from '../base/type.module.css';
import css from './joining.module.css';

export interface JoinStepProps {
  readonly back?: { readonly label: string; readonly href?: string; readonly onClick?: () => void };
  /** « Étape 3 sur 6 · La charte » */
  readonly stepText: string;
  readonly step: number;
  readonly steps: number;
  /** « Plus tard »: every step can wait. */
  readonly later?: Action;
  /** May hold a line break. */
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly reassurance?: ReactNode;
  readonly primary: Action;
  readonly secondary?: Action;
}

/** One step of joining: where I am, what is asked, and what I can do later. A page by itself. */
export function JoinStep({ back, stepText, step, steps, later, title, lead, children, reassurance, primary, secondary }: JoinStepProps) {
  return (
    <div className={css.frame}>
      <header className={css.top}>
        {back ? <IconAction strong icon={<IconChevronLeft size={22} aria-hidden />} {...back} /> : <span className={css.side} />}
        <p className={type.second}>{stepText}</p>
        <span className={css.side}>{later ? <ActionButton tone="plain" size="small" {...later} /> : null}</span>
      </header>
      <main className={css.main}>
        <div className={css.steps} role="progressbar" aria-label={stepText} aria-valuemin={0} aria-valuemax={steps} aria-valuenow={step}>
          {Array.from({ length: steps }, (_, i) => <span key={i} data-on={i < step || undefined} />)}
        </div>
        <h1 className={`${type.page} ${css.title}`}>{title}</h1>
        {lead ? <p className={`${type.second} ${css.lead}`}>{lead}</p> : null}
        {children}
      </main>
      <footer className={css.foot}>
        {reassurance ? <p className={type.second}>{reassurance}</p> : null}
        <ActionButton size="big" full {...primary} />
        {secondary ? <ActionButton tone="plain" full {...secondary} /> : null}
      </footer>
    </div>
  );
}

const doorway = (
  <svg viewBox="0 0 52 52" aria-hidden>
    <rect width="52" height="52" fill="var(--art-blush)" /><rect y="42" width="52" height="10" fill="var(--art-coral)" />
    <rect x="17" y="9" width="22" height="33" fill="var(--art-ink)" /><circle cx="32" cy="22" r="6" fill="var(--art-sun)" />
    <path d="m17 9 11 5v33l-11-5z" fill="var(--art-white)" /><circle cx="25" cy="30" r="1.8" fill="var(--art-ink)" />
  </svg>
);
const kite = (
  <svg viewBox="0 0 52 52" aria-hidden>
    <rect width="52" height="52" fill="var(--art-sky)" /><path d="M0 41c14-4 18-20 31-22 8-1 13 4 21 0v33H0z" fill="var(--art-blue)" /><path d="m14 20 22-10-7 22-5-8z" fill="var(--art-white)" />
  </svg>
);
const overlap = (
  <svg viewBox="0 0 52 52" aria-hidden>
    <rect width="52" height="52" fill="var(--art-sun)" /><circle cx="19" cy="26" r="11" fill="var(--art-ink)" /><circle cx="33" cy="26" r="11" fill="var(--art-white)" />
    <path d="M26 17.5a11 11 0 0 1 0 17 11 11 0 0 1 0-17z" fill="var(--art-coral)" />
  </svg>
);

/** Pictures of the three principles of the charter. */
export const principlePictures = { voluntary: doorway, freedom: kite, authentic: overlap } as const;

export interface Principle {
  readonly id: string;
  readonly title: string;
  readonly text: ReactNode;
  readonly picture?: ReactNode;
}

export const Principles = ({ principles }: { principles: readonly Principle[] }) => (
  <ul className={css.principles}>
    {principles.map((principle) => (
      <li key={principle.id} className={css.principle}>
        <span className={css.pic}>{principle.picture}</span>
        <h2 className={type.sub}>{principle.title}</h2>
        <p className={type.second}>{principle.text}</p>
      </li>
    ))}
  </ul>
);

export const SponsorQuote = ({ quote, name, role, picture }: { quote: string; name: string; role: string; picture?: string | null }) => (
  <figure className={css.sponsor}>
    <blockquote>{quote}</blockquote>
    <figcaption><PersonMark name={name} picture={picture} tone="warn" /><div><p className={type.label}>{name}</p><p className={type.cap}>{role}</p></div></figcaption>
  </figure>
);

export interface ConsentListProps {
  readonly legend: string;
  readonly items: readonly { readonly id: string; readonly label: ReactNode; readonly detail?: ReactNode; readonly checked: boolean }[];
  readonly onChange: (id: string, checked: boolean) => void;
}

/** Boxes to tick, none ticked beforehand. */
export function ConsentList({ legend, items, onChange }: ConsentListProps) {
  const name = useId();
  return (
    <fieldset className={css.consents}>
      <legend className={type.label}>{legend}</legend>
      {items.map((item) => (
        <label key={item.id} className={css.consent}>
          <input type="checkbox" name={name} checked={item.checked} onChange={(event) => onChange(item.id, event.currentTarget.checked)} />
          <span><span className={type.label}>{item.label}</span>{item.detail ? <span className={type.second}>{item.detail}</span> : null}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The programme's raison d'être, set as what matters most on the page. */
export const StatementQuote = ({ text, note }: { text: string; note?: ReactNode }) => (
  <figure className={`${css.sponsor} ${css.statement}`}>
    <blockquote>{text}</blockquote>
    {note ? <figcaption className={type.second}>{note}</figcaption> : null}
  </figure>
);
