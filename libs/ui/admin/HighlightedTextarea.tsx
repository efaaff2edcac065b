import { ActionIcon } from '@mantine/core';
import { IconQuote, IconX } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { fill, useUiTexts } from '../shared/texts';
import css from './editor.module.css';
import { cleanRanges, cutText, replaceRange } from './ranges';
import type { TextRange } from './ranges';

export interface HighlightRange extends TextRange {
  readonly id: string;
  readonly kind: 'warn' | 'info' | 'danger';
  readonly title: ReactNode;
  readonly explanation?: ReactNode;
  /** What may replace the passage; an empty replacement takes it away. */
  readonly suggestions?: readonly { readonly label: string; readonly replacement: string; readonly quiet?: boolean }[];
}

export interface HighlightedTextareaProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ranges: readonly HighlightRange[];
  /** Name of the field. */
  readonly label: string;
  readonly placeholder?: string;
  readonly minHeight?: string;
  readonly lang?: string;
  readonly disabled?: boolean;
  /** The person keeps the passage as it is. */
  readonly onDismiss?: (id: string) => void;
}

const COLOURS = { warn: 'var(--warn)', info: 'var(--info)', danger: 'var(--danger)' } as const;

/** Text field whose passages are underlined: with the caret in one, its explanation and suggestions open under it. */
export function HighlightedTextarea({ value, onChange, ranges, label, placeholder, minHeight = '10rem', lang, disabled, onDismiss }: HighlightedTextareaProps) {
  const texts = useUiTexts();
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [top, setTop] = useState(0);
  const shown = cleanRanges(ranges, value.length);
  const open = shown.find((r) => r.id === openId) ?? null;

  useLayoutEffect(() => {
    const mark = openId ? layer.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(openId)}"]`) : null;
    if (mark) setTop(mark.offsetTop + mark.offsetHeight + 8);
  }, [openId, value]);

  const follow = () => {
    const caret = field.current?.selectionStart ?? -1;
    setOpenId(shown.find((r) => caret >= r.start && caret <= r.end)?.id ?? null);
  };
  const apply = (range: HighlightRange, replacement: string) => {
    onChange(replaceRange(value, range, replacement));
    setOpenId(null);
    field.current?.focus();
  };

  return (
    <div className={css.field} style={{ minHeight }} onKeyDown={(event) => event.key === 'Escape' && setOpenId(null)}>
      <div ref={layer} className={css.layer} aria-hidden>
        {cutText(value, shown).map((piece, i) =>
          piece.range ? (
            <mark key={piece.range.id} data-id={piece.range.id} data-kind={piece.range.kind}>
              {piece.text}
            </mark>
          ) : (
            <span key={i}>{piece.text}</span>
          ),
        )}
        {'\n'}
      </div>
      <textarea
        ref={field}
        value={value}
        lang={lang}
        disabled={disabled}
        placeholder={placeholder}
        aria-label={label}
        aria-describedby={shown.length > 0 ? hint : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onClick={follow}
        onKeyUp={(event) => event.key !== 'Escape' && follow()}
        spellCheck
      />
      <span id={hint} className="pv-sr">
        {shown.length > 0 ? fill(texts.highlights, { n: shown.length }) : ''}
      </span>
      {open ? (
        <div className={css.panel} style={{ top }} role="group" aria-live="polite">
          <IconQuote size={18} color={COLOURS[open.kind]} style={{ flex: 'none' }} aria-hidden />
          <div>
            <b>{open.title}</b>
            {open.explanation ? <p>{open.explanation}</p> : null}
            {open.suggestions && open.suggestions.length > 0 ? (
              <div className={css.suggestions}>
                {open.suggestions.map((s) => (
                  <button key={s.label} type="button" className={css.suggestion} data-quiet={s.quiet || undefined} onClick={() => apply(open, s.replacement)}>
                    {s.label}
                  </button>
                ))}
              </div>
            ) : null}
          </div>
          <ActionIcon
            size="sm"
            aria-label={texts.close}
            onClick={() => {
              setOpenId(null);
              onDismiss?.(open.id);
              field.current?.focus();
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ) : null}
    </div>
  );
}
