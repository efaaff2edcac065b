import { cloud, confetti, gear, groundLine, GROUND, roundTree, voice, type Scene } from '../pieces';
import type { Tone } from '../paper';

/** An open book from which ideas rise, beside a pile. */
export const book: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, 470, 1200, 160, 'sand');
  p.circle(600, 300, 206, 'sun').ring(600, 300, 264, 5, 'sun', 0.55).ring(600, 300, 316, 5, 'sun', 0.3);
  p.shape('M600 470c-70-52-170-62-290-34V250c120-28 220-18 290 34z', 'white').shape('M600 470c70-52 170-62 290-34V250c-120-28-220-18-290 34z', 'white');
  p.shape('M288 262h22v174c120-28 220-18 290 34c70-52 170-62 290-34V262h22v212c-130-26-230-18-290 24h-44c-60-42-160-50-290-24z', 'coral');
  p.line('M600 284v186', 'ink', 6);
  p.line('M352 302c70-10 130-4 196 22M352 346c70-10 130-4 196 22M352 390c50-8 90-6 130 2', 'blue', 11);
  p.line('M652 324c66-26 126-32 196-22M652 368c40-18 80-26 120-26', 'blue', 11).shape('M716 420v-34h26v26zM752 410v-60h26v58zM788 404v-40h26v38z', 'coral');
  p.line('M600 250v-70', 'leaf', 10).shape('M600 220q-58-4-64-62q58 2 64 62zM600 198q52-8 56-60q-52 2-56 60z', 'leaf');
  const spines = c.shuffle<Tone>(['blue', 'coral', 'leaf']);
  spines.forEach((tone, i) => p.rect(946 + i * 10, 470 - i * 40, 196 - i * 16, 38, tone, 6).rect(966 + i * 10, 480 - i * 40, 14, 18, 'white'));
  p.line('M128 508h96M176 508V300l66-76', 'ink', 10).within('rotate(38 246 216)', () => p.shape('M190 254a56 56 0 0 1 112 0z', 'coral'));
  confetti(p, c, [[456, 168], [748, 158], [392, 214], [812, 206]], ['coral', 'blue', 'white']);
  groundLine(p);
};

/** A screen of figures, a network and a lit bulb. */
export const data: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, 480, 1200, 150, 'blush');
  p.circle(860, 250, 150, 'sun').ring(860, 250, 200, 5, 'sun', 0.55).ring(860, 250, 248, 5, 'sun', 0.3);
  p.rect(300, 140, 520, 316, 'ink', 22).rect(322, 162, 476, 272, 'white', 8).rect(520, 456, 80, 44, 'ink').rect(446, 494, 228, 18, 'ink', 8);
  const tones = c.shuffle<Tone>(['blue', 'blue', 'coral', 'blue', 'sky']);
  tones.forEach((tone, i) => {
    const h = 54 + i * 24 + c.between(-14, 14);
    p.rect(352 + i * 50, 404 - h, 34, h, tone, 5);
  });
  p.line('M352 300l68-26 52 14 58-58 66-30', 'coral', 9).circle(596, 200, 13, 'coral').line('M344 410h250', 'ink', 5);
  p.ring(706, 252, 46, 26, 'sky').line('M706 206a46 46 0 0 1 44 60', 'blue', 26).line('M646 344h118M646 376h80', 'sand', 14);
  p.shape('M910 320c-10-34-52-48-52-108a82 82 0 0 1 164 0c0 60-42 74-52 108z', 'white').line('M926 312v-64l-22-26M954 312v-64l22-26M926 248h28', 'coral', 7).rect(906, 326, 68, 17, 'ink', 8).rect(914, 350, 52, 17, 'ink', 8);
  p.line('M90 220l90-70 66 96-110 60zM180 150l-44 156', 'ink', 5);
  for (const [x, y, r, tone] of [[90, 220, 24, 'coral'], [180, 150, 30, 'blue'], [246, 246, 20, 'sun'], [136, 306, 26, 'ink']] as const) p.circle(x, y, r, tone);
  gear(p, 1080, 440, 44, 'coral', 'paper');
  gear(p, 1006, 474, 26, 'blue', 'paper');
  p.shape('M140 512v-70h80v70z', 'coral').line('M180 442v-60', 'ink', 7).shape('M180 410q-50-6-52-56q50 4 52 56zM180 392q44-8 46-54q-44 4-46 54z', 'blue');
  groundLine(p, 512);
};

