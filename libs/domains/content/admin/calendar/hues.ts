import type { CSSProperties } from 'react';
import type { Item } from './useCalendar';

const HUES = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-muted'];
export type Themes = ReadonlyMap<string, { name: string; index: number }>;

/** The organisation's themes, in the order of their names: a colour stays with its theme from one month to the next. */
export const themeHues = (themes: readonly { id: string; name: string }[]): Themes => new Map(themes.map(({ id, name }, index) => [id, { name, index }]));

/** The colour of a theme, as the variable that the styles read; grey without one. */
export const hue = (index: number | undefined): CSSProperties => ({ '--hue': index === undefined ? 'var(--ink-3)' : `var(${HUES[index % HUES.length]})` }) as CSSProperties;

export const hueOf = ({ themes: [main] }: Item, themes: Themes): CSSProperties => hue(main && themes.get(main.id)?.index);
