import { IconChevronLeft, IconLock, IconPencil, IconTextSize } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ActionButton, IconAction } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import type from '../base/type.module.css';
import css from './reading.module.css';

export interface ReaderProps {
  readonly source: string;
  readonly title: string;
  /** Pills: shareable or internal, theme. */
  readonly tags?: ReactNode;
  /** Date and reading time. */
  readonly dated: string;
  readonly lead?: ReactNode;
  readonly picture?: ReactNode;
  /** HTML that the server has already sanitised: no script, style, event or form reaches this component. */
  readonly html: string;
  readonly back: { readonly label: string; readonly href?: string; readonly onClick?: () => void };
  readonly textSizeLabel: string;
  /** More actions of the top bar, for instance keep for later. */
  readonly tools?: ReactNode;
  /** Left out for internal content, which then says why in `lockedNote`. */
  readonly share?: Action;
  readonly lockedNote?: string;
  readonly progressLabel: string;
  /** Words for the share already read, from 0 to 1: « Encore 2 min » and « 46 % lu ». */
  readonly progressText: (read: number) => { readonly left: string; readonly done: string };
  /** Called each time a further tenth is reached, with the share read from 0 to 1. */
  readonly onProgress?: (read: number) => void;
}

/** Share of the way from the top of the page to the end of an element, from 0 to 1; 1 when it all fits. */
function useReadShare(onTenth?: (read: number) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState(0);
  const best = useRef(-1);
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const box = ref.current?.getBoundingClientRect();
      if (!box || box.height === 0) return;
      const way = box.bottom + window.scrollY - window.innerHeight;
      const share = way <= 0 ? 1 : Math.min(1, Math.max(0, window.scrollY / way));
      setRead(share);
      const tenth = Math.floor(share * 10);
      if (tenth > best.current) {
        best.current = tenth;
        onTenth?.(share);
      }
    };
    const ask = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    return () => {
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
      cancelAnimationFrame(frame);
    };
  }, [onTenth]);
  return { ref, read };
}

/** Page to read: progress at the top, one action that stays at the bottom. Use it in a `bare` shell. */
export function Reader({ source, title, tags, dated, lead, picture, html, back, textSizeLabel, tools, share, lockedNote, progressLabel, progressText, onProgress }: ReaderProps) {
  const { ref, read } = useReadShare(onProgress);
  const [large, setLarge] = useState(false);
  const words = progressText(read);
  return (
    <>
      <div className={css.bar}>
        <div className={css.barRow}>
          <IconAction strong icon={<IconChevronLeft size={22} aria-hidden />} {...back} />
          <p className={type.second}>{source}</p>
          <IconAction label={textSizeLabel} pressed={large} onClick={() => setLarge(!large)} icon={<IconTextSize size={22} stroke={1.8} aria-hidden />} />
          {tools}
        </div>
        <div className={css.track} role="progressbar" aria-label={progressLabel} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(read * 100)}>
          <span style={{ width: `${read * 100}%` }} />
        </div>
      </div>
      <article className={css.page} data-text={large ? 'large' : undefined} ref={ref}>
        {picture ? <div className={css.art}>{picture}</div> : null}
        <div className={css.meta}>{tags}<span>{dated}</span></div>
        <h1 className={type.page}>{title}</h1>
        <div className={css.prose}>
          {lead ? <p className={css.lead}>{lead}</p> : null}
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      </article>
      <div className={css.dock}>
        <div className={css.dockRow}>
          <div className={css.left}><p className={type.label}>{words.left}</p><p className={type.cap}>{words.done}</p></div>
          {share ? <div className={css.dockAction}><ActionButton full icon={<IconPencil size={19} aria-hidden />} {...share} /></div> : lockedNote ? <p className={css.locked}><IconLock size={18} aria-hidden />{lockedNote}</p> : null}
        </div>
      </div>
    </>
  );
}
