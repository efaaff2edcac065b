import { Switch } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { UiLink } from '../../shared/link';
import base from '../base/base.module.css';
import { AmbassadorCard, GoalBar, SectionTitle } from '../base/pieces';
import type from '../base/type.module.css';
import css from './contest.module.css';

const VoicesSpot = () => (
  <svg viewBox="0 0 716 232" preserveAspectRatio="xMidYMax meet" aria-hidden>
    <g fill="none" strokeWidth="17">
      <path d="M92 232a74 74 0 0 1 148 0" stroke="var(--art-coral)" />
      <path d="M50 232a116 116 0 0 1 232 0" stroke="var(--art-blush)" />
      <path d="M8 232a158 158 0 0 1 316 0" stroke="var(--art-sun)" />
      <path d="M476 232a74 74 0 0 1 148 0" stroke="var(--art-sky)" />
      <path d="M434 232a116 116 0 0 1 232 0" stroke="var(--art-blue)" />
      <path d="M392 232a158 158 0 0 1 316 0" stroke="var(--art-leaf)" />
    </g>
    <path d="M132 232a34 34 0 0 1 68 0z" fill="var(--art-coral)" />
    <path d="M516 232a34 34 0 0 1 68 0z" fill="var(--art-sky)" />
    <circle cx="358" cy="96" r="42" fill="var(--art-sun)" />
    <circle cx="358" cy="96" r="19" fill="var(--night)" />
    <rect x="52" y="40" width="18" height="18" fill="var(--art-sun)" transform="rotate(20 61 49)" />
    <circle cx="262" cy="46" r="8" fill="var(--art-coral)" />
    <rect x="646" y="38" width="18" height="18" fill="var(--art-coral)" transform="rotate(-18 655 47)" />
    <circle cx="462" cy="48" r="8" fill="var(--art-white)" />
  </svg>
);

export interface ContestHeroProps {
  readonly title: string;
  readonly text: string;
  /** Formatted number and its words: « 5 », « jours restants ». */
  readonly left?: { readonly value: string; readonly label: string };
}

export const ContestHero = ({ title, text, left }: ContestHeroProps) => (
  <section className={base.card} data-tone="night">
    <div className={css.art}><VoicesSpot /></div>
    <div className={base.inside}>
      <div className={css.head}>
        <div><h2 className={type.card}>{title}</h2><p className={`${type.second} ${type.onNight2}`}>{text}</p></div>
        {left ? <div className={css.days}><p className={type.figureSmall}>{left.value}</p><p className={`${type.cap} ${type.onNight2}`}>{left.label}</p></div> : null}
      </div>
    </div>
  </section>
);

export interface CollectiveGoalProps {
  readonly title: string;
  readonly goal: string;
  readonly value: number;
  readonly max: number;
  readonly barLabel: string;
  readonly text: ReactNode;
}

/** What the group does together, before any ranking. */
export const CollectiveGoal = ({ title, goal, value, max, barLabel, text }: CollectiveGoalProps) => (
  <AmbassadorCard>
    <div className={base.between}><h2 className={type.sub}>{title}</h2><p className={type.second}>{goal}</p></div>
    <div className={css.goal}><GoalBar value={value} max={max} label={barLabel} /></div>
    <p className={type.second}>{text}</p>
  </AmbassadorCard>
);

export interface LedgerEntry {
  readonly id: string;
  /** Formatted, with its sign: « +25 ». */
  readonly points: string;
  readonly title: ReactNode;
  /** Date, ceiling, reason. */
  readonly cause: ReactNode;
  readonly truth?: ReactNode;
  /** Not counted yet. */
  readonly pending?: boolean;
}

export interface PointsLedgerProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly rules?: { readonly label: string; readonly href: string };
  readonly entries: readonly LedgerEntry[];
  readonly question?: { readonly label: string; readonly href?: string; readonly onClick?: () => void };
}

/** Each point with its cause, and a way to ask about it. */
export function PointsLedger({ title, text, rules, entries, question }: PointsLedgerProps) {
  const ask = question ? <><IconHelpCircle size={18} stroke={1.8} aria-hidden />{question.label}</> : null;
  return (
    <section>
      <SectionTitle title={title} end={rules ? <UiLink href={rules.href} className={type.link}>{rules.label}</UiLink> : undefined} />
      {text ? <p className={`${type.second} ${css.intro}`}>{text}</p> : null}
      <ol className={base.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={base.row}>
            <span className={css.points} data-pending={entry.pending || undefined}>{entry.points}</span>
            <div className={base.rowMain}><p className={type.label}>{entry.title}</p><div className={`${type.second} ${css.cause}`}><span>{entry.cause}</span>{entry.truth}</div></div>
          </li>
        ))}
      </ol>
      {question?.href !== undefined ? <UiLink href={question.href} className={css.ask}>{ask}</UiLink> : question ? <button type="button" className={css.ask} onClick={question.onClick}>{ask}</button> : null}
    </section>
  );
}

export interface LeaderboardPlace {
  readonly id: string;
  readonly rank: string;
  /** Alias, or the name the member chose to show. */
  readonly name: string;
  readonly score: string;
  readonly me?: boolean;
  /** Places left out before this one. */
  readonly afterGap?: boolean;
}

export interface LeaderboardProps {
  readonly title: string;
  /** Left out once it is too late to choose. */
  readonly optIn?: { readonly label: string; readonly detail: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void };
  readonly places: readonly LeaderboardPlace[];
  readonly note?: ReactNode;
}

/** Ranking for those who want one: out by default, left in one press, points kept. */
export function Leaderboard({ title, optIn, places, note }: LeaderboardProps) {
  const id = useId();
  return (
    <section>
      <SectionTitle title={title} />
      <div className={css.board}>
        {optIn ? (
          <div className={css.opt}>
            <label htmlFor={id}><span className={type.label}>{optIn.label}</span><span className={type.second}>{optIn.detail}</span></label>
            <Switch id={id} checked={optIn.checked} onChange={(event) => optIn.onChange(event.currentTarget.checked)} classNames={{ root: css.switch }} />
          </div>
        ) : null}
        {places.length > 0 ? (
          <ol>
            {places.map((place) => (
              <li key={place.id}>
                {place.afterGap ? <div className={css.gap} aria-hidden>…</div> : null}
                <div className={css.place} data-me={place.me || undefined}>
                  <span className={css.rank}>{place.rank}</span>
                  <span className={`${type.label} ${css.name}`}>{place.name}</span>
                  <span className={css.score}>{place.score}</span>
                </div>
              </li>
            ))}
          </ol>
        ) : null}
      </div>
      {note ? <p className={`${type.cap} ${css.note}`}>{note}</p> : null}
    </section>
  );
}
