import type { Chance } from './chance';
import type { Paper, Tone } from './paper';

/** What a scene receives: the sheet and its seeded choices. */
export type Scene = (paper: Paper, chance: Chance) => void;

/** Ground line shared by the scenes: still visible in the widest crop (2.7:1). */
export const GROUND = 508;

/** Plain sky with a large sun and its arcs of a voice. */
export function sky(p: Paper, background: Tone, sun: { x: number; y: number; r: number; tone: Tone }): void {
  p.rect(0, 0, 1200, 630, background);
  p.circle(sun.x, sun.y, sun.r, sun.tone);
  p.ring(sun.x, sun.y, sun.r * 1.34, 5, sun.tone, 0.55);
  p.ring(sun.x, sun.y, sun.r * 1.66, 5, sun.tone, 0.3);
}

export function ground(p: Paper, tone: Tone, top = 470): void {
  p.rect(0, top, 1200, 630 - top, tone);
}

export function groundLine(p: Paper, y = GROUND): void {
  p.line(`M0 ${y}H1200`, 'ink', 6);
}

export function roundTree(p: Paper, x: number, radius: number, base = GROUND, tone: Tone = 'leaf'): void {
  p.circle(x, base - radius * 2.1, radius, tone);
  p.line(`M${x} ${base}V${base - radius * 2.1}M${x} ${base - radius * 1.3}l${radius * 0.4} ${-radius * 0.4}`, 'ink', 7);
}

export function conifer(p: Paper, x: number, height: number, base = GROUND, tone: Tone = 'leaf'): void {
  const w = height * 0.36;
  p.line(`M${x} ${base}V${base - height * 0.3}`, 'ink', 8);
  for (const [low, high, k] of [[0.14, 0.58, 1], [0.4, 0.8, 0.78], [0.64, 1, 0.56]] as const) {
    p.shape(`M${x - w * k} ${base - height * low}L${x} ${base - height * high}L${x + w * k} ${base - height * low}z`, tone);
  }
}

export function cloud(p: Paper, x: number, y: number, size: number, tone: Tone = 'white'): void {
  p.rect(x, y, size * 2.6, size * 0.62, tone, size * 0.31);
  p.circle(x + size * 0.95, y + size * 0.1, size * 0.46, tone);
  p.circle(x + size * 1.6, y + size * 0.16, size * 0.34, tone);
}

/** Quarter arcs opening up and to the right: a voice that carries. */
export function voice(p: Paper, x: number, y: number, tones: readonly Tone[], start = 34, step = 30): void {
  tones.forEach((tone, i) => {
    const r = start + i * step;
    p.line(`M${x} ${y - r}a${r} ${r} 0 0 1 ${r} ${r}`, tone, 13);
  });
}

/** Head and shoulders, without a face. `y` is the bottom edge. */
export function bust(p: Paper, x: number, y: number, height: number, body: Tone, head: Tone): void {
  const r = height * 0.22;
  const w = height * 0.38;
  p.shape(`M${x - w} ${y}v${-height * 0.14}a${w} ${height * 0.4} 0 0 1 ${w * 2} 0v${height * 0.14}z`, body);
  p.circle(x, y - height * 0.76, r, head);
}

export interface Pose {
  body: Tone;
  head: Tone;
  /** Where each hand ends, from the shoulders, as a fraction of the height (y grows downwards). */
  hands?: readonly (readonly [number, number])[];
  stride?: number;
}

/** Standing silhouette without a face; `base` is where the feet stand. */
export function person(p: Paper, x: number, base: number, height: number, pose: Pose): void {
  const shoulder = base - height * 0.72;
  const hip = base - height * 0.4;
  const w = height * 0.13;
  const stride = (pose.stride ?? 0.05) * height;
  p.line(`M${x - w * 0.45} ${hip}L${x - stride} ${base - 4}M${x + w * 0.45} ${hip}L${x + stride} ${base - 4}`, 'ink', height * 0.085);
  for (const [hx, hy] of pose.hands ?? []) {
    const side = hx < 0 ? -1 : 1;
    p.line(`M${x + side * w * 0.72} ${shoulder + height * 0.05}L${x + hx * height} ${shoulder + hy * height}`, pose.body, height * 0.075);
    p.circle(x + hx * height, shoulder + hy * height, height * 0.042, pose.head);
  }
  p.shape(`M${x - w} ${hip + height * 0.02}V${shoulder + w * 0.7}a${w} ${w * 0.9} 0 0 1 ${w * 2} 0V${hip + height * 0.02}z`, pose.body);
  p.circle(x, base - height * 0.86, height * 0.105, pose.head);
}

/** A speech bubble with lines of text, its tail to the lower left or right. */
export function bubble(p: Paper, x: number, y: number, width: number, height: number, tone: Tone, text: Tone, tail: -1 | 1 = -1): void {
  const foot = tail < 0 ? x + width * 0.22 : x + width * 0.78;
  p.shape(`M${foot - 16} ${y + height - 6}L${foot + tail * 22} ${y + height + 30}L${foot + 16} ${y + height - 6}z`, tone);
  p.rect(x, y, width, height, tone, Math.min(26, height / 2));
  p.line(`M${x + 26} ${y + height * 0.36}H${x + width - 26}M${x + 26} ${y + height * 0.66}H${x + width * 0.62}`, text, 11);
}

/** Rows of windows in a wall; `lit` gets a few of them. */
export function windows(p: Paper, chance: Chance, box: { x: number; y: number; cols: number; rows: number; w: number; h: number; gx: number; gy: number }, tone: Tone, lit: Tone): void {
  for (let row = 0; row < box.rows; row += 1) {
    for (let col = 0; col < box.cols; col += 1) {
      p.rect(box.x + col * (box.w + box.gx), box.y + row * (box.h + box.gy), box.w, box.h, chance.next() < 0.28 ? lit : tone, 4);
    }
  }
}

/** A gear of eight teeth. */
export function gear(p: Paper, x: number, y: number, radius: number, tone: Tone, hole: Tone): void {
  for (let i = 0; i < 4; i += 1) {
    p.within(`rotate(${i * 45} ${x} ${y})`, () => p.rect(x - radius * 0.2, y - radius * 1.25, radius * 0.4, radius * 2.5, tone, 5));
  }
  p.circle(x, y, radius, tone);
  p.circle(x, y, radius * 0.42, hole);
}

/** Loose cut-outs: squares and discs of celebration. */
export function confetti(p: Paper, chance: Chance, spots: readonly (readonly [number, number])[], tones: readonly [Tone, ...Tone[]]): void {
  for (const [x, y] of spots) {
    const tone = chance.pick(tones);
    if (chance.flip()) p.circle(x, y, chance.between(8, 13), tone);
    else p.within(`rotate(${Math.round(chance.between(8, 70))} ${x} ${y})`, () => p.rect(x - 11, y - 11, 22, 22, tone));
  }
}
