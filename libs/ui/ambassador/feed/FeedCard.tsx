import { IconCheck, IconClipboardCheck, IconDiscountCheck, IconLock, IconPencil } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Pill, initials } from '../../shared/bits';
import { ActionButton } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import base from '../base/base.module.css';
import { PersonMark } from '../base/pieces';
import type from '../base/type.module.css';
import { CardFoot, WhyBox } from './explain';
import type { CardFootProps } from './explain';
import css from './feed.module.css';

interface Readable extends CardFootProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly readTime?: string;
  readonly picture?: ReactNode;
  readonly read?: Action;
}

export interface ArticleCardProps extends Readable {
  readonly kind: 'article';
  /** Small picture at the side and smaller title. */
  readonly compact?: boolean;
  /** `letter` stands for the source when it has no logo; by default the first of its name. */
  readonly source: { readonly name: string; readonly letter?: string; readonly logo?: string | null; readonly tone?: 'good' };
  readonly tag?: string;
  readonly whyGood?: { readonly title: string; readonly text: ReactNode };
  /** The one primary action. */
  readonly share?: Action;
}

export interface InstructionCardProps {
  readonly kind: 'instruction';
  readonly band: string;
  readonly due?: string;
  readonly title: string;
  readonly text?: ReactNode;
  /** « J’ai lu et compris »; gone once `acknowledged` says when. */
  readonly acknowledge?: Action;
  readonly acknowledged?: string | null;
  readonly read?: Action;
  /** Who will know, and that it is never shared. */
  readonly foot: ReactNode;
}

export interface TestimonyCardProps {
  readonly kind: 'testimony';
  readonly person: { readonly name: string; readonly job: string; readonly picture?: string | null };
  readonly quote: ReactNode;
  readonly figures?: readonly { readonly label: string; readonly value: string }[];
  readonly dated?: string;
  readonly thank?: Action;
  readonly consent?: string;
}

/** Internal content has no share action, by type: no button can reach the page. */
export interface InternalCardProps extends Readable {
  readonly kind: 'internal';
  readonly lock: string;
  readonly note?: string;
}

export type FeedCardProps = ArticleCardProps | InstructionCardProps | TestimonyCardProps | InternalCardProps;
type Named<T> = T & { readonly id: string };

function SideBySide({ id, title, summary, picture }: Named<Pick<Readable, 'title' | 'summary' | 'picture'>>) {
  return (
    <div className={css.head}>
      <div><h2 id={id} className={type.sub}>{title}</h2>{summary ? <p className={type.second}>{summary}</p> : null}</div>
      {picture ? <div className={css.thumb}>{picture}</div> : null}
    </div>
  );
}

function ArticleCard({ source, tag, title, summary, readTime, picture, compact, whyGood, share, read, dismiss, why, id }: Named<ArticleCardProps>) {
  return (
    <>
      {picture && !compact ? <div className={css.art}>{picture}</div> : null}
      <div className={base.inside}>
        <div className={css.meta}>
          <span className={css.source} data-tone={source.tone} aria-hidden>{source.logo ? <img src={source.logo} alt="" /> : source.letter ?? initials(source.name).slice(0, 1)}</span>
          <span>{source.name}</span>
          {readTime ? <><span aria-hidden>·</span><span>{readTime}</span></> : null}
          {tag ? <span className={css.far}><Pill>{tag}</Pill></span> : null}
        </div>
        {compact ? <SideBySide id={id} title={title} summary={summary} picture={picture} /> : <h2 id={id} className={`${type.card} ${css.title}`}>{title}</h2>}
        {summary && !compact ? <p className={`${type.second} ${css.summary}`}>{summary}</p> : null}
        {whyGood ? <WhyBox title={whyGood.title}>{whyGood.text}</WhyBox> : null}
        {share || read ? (
          <div className={css.actions}>
            {share ? <ActionButton icon={<IconPencil size={19} aria-hidden />} grow natural {...share} /> : null}
            {read ? <ActionButton tone="soft" {...read} /> : null}
          </div>
        ) : null}
        <CardFoot dismiss={dismiss} why={why} />
      </div>
    </>
  );
}

