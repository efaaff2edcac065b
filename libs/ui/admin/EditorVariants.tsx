import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './editor.module.css';

export interface EditorVariant {
  readonly id: string;
  readonly label: string;
  /** Length or language. */
  readonly meta?: ReactNode;
}

export interface EditorVariantsProps {
  readonly variants: readonly EditorVariant[];
  readonly active: string;
  readonly onChange: (id: string) => void;
  readonly label: string;
  readonly onAdd?: () => void;
  readonly addLabel?: string;
  readonly status?: ReactNode;
  /** The editor of the active variant. */
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** Several texts for one thing, one tab each; arrows move between tabs. */
export function EditorVariants({ variants, active, onChange, label, onAdd, addLabel, status, children, footer }: EditorVariantsProps) {
  const base = useId();
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = variants.findIndex((v) => v.id === active);
    const next = variants[(at + step + variants.length) % variants.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChange(next.id);
    document.getElementById(`${base}-${next.id}`)?.focus();
  };
  return (
    <div>
      <div className={css.variants}>
        <div className={css.variantList} role="tablist" aria-label={label} onKeyDown={move}>
          {variants.map((variant) => (
            <button
              key={variant.id}
              type="button"
              role="tab"
              id={`${base}-${variant.id}`}
              aria-selected={variant.id === active}
              aria-controls={`${base}-panel`}
              tabIndex={variant.id === active ? 0 : -1}
              className={css.variant}
              onClick={() => onChange(variant.id)}
            >
              {variant.label}
              {variant.meta ? <small>{variant.meta}</small> : null}
            </button>
          ))}
        </div>
        {onAdd ? (
          <ActionIcon size="sm" onClick={onAdd} aria-label={addLabel}>
            <IconPlus size={16} />
          </ActionIcon>
        ) : null}
        {status ? <span className={css.status}>{status}</span> : null}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${active}`}>
        {children}
      </div>
      {footer ? <div className={css.footer}>{footer}</div> : null}
    </div>
  );
}
