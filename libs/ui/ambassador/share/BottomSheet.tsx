import { Modal } from '@mantine/core';
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
      attributes={{ header: { role: 'none' }, ...(titleHidden ? { content: { 'data-bare': true } } : {}) }}
      classNames={{ inner: css.inner, content: css.content, header: css.header, title: css.title, close: css.close, body: css.body }}
    >
      {children}
    </Modal>
  );
}
