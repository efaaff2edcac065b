import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import css from './states.module.css';
import { fill, useUiTexts } from './texts';

export interface UndoOptions {
  /** What was done, as a fact: « Vélos de fonction » est retirée du fil. */
  readonly message: ReactNode;
  /** What stays safe. */
  readonly detail?: ReactNode;
  readonly onUndo: () => void;
  /** Called once when the time is over or the toast is pushed away. */
  readonly onExpire?: () => void;
  readonly seconds?: number;
  readonly undoLabel?: string;
}

const inField = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

interface UndoToastProps extends UndoOptions {
  readonly onClose: () => void;
}

function Ring({ left, total }: { readonly left: number; readonly total: number }) {
  const length = 2 * Math.PI * 12;
  return (
    <span className={css.ring} aria-hidden>
      <svg viewBox="0 0 28 28" fill="none" stroke="currentColor" strokeWidth="2.5">
        <circle cx="14" cy="14" r="12" opacity="0.25" />
        <circle cx="14" cy="14" r="12" strokeDasharray={length} strokeDashoffset={length * (1 - left / total)} strokeLinecap="round" />
      </svg>
      {left}
    </span>
  );
}

function UndoToast({ message, detail, onUndo, onExpire, onClose, seconds = 10, undoLabel }: UndoToastProps) {
  const texts = useUiTexts();
  const [left, setLeft] = useState(seconds);
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const settled = useRef(false);
  const paused = hovered || focused;

  const finish = useRef((undo: boolean) => {
    if (settled.current) return;
    settled.current = true;
    if (undo) onUndo();
    else onExpire?.();
    onClose();
  }).current;

  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => setLeft((value) => value - 1), 1000);
    return () => clearInterval(timer);
  }, [paused]);
  useEffect(() => {
    if (left <= 0) finish(false);
  }, [left, finish]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.metaKey || event.ctrlKey) || inField(event.target)) return;
      event.preventDefault();
      finish(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [finish]);

  return (
    <div className={css.toast} onKeyDown={(event) => event.key === 'Escape' && finish(false)} onMouseEnter={() => setHovered(true)} onMouseLeave={() => setHovered(false)} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
      <Ring left={Math.max(0, left)} total={seconds} />
      <div className={css.toastText}>
        <b>{message}</b>
        {detail}
      </div>
      <button type="button" className={css.toastButton} onClick={() => finish(true)}>
        <IconArrowBackUp size={16} aria-hidden />
        {undoLabel ?? texts.cancel}
        {/* Still while it counts: each second would be told. */}
        <span className="pv-sr">{fill(texts.undoLeft, { seconds: paused ? left : seconds })}</span>
      </button>
      <span className={css.toastKey} aria-hidden>
        {isMac() ? '⌘Z' : 'Ctrl Z'}
      </span>
    </div>
  );
}

let counter = 0;

/** Says what was just done and lets it be undone: count in sight, paused on hover and focus, ⌘Z. Returns a function that closes it. */
export function showUndo(options: UndoOptions): () => void {
  const id = `undo-${++counter}`;
  const close = () => {
    notifications.hide(id);
  };
  notifications.show({ id, message: options.message, autoClose: false, allowClose: false, role: 'presentation', renderNotification: () => <UndoToast {...options} onClose={close} /> });
  return close;
}
