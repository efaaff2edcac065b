import { Modal } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import css from './share.module.css';

export interface BottomSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Always there: it names the dialog. */
  readonly title: string;
  /** The title stays for screen readers only, when the content has its own. */
  readonly titleHidden?: boolean;
  /** Says what closing keeps: « Fermer, le brouillon est gardé ». */
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/**
 * Slides up from the bottom on a phone, 560 px dialog from 1024 px. One dialog for both, so that turning
 * the screen keeps what was typed. Focus stays inside, Escape closes, the opener gets the focus back.
 */
export function BottomSheet({ opened, onClose, title, titleHidden, closeLabel, children }: BottomSheetProps) {
  const [reach, scrolls] = useScrolls();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      padding={0}
      centered={false}
      withCloseButton={!titleHidden}
      closeButtonProps={{ 'aria-label': closeLabel, iconSize: 20 }}
      transitionProps={{ transition: 'slide-up', duration: 360, exitDuration: 220, timingFunction: 'var(--ease-out)' }}
      overlayProps={{ transitionProps: { duration: 220 } }}
      attributes={{ header: { role: 'none' }, ...(scrolls ? { body: { tabIndex: 0 } } : {}), content: { 'aria-label': title, ...(titleHidden && { 'data-bare': true }) } }}
      classNames={{ inner: css.inner, content: css.content, header: css.header, title: css.title, close: css.close, body: css.body }}
    >
      <div ref={reach}>{children}</div>
    </Modal>
  );
}

/** Whether the sheet's text is longer than the sheet: the keyboard must then reach it. `ref` goes on the child of what scrolls. */
function useScrolls(): [ref: (inside: HTMLElement | null) => (() => void) | undefined, scrolls: boolean] {
  const [scrolls, setScrolls] = useState(false);
  const ref = useCallback((inside: HTMLElement | null) => {
    const box = inside?.parentElement;
    if (!inside || !box) return undefined;
    const watch = new ResizeObserver(() => setScrolls(box.scrollHeight > box.clientHeight + 1));
    watch.observe(inside);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return [ref, scrolls];
}
