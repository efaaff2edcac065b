/** The sheet on which a scene is cut: flat shapes in the tones of the illustration palette. */

export type Tone = 'paper' | 'sand' | 'coral' | 'blush' | 'ink' | 'sky' | 'blue' | 'leaf' | 'sun' | 'white';
export type Scheme = 'light' | 'dark';

/** Same values as the `--art-*` roles, needed as literals where no style sheet exists (image files). */
export const artPalette: Record<Scheme, Record<Tone, string>> = {
  light: { paper: '#f4e4cf', sand: '#eccfa8', coral: '#e4573a', blush: '#f6b9a2', ink: '#1f2147', sky: '#aac4e8', blue: '#3d5aa8', leaf: '#2f8a66', sun: '#f2b545', white: '#fffaf2' },
  dark: { paper: '#2b2a3c', sand: '#5c4a45', coral: '#e8684b', blush: '#9c5848', ink: '#0f1020', sky: '#3c4d74', blue: '#6a86cf', leaf: '#3f8f70', sun: '#e0a645', white: '#efe7dc' },
};

const short = (value: number) => String(Math.round(value * 10) / 10);

/** Collects SVG elements; every size is in units of the 1200x630 view box. */
export class Paper {
  readonly #parts: string[] = [];
  readonly #colour: (tone: Tone) => string;

  constructor(colour: (tone: Tone) => string) {
    this.#colour = colour;
  }

  rect(x: number, y: number, width: number, height: number, tone: Tone, radius = 0): this {
    const round = radius > 0 ? ` rx="${short(radius)}"` : '';
    return this.#add(`<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${round} fill="${this.#colour(tone)}"/>`);
  }

  circle(cx: number, cy: number, radius: number, tone: Tone): this {
    return this.#add(`<circle cx="${short(cx)}" cy="${short(cy)}" r="${short(radius)}" fill="${this.#colour(tone)}"/>`);
  }

  ring(cx: number, cy: number, radius: number, width: number, tone: Tone, opacity = 1): this {
    const faint = opacity < 1 ? ` stroke-opacity="${opacity}"` : '';
    return this.#add(`<circle cx="${short(cx)}" cy="${short(cy)}" r="${short(radius)}" fill="none" stroke="${this.#colour(tone)}" stroke-width="${short(width)}"${faint}/>`);
  }

  shape(d: string, tone: Tone, opacity = 1): this {
    const faint = opacity < 1 ? ` fill-opacity="${opacity}"` : '';
    return this.#add(`<path d="${d}" fill="${this.#colour(tone)}"${faint}/>`);
  }

  line(d: string, tone: Tone, width: number, dash = ''): this {
    const dashed = dash ? ` stroke-dasharray="${dash}"` : '';
    return this.#add(`<path d="${d}" fill="none" stroke="${this.#colour(tone)}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round"${dashed}/>`);
  }

  /** Draws `inside` under an SVG transform. */
  within(transform: string, inside: () => void): this {
    this.#add(`<g transform="${transform}">`);
    inside();
    return this.#add('</g>');
  }

  toString(): string {
    return this.#parts.join('');
  }

  #add(element: string): this {
    this.#parts.push(element);
    return this;
  }
}