/** A shield, a helmet, a first-aid case: people looked after. */
export const health: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, 470, 1200, 160, 'blush');
  p.ring(600, 300, 276, 5, 'leaf', 0.5).ring(600, 300, 324, 5, 'leaf', 0.28);
  p.shape('M600 108c70 46 132 60 196 62v126c0 106-80 168-196 216c-116-48-196-110-196-216V170c64-2 126-16 196-62z', 'leaf');
  p.shape('M600 150c56 34 104 46 156 50v96c0 84-60 132-156 174z', 'white', 0.22);
  p.shape('M600 410c-78-56-116-98-116-148a60 60 0 0 1 116-22a60 60 0 0 1 116 22c0 50-38 92-116 148z', 'white');
  p.line('M500 292h60l22-44 34 84 24-40h62', 'coral', 12);
  p.shape('M152 470v-20a124 124 0 0 1 248 0v20z', 'sun').rect(128, 462, 296, 28, 'sun', 14).shape('M252 322h48v140h-48z', 'white').line('M206 452v-44M346 452v-44', 'ink', 6);
  const box = c.pick<Tone>(['coral', 'blue']);
  p.rect(836, 380, 240, 132, box, 16).line('M908 380v-26a14 14 0 0 1 14-14h68a14 14 0 0 1 14 14v26', 'ink', 13).circle(956, 446, 46, 'white').line('M956 422v48M932 446h48', box, 17);
  p.rect(470, 474, 250, 38, 'white', 12).line('M494 493h70M600 493h90', 'sand', 9);
  cloud(p, c.between(120, 180), 160, 46);
  cloud(p, c.between(930, 990), 190, 40);
  groundLine(p, 512);
};

/** Cut logs and boards: the yard of a carpenter. */
export const timber: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'sand').rect(0, 490, 1200, 140, 'blush');
  p.circle(c.between(860, 940), 200, 120, 'sun').ring(900, 200, 166, 5, 'sun', 0.5);
  const rings = c.shuffle<readonly [Tone, Tone, Tone]>([['coral', 'blush', 'white'], ['ink', 'sun', 'paper'], ['blue', 'white', 'blush'], ['coral', 'sun', 'white'], ['ink', 'blush', 'white'], ['leaf', 'sun', 'white']]);
  const logs = [[420, 424, 86], [594, 420, 90], [768, 426, 84], [506, 274, 84], [680, 272, 88], [594, 132, 72]] as const;
  logs.forEach(([x, y, r], i) => {
    const [bark, wood, heart] = rings[i] ?? rings[0] ?? ['coral', 'blush', 'white'];
    p.circle(x, y, r, bark).circle(x, y, r * 0.74, wood).circle(x, y, r * 0.44, bark).circle(x, y, r * 0.24, heart);
  });
  p.rect(880, 462, 260, 24, 'white', 3).rect(900, 434, 230, 24, 'coral', 3).rect(886, 406, 240, 24, 'white', 3);
  p.line('M908 474h80M920 418h120', 'sand', 5);
  p.rect(130, 396, 150, 112, 'ink', 8).shape('M118 396h174l-26-34H144z', 'coral').line('M160 508V440M250 508V440M160 440h90', 'white', 6);
  roundTree(p, 66, 48);
  groundLine(p);
};

/** A letter box that answers: messages, newsletter, nothing waiting. */
export const message: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').circle(600, 320, 250, 'blush').rect(0, 500, 1200, 130, 'sand');
  p.rect(430, 230, 340, 280, 'coral', 40).rect(430, 292, 340, 14, 'ink').rect(478, 342, 190, 30, 'white', 15).rect(478, 400, 240, 30, 'blush', 15).rect(478, 458, 120, 30, 'blush', 15);
  p.circle(740, 274, 34, 'sun');
  voice(p, 742, 268, ['sun', 'blue', 'leaf'], 84, 62);
  p.shape('M190 330l150-36-20 150-150 36z', 'white').line('M190 330l84 60 66-96', 'blue', 9);
  p.line('M90 300q30 30 60 20M110 370q20 14 40 10', 'coral', 8);
  confetti(p, c, [[250, 190], [380, 130], [960, 420], [1040, 330]], ['coral', 'blue', 'leaf']);
  groundLine(p, GROUND + 2);
};
