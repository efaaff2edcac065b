import { IconCheck, IconLock } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconTile } from '../shared/bits';
import type { Tone } from '../shared/bits';
import { UiLink } from '../shared/link';
import { useUi, useUiTexts } from '../shared/texts';
import { TargetGauge } from './figures';
import css from './lists.module.css';

export interface PageTab {
  readonly id: string;
  readonly label: ReactNode;
  readonly count?: number;
  /** With an address the tab is a link of the app. */
  readonly href?: string;
}

export interface PageTabsProps {
  readonly tabs: readonly PageTab[];
  readonly active: string;
  readonly onChange?: (id: string) => void;
  readonly label: string;
}

/** Parts of a page, each with how many things it holds. */
export function PageTabs({ tabs, active, onChange, label }: PageTabsProps) {
  const { number } = useUi();
  const strip = useRef<HTMLElement>(null);
  // On a phone the strip scrolls: the tab one is on stays in sight.
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (strip.current && tab) strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.offsetWidth) / 2;
  }, [active]);
  return (
    <nav ref={strip} className={css.tabs} aria-label={label}>
      {tabs.map((tab) => {
        const content = (
          <>
            {tab.label}
            {tab.count === undefined ? null : <em style={{ fontStyle: 'normal' }}>{number.format(tab.count)}</em>}
          </>
        );
        const current = tab.id === active;
        return tab.href ? (
          <UiLink key={tab.id} href={tab.href} className={css.tab} aria-current={current ? 'page' : undefined}>
            {content}
          </UiLink>
        ) : (
          <button key={tab.id} type="button" className={css.tab} aria-current={current ? 'true' : undefined} onClick={() => onChange?.(tab.id)}>
            {content}
          </button>
        );
      })}
    </nav>
  );
}

export interface QueueItem {
  readonly id: string;
  readonly icon: ReactNode;
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  /** How long it has been waiting: « depuis 3 j 4 h ». */
  readonly age?: string;
  readonly ageTone?: 'neutral' | 'warn' | 'danger';
  /** One button. */
  readonly action?: ReactNode;
}

/** What waits, oldest first, one action each. */
export function QueueList({ items, label }: { readonly items: readonly QueueItem[]; readonly label: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={css.row}>
          <IconTile tone={item.tone}>{item.icon}</IconTile>
          <div className={css.rowText}>
            <span className={css.rowTitle}>{item.title}</span>
            {item.meta || item.age ? (
              <span className={css.rowMeta} data-age={item.age} data-alone={item.meta ? undefined : true}>
                {item.meta}
              </span>
            ) : null}
          </div>
          {item.age ? (
            <span className={css.age} data-tone={item.ageTone}>
              {item.age}
            </span>
          ) : null}
          {item.action ? <div className={css.rowActions}>{item.action}</div> : null}
        </li>
      ))}
    </ul>
  );
}

export interface AgendaItem {
  readonly id: string;
  /** « 15 » over « jeu. », and the same in full for a screen reader. */
  readonly day: string;
  readonly under: string;
  readonly date: string;
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly action?: ReactNode;
}

/** What is to come, soonest first. */
export function AgendaList({ items, label }: { readonly items: readonly AgendaItem[]; readonly label: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={css.row}>
          <span className={css.dayTile} aria-hidden>
            <b>{item.day}</b>
            <small>{item.under}</small>
          </span>
          <div className={css.rowText}>
            <span className={css.rowTitle}>{item.title}</span>
            <span className={css.rowMeta}>
              <span className="pv-sr">{item.date}. </span>
              {item.meta}
            </span>
          </div>
          {item.action ? <div className={css.rowActions}>{item.action}</div> : null}
        </li>
      ))}
    </ul>
  );
}

export interface LaunchCheck {
  readonly id: string;
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly state: 'blocked' | 'done' | 'waived';
  /** Button that lifts the block, and the one that waives it. */
  readonly actions?: ReactNode;
}

export interface LaunchChecklistProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly checks: readonly LaunchCheck[];
  /** « 6 sur 8 » and « prêts ». */
  readonly progress: { readonly done: ReactNode; readonly word: ReactNode; readonly label: string };
}

/** What must be ready before a launch: what blocks comes first. */
export function LaunchChecklist({ title, intro, checks, progress }: LaunchChecklistProps) {
  const texts = useUiTexts();
  const ready = checks.filter((c) => c.state !== 'blocked').length;
  const ordered = [...checks.filter((c) => c.state === 'blocked'), ...checks.filter((c) => c.state !== 'blocked')];
  return (
    <div>
      <div className={css.checkHead}>
        <div>
          <h2>{title}</h2>
          {intro ? <p>{intro}</p> : null}
        </div>
        <div className={css.checkDone}>
          <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: '0.375rem' }}>
            <b>{progress.done}</b>
            <span>{progress.word}</span>
          </div>
          <TargetGauge value={checks.length ? ready / checks.length : 0} label={progress.label} />
        </div>
      </div>
      <ul className={css.list}>
        {ordered.map((check) => (
          <li key={check.id} className={`${css.row} ${css.checkRow}`}>
            <IconTile round tone={check.state === 'blocked' ? 'warn' : check.state === 'waived' ? 'neutral' : 'good'}>
              {check.state === 'blocked' ? <IconLock size={14} /> : <IconCheck size={14} />}
            </IconTile>
            <div className={css.rowText}>
              <span className={css.rowTitle}>
                {check.title}
                <span className="pv-sr">, {check.state === 'blocked' ? texts.blocked : texts.done}</span>
              </span>
              {check.meta ? <span className={css.rowMeta}>{check.meta}</span> : null}
            </div>
            {check.actions ? <div className={css.rowActions}>{check.actions}</div> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface Property {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** Text, or the control that changes it. */
  readonly value: ReactNode;
}

/** Properties of a thing in two columns of 34 px rows. */
export function PropertyGrid({ items }: { readonly items: readonly Property[] }) {
  return (
    <dl className={css.props}>
      {items.map((item) => (
        <div key={item.id} className={css.prop}>
          <dt>
            {item.icon}
            {item.label}
          </dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
