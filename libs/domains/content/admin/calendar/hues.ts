import type { CSSProperties } from 'react';
import type { Item } from './useCalendar';

/** Colours that the theme of the interface has for subjects: `--theme-1` to `--theme-12`. */
const HUES = 12;
/** What a colour keeps of itself at each further round: the ink takes the rest, so that its contrast only grows. */
const KEPT = 0.6;
export type Themes = ReadonlyMap<string, { name: string; index: number }>;

/** The organisation's themes, in the order of their names: a colour stays with its theme from one month to the next. */
export const themeHues = (themes: readonly { id: string; name: string }[]): Themes => new Map(themes.map(({ id, name }, index) => [id, { name, index }]));

function colourOf(index: number): string {
  const colour = `var(--theme-${(index % HUES) + 1})`;
  const round = Math.floor(index / HUES);
  return round ? `color-mix(in oklab, ${colour} ${+(100 * KEPT ** round).toFixed(3)}%, var(--ink))` : colour;
}

/** The colour of a theme, no other theme's, as the variable that the styles read; grey without one. */
export const hue = (index: number | undefined): CSSProperties => ({ '--hue': index === undefined ? 'var(--ink-3)' : colourOf(index) }) as CSSProperties;

export const hueOf = ({ themes: [main] }: Item, themes: Themes): CSSProperties => hue(main && themes.get(main.id)?.index);
