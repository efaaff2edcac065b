import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import { ListRow, RowList } from '../base/pieces';
import type { ListRowProps } from '../base/pieces';
import type from '../base/type.module.css';
import css from './share.module.css';

const PlaneSpot = () => (
  <svg className={css.spot} viewBox="0 0 240 140" aria-hidden>
    <g fill="none" strokeWidth="7">
      <circle cx="120" cy="70" r="40" stroke="var(--art-sun)" />
      <circle cx="120" cy="70" r="60" stroke="var(--art-blush)" strokeDasharray="260 117" transform="rotate(-60 120 70)" strokeLinecap="round" />
    </g>
    <g className={css.plane}>
      <path d="m88 76 68-30-22 68-15-25z" fill="var(--art-coral)" />
      <path d="m119 89 37-43-22 68z" fill="var(--night)" />
    </g>
    <circle cx="44" cy="44" r="6" fill="var(--art-leaf)" />
    <rect x="192" y="30" width="12" height="12" fill="var(--art-blue)" transform="rotate(18 198 36)" />
    <circle cx="200" cy="102" r="5" fill="var(--art-sun)" />
  </svg>
);

export interface ShareAskedProps {
  /** « Ouvert dans LinkedIn.\nAvez-vous publié ? » */
  readonly question: string;
  readonly text: ReactNode;
  readonly copyAgain?: { readonly label: string; readonly onClick: () => void };
  readonly yes: Action;
  readonly notYet: Action;
  /** What each answer or count is worth: a truth label and a sentence. */
  readonly facts: readonly { readonly id: string; readonly truth: ReactNode; readonly text: ReactNode }[];
  readonly foot?: ReactNode;
}

/** Back from the network: only the member knows whether it was published. */
export function ShareAsked({ question, text, copyAgain, yes, notYet, facts, foot }: ShareAskedProps) {
  return (
    <div>
      <PlaneSpot />
      <div className={css.asked}>
        <h2 className={css.said} tabIndex={-1} data-autofocus>{question}</h2>
        <p className={type.second}>
          {text}
          {copyAgain ? <><br /><button type="button" className={type.link} onClick={copyAgain.onClick}>{copyAgain.label}</button></> : null}
        </p>
      </div>
      <div className={css.pair}><ActionButton size="big" {...yes} /><ActionButton size="big" tone="soft" {...notYet} /></div>
      <dl className={css.facts}>
        {facts.map((fact) => <div key={fact.id}><dt>{fact.truth}</dt><dd className={type.second}>{fact.text}</dd></div>)}
      </dl>
      {foot ? <p className={`${type.cap} ${css.foot}`}>{foot}</p> : null}
    </div>
  );
}

export interface ShareResultProps {
  readonly text: ReactNode;
  /** What happens now, each with its cause. */
  readonly rows: readonly (ListRowProps & { readonly id: string })[];
  readonly done: Action;
  readonly undo?: Action;
}

/** What the share does, in plain words. */
export const ShareResult = ({ text, rows, done, undo }: ShareResultProps) => (
  <div>
    <p className={`${type.second} ${css.thanks} ${css.said}`} tabIndex={-1} data-autofocus>{text}</p>
    <RowList tone="flat" ordered>{rows.map(({ id, ...row }) => <ListRow key={id} {...row} />)}</RowList>
    <div className={css.go}><ActionButton size="big" full {...done} /></div>
    {undo ? <ActionButton tone="plain" full icon={<IconArrowBackUp size={20} aria-hidden />} {...undo} /> : null}
  </div>
);
