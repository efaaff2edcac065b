import { IconAlertTriangle, IconArrowRight, IconCircleCheckFilled, IconClock, IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Notice, Pill } from '../../shared/bits';
import { UiLink } from '../../shared/link';
import { EmptyState } from '../../shared/states';
import type { EmptyStateProps, ErrorStateProps } from '../../shared/states';
import { useUiTexts } from '../../shared/texts';
import { ActionButton } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import base from '../base/base.module.css';
import { AmbassadorCard } from '../base/pieces';
import type from '../base/type.module.css';
import css from './states.module.css';

const LetterSpot = () => (
  <svg className={css.spot} viewBox="0 0 240 168" aria-hidden>
    <circle cx="120" cy="92" r="72" fill="var(--art-paper)" />
    <path d="M40 142h160" stroke="var(--art-sand)" strokeWidth="5" strokeLinecap="round" />
    <rect x="72" y="62" width="92" height="80" rx="12" fill="var(--art-coral)" />
    <path d="M72 82h92" stroke="var(--art-ink)" strokeWidth="3" />
    <rect x="84" y="94" width="50" height="8" rx="4" fill="var(--art-white)" />
    <rect x="84" y="110" width="66" height="8" rx="4" fill="var(--art-blush)" />
    <rect x="84" y="126" width="32" height="8" rx="4" fill="var(--art-blush)" />
    <g fill="none" strokeWidth="6" strokeLinecap="round">
      <path d="M176 74a22 22 0 0 0-22-22" stroke="var(--art-sun)" />
      <path d="M194 74a40 40 0 0 0-40-40" stroke="var(--art-blue)" />
      <path d="M212 74a58 58 0 0 0-58-58" stroke="var(--art-leaf)" />
    </g>
    <circle cx="154" cy="74" r="9" fill="var(--art-sun)" />
  </svg>
);

const PlugSpot = () => (
  <svg className={css.spot} viewBox="0 0 240 168" aria-hidden>
    <circle cx="120" cy="88" r="72" fill="var(--art-paper)" />
    <g fill="none" stroke="var(--ink)" strokeWidth="6" strokeLinecap="round">
      <path d="M14 96c30-34 44 30 74 0 8-8 14-10 20-9" />
      <path d="M226 74c-28 34-44-26-70 2-7 8-13 11-19 11" />
    </g>
    <rect x="96" y="70" width="22" height="32" rx="7" fill="var(--art-coral)" />
    <path d="M118 78h9M118 94h9" stroke="var(--art-coral)" strokeWidth="5" strokeLinecap="round" />
    <rect x="132" y="70" width="22" height="32" rx="7" fill="var(--art-blue)" />
    <path d="m112 46 6 10M128 40v13M146 46l-6 10" stroke="var(--art-sun)" strokeWidth="5" strokeLinecap="round" />
  </svg>
);

export interface EmptySceneProps extends Pick<EmptyStateProps, 'title' | 'reason'> {
  /** The one action. */
  readonly action?: Action;
  /** What it will look like: a title, then an `ExampleCard`. */
  readonly example?: { readonly label: string; readonly card: ReactNode };
}

/** Nothing here yet: a picture, a reason, one action and one example. */
export const EmptyScene = ({ title, reason, action, example }: EmptySceneProps) => (
  <>
    <section className={css.empty}>
      <LetterSpot />
      <EmptyState title={title} reason={reason} action={action ? <ActionButton {...action} /> : undefined} />
    </section>
    {example ? <><p className={`${type.second} ${css.exampleLabel}`}>{example.label}</p>{example.card}</> : null}
  </>
);

export const ExampleCard = ({ icon, detail, mark, text, note }: { icon?: ReactNode; detail: string; mark: string; text: string; note?: string }) => (
  <section className={css.example}>
    <div className={css.meta}>{icon}<span>{detail}</span><span><Pill>{mark}</Pill></span></div>
    <p className={`${type.body} ${css.text}`}>{text}</p>
    {note ? <p className={`${type.cap} ${css.note}`}>{note}</p> : null}
  </section>
);

