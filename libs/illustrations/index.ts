import { Chance } from './chance';
import { artPalette, Paper, type Scheme, type Tone } from './paper';
import type { Scene } from './pieces';
import { bike, conference, solidarity, team, trophy, workshop } from './scenes/people';
import { city, forest, hiring, journey, logistics, school, sea, solar } from './scenes/places';
import { book, data, health, message, timber } from './scenes/things';

export { artPalette } from './paper';
export type { Scheme as IllustrationScheme, Tone as IllustrationTone } from './paper';

const scenes = {
  school, workshop, team, solidarity, forest, solar, book, conference, hiring, data,
  bike, health, logistics, city, sea, trophy, journey, timber, message,
} satisfies Record<string, Scene>;

export type IllustrationMotif = keyof typeof scenes;

/** Every motif, in a fixed order. */
export const illustrationMotifs = Object.keys(scenes) as IllustrationMotif[];

export function isIllustrationMotif(value: unknown): value is IllustrationMotif {
  return typeof value === 'string' && Object.hasOwn(scenes, value);
}

export interface IllustrationOptions {
  motif: IllustrationMotif;
  /** Any text, for instance the id of a content: the same seed gives the same picture. */
  seed: string;
  /** `light` (default) and `dark` write literal colours, for files; `auto` writes the `--art-*` roles, for a page. */
  scheme?: Scheme | 'auto';
  /** Accessible name; without it the picture is decorative and hidden from assistive tools. */
  title?: string;
}

/** Scenes with a rising curve or a tick, that a mirror would turn into a fall or a slip. */
const oneWay: ReadonlySet<IllustrationMotif> = new Set(['team', 'data', 'hiring', 'conference']);

const escapeXml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/**
 * A cut-paper scene as a whole SVG document, 1200x630, without script, style, id or outside reference.
 * It bears a crop to 2.7:1 and to 1:1 about its centre. At most five hues over the neutral papers.
 */
export function illustrationSvg({ motif, seed, scheme = 'light', title }: IllustrationOptions): string {
  const colour = (tone: Tone) => (scheme === 'auto' ? `var(--art-${tone})` : artPalette[scheme][tone]);
  const chance = new Chance(`${motif}/${seed}`);
  const paper = new Paper(colour);
  const mirrored = chance.flip() && !oneWay.has(motif);
  const draw = () => scenes[motif](paper, chance);
  if (mirrored) paper.within('matrix(-1 0 0 1 1200 0)', draw);
  else draw();
  const name = title ? `role="img" aria-label="${escapeXml(title)}"` : 'aria-hidden="true"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" preserveAspectRatio="xMidYMid slice" ${name}>${paper.toString()}</svg>`;
}