function InstructionCard({ band, due, title, text, acknowledge, acknowledged, read, foot, id }: Named<InstructionCardProps>) {
  const tick = <IconCheck size={19} aria-hidden />;
  return (
    <>
      <div className={css.band}><IconClipboardCheck size={19} aria-hidden /><span>{band}</span>{due ? <span>{due}</span> : null}</div>
      <div className={`${base.inside} ${css.stack}`}>
        <h2 id={id} className={type.sub}>{title}</h2>
        {text ? <p className={type.second}>{text}</p> : null}
        {acknowledged ? <p className={css.done} role="status">{tick}{acknowledged}</p> : acknowledge ? <ActionButton tone="line" full icon={tick} {...acknowledge} /> : null}
        {read ? <ActionButton tone="plain" full {...read} /> : null}
        <p className={css.foot}><IconLock size={15} aria-hidden /><span>{foot}</span></p>
      </div>
    </>
  );
}

function TestimonyCard({ person, quote, figures = [], dated, thank, consent, id }: Named<TestimonyCardProps>) {
  return (
    <>
      <svg className={css.arcs} width="190" height="190" viewBox="0 0 200 200" fill="none" aria-hidden>
        <circle cx="130" cy="70" r="24" fill="var(--art-coral)" />
        <circle cx="130" cy="70" r="46" stroke="var(--art-sun)" strokeWidth="9" />
        <circle cx="130" cy="70" r="70" stroke="var(--art-blue)" strokeWidth="9" />
      </svg>
      <div className={`${base.inside} ${css.over}`}>
        <div className={css.person}>
          <PersonMark name={person.name} picture={person.picture} />
          <div><p id={id}>{person.name}</p><p className={`${type.cap} ${type.onNight2}`}>{person.job}</p></div>
        </div>
        <p className={css.quote}>{quote}</p>
        {figures.length > 0 ? <dl className={css.trio}>{figures.map((figure) => <div key={figure.label}><dt>{figure.label}</dt><dd>{figure.value}</dd></div>)}</dl> : null}
        {dated ? <p className={css.dated}><IconDiscountCheck size={17} aria-hidden />{dated}</p> : null}
        {thank || consent ? (
          <div className={css.actions}>
            {thank ? <ActionButton tone="ghost" size="small" {...thank} /> : null}
            {consent ? <p className={`${type.cap} ${type.onNight2}`}>{consent}</p> : null}
          </div>
        ) : null}
      </div>
    </>
  );
}

function InternalCard({ lock, title, summary, readTime, picture, read, note, dismiss, why, id }: Named<InternalCardProps>) {
  return (
    <div className={`${base.inside} ${css.internal}`}>
      <div className={css.meta}>
        <span className={base.raisedPill}><Pill icon={<IconLock size={14} aria-hidden />}>{lock}</Pill></span>
        {readTime ? <span className={css.far}>{readTime}</span> : null}
      </div>
      <SideBySide id={id} title={title} summary={summary} picture={picture} />
      {read || note ? <div className={css.actions}>{read ? <ActionButton tone="raised" size="small" {...read} /> : null}{note ? <p className={type.cap}>{note}</p> : null}</div> : null}
      <CardFoot dismiss={dismiss} why={why} />
    </div>
  );
}

const surfaces = { article: undefined, instruction: undefined, testimony: 'night', internal: 'flat' } as const;

/** One content of the feed. Its kind is told by shape and words, never by colour alone. */
export function FeedCard(props: FeedCardProps) {
  const id = useId();
  return (
    <article className={base.card} data-tone={surfaces[props.kind]} aria-labelledby={id}>
      {props.kind === 'article' ? <ArticleCard {...props} id={id} /> : null}
      {props.kind === 'instruction' ? <InstructionCard {...props} id={id} /> : null}
      {props.kind === 'testimony' ? <TestimonyCard {...props} id={id} /> : null}
      {props.kind === 'internal' ? <InternalCard {...props} id={id} /> : null}
    </article>
  );
}
