import { IconBeach, IconCheck, IconMessageCircle, IconPlant2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton, IconAction } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import base from '../base/base.module.css';
import { AmbassadorCard, PersonMark } from '../base/pieces';
import type { PersonMarkProps } from '../base/pieces';
import type from '../base/type.module.css';
import css from './me.module.css';

/** Who I am here: name, since when, and an action at the end. */
export const MemberHeader = ({ name, detail, picture, end }: Pick<PersonMarkProps, 'name' | 'picture'> & { detail: string; end?: ReactNode }) => (
  <div className={css.who}>
    <PersonMark name={name} picture={picture} tone="accent" />
    <div><p className={type.label}>{name}</p><p className={type.cap}>{detail}</p></div>
    {end}
  </div>
);

export interface Figure {
  readonly id: string;
  /** Formatted; thousands take a U+00A0, the narrow space is lost at this size. */
  readonly value: string;
  readonly label: string;
  readonly truth?: ReactNode;
}

/** Up to three figures, each with how it is known; never a loss nor a rank that falls. */
export const FigureTrio = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className={css.trio}>
    {figures.map((figure) => (
      <div key={figure.id}>
        <dt className={type.label}>{figure.label}</dt>
        <dd className={type.figure}>{figure.value}</dd>
        {figure.truth ? <dd>{figure.truth}</dd> : null}
      </div>
    ))}
  </dl>
);

export const Rule = () => <hr className={css.rule} />;

export interface WeekTile {
  readonly id: string;
  readonly number: string;
  /** `rest`: a pause, which loses nothing. `open`: the week goes on. There is no state for a missed week. */
  readonly state: 'active' | 'rest' | 'open';
  readonly current?: boolean;
  /** The week in words, for a screen reader. */
  readonly accessibleLabel: string;
}

export const Weeks = ({ weeks, label }: { weeks: readonly WeekTile[]; label: string }) => (
  <ol className={css.weeks} aria-label={label}>
    {weeks.map((week) => (
      <li key={week.id} className={css.week} data-state={week.state} data-current={week.current || undefined}>
        <span aria-hidden>{week.state === 'active' ? <IconCheck /> : week.state === 'rest' ? <IconBeach /> : null}</span>
        <span aria-hidden>{week.number}</span>
        <span className="pv-sr">{week.accessibleLabel}</span>
      </li>
    ))}
  </ol>
);

export interface JourneyStep {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'now' | 'todo';
  readonly icon?: ReactNode;
  /** « fait », « en cours », « plus tard ». */
  readonly stateLabel: string;
}

export const JourneyPath = ({ steps, label, text }: { steps: readonly JourneyStep[]; label: string; text?: ReactNode }) => (
  <>
    <ol className={css.path} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={css.step} data-state={step.state} data-reached={step.state !== 'todo' || undefined} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={css.dot} aria-hidden>{step.state === 'todo' ? null : (step.icon ?? (step.state === 'done' ? <IconCheck size={17} /> : <IconPlant2 size={17} />))}</span>
          <span>{step.label}<span className="pv-sr"> ({step.stateLabel})</span></span>
        </li>
      ))}
    </ol>
    {text ? <p className={`${type.second} ${css.pathText}`}>{text}</p> : null}
  </>
);

export interface ReferentCardProps {
  readonly name: string;
  readonly picture?: string | null;
  readonly detail: ReactNode;
  readonly write?: Action;
  /** In place of `write`: buttons of its own. */
  readonly actions?: ReactNode;
  /** One line with a round button, for the side column. */
  readonly compact?: boolean;
}

/** A person to write to, and how soon they answer. */
export function ReferentCard({ name, picture, detail, write, actions, compact }: ReferentCardProps) {
  const icon = <IconMessageCircle size={20} stroke={1.8} aria-hidden />;
  if (compact) {
    return (
      <AmbassadorCard tone="flat">
        <div className={css.who}>
          <PersonMark name={name} picture={picture} tone="good" />
          <div><p className={type.label}>{name}</p><p className={type.second}>{detail}</p></div>
          {write ? <IconAction raised icon={icon} label={write.label} href={write.href} onClick={write.onClick} /> : actions}
        </div>
      </AmbassadorCard>
    );
  }
  return (
    <AmbassadorCard>
      <div className={base.inline}>
        <PersonMark name={name} picture={picture} tone="good" size="large" />
        <div><p className={type.sub}>{name}</p><p className={type.second}>{detail}</p></div>
      </div>
      {write || actions ? <div className={css.referent}>{write ? <ActionButton tone="line" full icon={icon} {...write} /> : actions}</div> : null}
    </AmbassadorCard>
  );
}
