import { Popover } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import css from './bits.module.css';
import { fill, useUiTexts } from './texts';
import type { FigureDefinition } from './truth';

/** The label once pressed: its definition is open, the focus stays on it. */
export function TruthDefinition({ definition, children }: { readonly definition: FigureDefinition; readonly children: ReactNode }) {
  const texts = useUiTexts();
  const [opened, setOpened] = useState(true);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width="min(21.75rem, calc(100vw - 2rem))" withinPortal trapFocus={false} offset={6}>
      <Popover.Target>
        <button type="button" className={css.truth} ref={takeFocus} onClick={() => setOpened(!opened)} onKeyDown={({ key }) => key === 'Escape' && setOpened(false)}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={css.truthPop} aria-label={definition.title}>
        <div className={css.truthHead}>
          <b>{definition.title}</b>
          {definition.version ? <small>{fill(texts.definitionVersion, { version: definition.version })}</small> : null}
        </div>
        <p>{definition.text}</p>
        {definition.formula ? <p className={css.formula}>{definition.formula}</p> : null}
        {definition.note ? <p className={css.truthNote}>{definition.note}</p> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The button that was pressed is replaced by this one. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });
