import { lazy, Suspense, useId, useState } from 'react';
import type { ReactNode } from 'react';
import css from './bits.module.css';
import { useUiTexts } from './texts';

/** How a figure is known: seen by the platform, said by people, or computed with a range. */
export type Truth = 'measured' | 'declared' | 'estimated';

export interface FigureDefinition {
  readonly title: string;
  readonly text: ReactNode;
  readonly formula?: ReactNode;
  /** Number of the definition: it changes when the figure is computed otherwise. */
  readonly version?: number;
  readonly note?: ReactNode;
}

/** Full dot, hatched dot or dashed ring, 10 px; decorative. */
export function TruthMark({ kind }: { readonly kind: Truth }) {
  const id = useId();
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden style={{ flex: 'none' }}>
      {kind === 'measured' ? <circle cx="5" cy="5" r="4.25" fill="currentColor" /> : null}
      {kind === 'declared' ? (
        <>
          <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.3" height="3" fill="currentColor" />
          </pattern>
          <circle cx="5" cy="5" r="4.25" fill={`url(#${id})`} stroke="currentColor" strokeWidth="1.2" />
        </>
      ) : null}
      {kind === 'estimated' ? <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 1.6" /> : null}
    </svg>
  );
}

export interface TruthLabelProps {
  /** Null until it is known: the place is kept. */
  readonly kind: Truth | null;
  /** Replaces the word: « 176 vérifiés ». */
  readonly label?: ReactNode;
  readonly definition?: FigureDefinition;
}

const TruthDefinition = lazy(async () => ({ default: (await import('./truth-definition')).TruthDefinition }));

/** How a figure is known; a press opens what it means, its formula and the version of the definition, fetched then. */
export function TruthLabel({ kind, label, definition }: TruthLabelProps) {
  const texts = useUiTexts();
  const [asked, setAsked] = useState(false);
  const content = (
    <>
      {kind ? <TruthMark kind={kind} /> : null}
      <span>{label ?? (kind ? texts[kind] : '\u00a0')}</span>
      {definition ? <span className="pv-sr">, {texts.definition}</span> : null}
    </>
  );
  if (!definition) return <span className={css.truth}>{content}</span>;
  const closed = (
    <button type="button" className={css.truth} aria-haspopup="dialog" aria-expanded={false} onClick={() => setAsked(true)}>
      {content}
    </button>
  );
  if (!asked) return closed;
  return (
    <Suspense fallback={closed}>
      <TruthDefinition definition={definition}>{content}</TruthDefinition>
    </Suspense>
  );
}
