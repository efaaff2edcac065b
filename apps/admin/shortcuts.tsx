import { Modal } from '@mantine/core';
import { Key } from '@portevoix/ui';
import { useT, type AdminSection } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import css from './admin.module.css';
import type { SectionNav } from './Frame';
import { texts } from './texts';

/** « G », then the letter. */
const LETTERS: Record<AdminSection, string> = { today: 'A', programme: 'P', cohorts: 'C', recruitment: 'R', content: 'T', animation: 'N', listening: 'E', results: 'U', settings: 'S' };
const SECOND_KEY_MS = 1500;

const writes = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** `?` opens the sheet; `g` then a letter goes to a section. Nothing while writing. */
export function useShortcuts(sections: readonly SectionNav[], onHelp: () => void): void {
  const navigate = useNavigate();
  const latest = useRef({ sections, onHelp });
  useEffect(() => {
    latest.current = { sections, onHelp };
  });
  useEffect(() => {
    let asked = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      if (event.key === '?') latest.current.onHelp();
      const letter = event.key.toUpperCase();
      const target = event.timeStamp - asked < SECOND_KEY_MS ? latest.current.sections.find(({ section }) => LETTERS[section] === letter) : undefined;
      asked = letter === 'G' ? event.timeStamp : 0;
      const href = target?.entries[0]?.href;
      if (href) void navigate({ href });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
}

export function ShortcutsSheet({ opened, onClose, sections }: { opened: boolean; onClose: () => void; sections: readonly SectionNav[] }) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('help.title')}>
      <dl className={css.shortcuts}>
        <div>
          <dt>{t('help.palette')}</dt>
          <dd>
            <Key>⌘K</Key> <Key>Ctrl K</Key>
          </dd>
        </div>
        <div>
          <dt>{t('help.sheet')}</dt>
          <dd>
            <Key>?</Key>
          </dd>
        </div>
        <div>
          <dt>{t('help.search')}</dt>
          <dd>
            <Key>/</Key>
          </dd>
        </div>
        <div>
          <dt>{t('help.undo')}</dt>
          <dd>
            <Key>⌘Z</Key> <Key>Ctrl Z</Key>
          </dd>
        </div>
        {sections.map(({ section }) => (
          <div key={section}>
            <dt>{t('help.go', { place: t(`sections.${section}`) })}</dt>
            <dd>
              <Key>G</Key> {t('help.then')} <Key>{LETTERS[section]}</Key>
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.ask}>{t('help.hint')}</p>
    </Modal>
  );
}
