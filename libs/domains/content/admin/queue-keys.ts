import { useEffect, useRef } from 'react';

/** True while the person types or a window is open: letters are then letters. */
const busy = (target: EventTarget | null) => target instanceof HTMLElement && (target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null);

/** Single letters, without a modifier, for the page that is shown. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || busy(event.target) || document.querySelector('[role="dialog"]')) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