export interface ErrorSceneProps extends Pick<ErrorStateProps, 'title' | 'happened' | 'safe' | 'todo'> {
  readonly primary?: Action;
  readonly secondary?: Action;
  /** Code to give, with the time. */
  readonly code?: string;
  /** A person to write to. */
  readonly person?: { readonly label: string; readonly href: string };
}

/** What happened, what is safe, what to do, a code and a person. */
export function ErrorScene({ title, happened, safe, todo, primary, secondary, code, person }: ErrorSceneProps) {
  const texts = useUiTexts();
  const lines = [
    { key: 'happened', label: texts.happened, text: happened, icon: <IconAlertTriangle size={19} aria-hidden /> },
    { key: 'safe', label: texts.safe, text: safe, icon: <IconCircleCheckFilled size={19} className={css.safe} aria-hidden /> },
    { key: 'todo', label: texts.todo, text: todo, icon: <IconArrowRight size={19} aria-hidden /> },
  ];
  return (
    <AmbassadorCard>
      <div role="alert">
        <PlugSpot />
        <h2 className={`${type.card} ${css.errorTitle}`}>{title}</h2>
        <ul className={css.errorLines}>{lines.map((line) => <li key={line.key}>{line.icon}<span><strong>{line.label}.</strong> {line.text}</span></li>)}</ul>
      </div>
      <div className={css.errorActions}>
        {primary ? <ActionButton full {...primary} /> : null}
        {secondary ? <ActionButton tone="soft" full {...secondary} /> : null}
      </div>
      {code || person ? (
        <div className={css.errorFoot}>
          <span className="pv-mono">{code}</span>
          {person ? <UiLink href={person.href} className={`${type.link} ${css.person}`}>{person.label}</UiLink> : null}
        </div>
      ) : null}
    </AmbassadorCard>
  );
}

/** The connection is lost: reading and writing go on, everything leaves once. */
export const OfflineBanner = ({ title, children }: { title: string; children: ReactNode }) => (
  <Notice tone="info" title={title} live icon={<IconCloudOff size={19} aria-hidden />}>{children}</Notice>
);

/** « En attente »: kept on the device, sent once the network is back. */
export const PendingPill = ({ label }: { label: string }) => <Pill tone="warn" icon={<IconClock size={14} aria-hidden />}>{label}</Pill>;

export interface PendingCardProps {
  readonly icon?: ReactNode;
  readonly detail: string;
  readonly pendingLabel: string;
  readonly text: string;
  readonly edit?: Action;
  readonly remove?: Action;
}

export const PendingCard = ({ icon, detail, pendingLabel, text, edit, remove }: PendingCardProps) => (
  <AmbassadorCard>
    <div className={css.meta}>{icon}<span>{detail}</span><span><PendingPill label={pendingLabel} /></span></div>
    <p className={`${type.body} ${css.pendingText}`}>{text}</p>
    <div className={css.actions}>
      {edit ? <ActionButton tone="soft" size="small" {...edit} /> : null}
      {remove ? <ActionButton tone="plain" size="small" {...remove} /> : null}
    </div>
  </AmbassadorCard>
);

const Block = ({ look }: { look: string | undefined }) => <div className={`${css.sk} ${look ?? ''}`} />;

/** Same boxes as the feed, while it loads; `cardsOnly` when its head is already there. `label` is read once. */
export const FeedSkeleton = ({ label, cards = 2, cardsOnly }: { label: string; cards?: number; cardsOnly?: boolean }) => (
  <div role="status" aria-busy="true">
    <span className="pv-sr">{label}</span>
    <div aria-hidden>
      {cardsOnly ? null : (
        <>
          <div className={css.lines}><Block look={css.w88} /><Block look={css.w52} /></div>
          <Block look={css.box} />
          <div className={css.row}><Block look={css.pill} /><Block look={css.pill} /><Block look={css.pill} /></div>
        </>
      )}
      <div className={css.stack}>
        {Array.from({ length: cards }, (_, i) => (
          <div key={i} className={base.card}>
            <Block look={css.skArt} />
            <div className={css.skBody}><Block look={css.w46} /><Block look={css.wide} /><Block look={css.w62} /><Block look={css.box} /><Block look={css.button} /></div>
          </div>
        ))}
      </div>
    </div>
  </div>
);
