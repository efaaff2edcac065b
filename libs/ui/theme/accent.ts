import { contrast, fromOklch, normaliseHex, toOklch } from './colour';
import type { Oklch } from './colour';

/** The four colours that follow the organisation's accent in one scheme, each `#rrggbb`. */
export interface AccentScheme {
  readonly accent: string;
  readonly accentStrong: string;
  readonly accentSoft: string;
  readonly onAccent: string;
}

export type AccentResult =
  | { readonly ok: true; readonly light: AccentScheme; readonly dark: AccentScheme }
  /** `contrast` is the best ratio of text on the colour (1 to 21); `suggestion` is the nearest colour that passes. */
  | { readonly ok: false; readonly reason: 'contrast'; readonly contrast: number; readonly suggestion: string }
  | { readonly ok: false; readonly reason: 'format' };

/** WCAG 2.2, 1.4.3 for text and 1.4.11 for shapes. */
const TEXT = 4.5;
const SHAPE = 3;
const GROUNDS = {
  light: { paper: '#faf7f2', surface: '#ffffff', surface2: '#f3eee6', ink: '#1f2147' },
  dark: { paper: '#13141e', surface: '#1b1d2a', surface2: '#242738', ink: '#eeecf5' },
} as const;
const WHITE = '#ffffff';
const DARK_TEXT = '#14100f';

const best = (colour: string): string => (contrast(WHITE, colour) >= TEXT ? WHITE : contrast(DARK_TEXT, colour) >= contrast(WHITE, colour) ? DARK_TEXT : WHITE);

/** Text on the accent, and the accent as a shape on the page. */
const passesLight = (colour: string): boolean => contrast(best(colour), colour) >= TEXT && contrast(colour, GROUNDS.light.paper) >= SHAPE;

/** First colour that satisfies `test` when lightness moves from the start by steps of 0.004 in the given direction. */
function moveLightness(from: Oklch, direction: 1 | -1, test: (hex: string) => boolean): string | null {
  for (let l = from.l; l >= 0 && l <= 1; l += direction * 0.004) {
    const hex = fromOklch({ ...from, l });
    if (test(hex)) return hex;
  }
  return null;
}

function nearestPassing(start: Oklch): string {
  const candidates = [moveLightness(start, -1, passesLight), moveLightness(start, 1, passesLight)].filter((c) => c !== null);
  const distance = (hex: string) => Math.abs(toOklch(hex).l - start.l);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? '#000000';
}

function lightScheme(accent: string): AccentScheme {
  const base = toOklch(accent);
  const accentSoft = fromOklch({ l: 0.95, c: Math.min(base.c, 0.03), h: base.h });
  const readable = (hex: string) => [accentSoft, GROUNDS.light.surface2, GROUNDS.light.paper].every((ground) => contrast(hex, ground) >= TEXT);
  const accentStrong = moveLightness({ ...base, l: Math.max(0, base.l - 0.09) }, -1, readable) ?? GROUNDS.light.ink;
  return { accent, accentStrong, accentSoft, onAccent: best(accent) };
}

function darkScheme(accent: string): AccentScheme {
  const base = toOklch(accent);
  const start = { ...base, l: Math.max(base.l, 0.72), c: Math.min(base.c, 0.16) };
  const visible = (hex: string) => contrast(hex, GROUNDS.dark.surface2) >= TEXT && contrast(best(hex), hex) >= TEXT;
  const lifted = moveLightness(start, 1, visible) ?? GROUNDS.dark.ink;
  const accentSoft = fromOklch({ l: 0.28, c: Math.min(base.c, 0.04), h: base.h });
  const readable = (hex: string) => [accentSoft, GROUNDS.dark.surface2].every((ground) => contrast(hex, ground) >= TEXT);
  const accentStrong = moveLightness({ ...toOklch(lifted), l: Math.min(1, toOklch(lifted).l + 0.06) }, 1, readable) ?? GROUNDS.dark.ink;
  return { accent: lifted, accentStrong, accentSoft, onAccent: best(lifted) };
}

/**
 * The accent roles of both schemes from one colour of the organisation (`#rgb` or `#rrggbb`).
 * Refused when no text reaches 4.5:1 on it or when it is under 3:1 on the light page: the nearest colour
 * that passes (same hue, lightness moved as little as possible) is then proposed. The dark scheme is always derived.
 */
export function accentRoles(hex: string): AccentResult {
  const accent = normaliseHex(hex);
  if (!accent) return { ok: false, reason: 'format' };
  if (!passesLight(accent)) {
    const worst = Math.min(contrast(best(accent), accent), contrast(accent, GROUNDS.light.paper) * (TEXT / SHAPE));
    return { ok: false, reason: 'contrast', contrast: worst, suggestion: nearestPassing(toOklch(accent)) };
  }
  return { ok: true, light: lightScheme(accent), dark: darkScheme(accent) };
}

/** The roles as CSS custom properties. */
export function accentVariables(scheme: AccentScheme): Record<string, string> {
  return { '--accent': scheme.accent, '--accent-strong': scheme.accentStrong, '--accent-soft': scheme.accentSoft, '--on-accent': scheme.onAccent };
}
