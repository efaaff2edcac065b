import { bubble, bust, confetti, gear, groundLine, GROUND, person, roundTree, sky, voice, windows, type Scene } from '../pieces';
import type { Tone } from '../paper';

/** Four people round a table, talking over a board. */
export const team: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, 470, 1200, 160, 'blush');
  p.rect(92, 128, 210, 220, 'sky', 12).circle(220, 214, 62, 'sun').shape('M92 336v-40c50-44 120-44 210 8v32a12 12 0 0 1-12 12H104a12 12 0 0 1-12-12z', 'blue').line('M197 128v220M92 238h210', 'white', 8);
  p.rect(868, 110, 260, 190, 'white', 10).line('M904 250l54-50 46 26 78-76', 'coral', 11).line('M904 272h180', 'ink', 6);
  const coats = c.shuffle<Tone>(['coral', 'blue', 'ink', 'sun']);
  const heads = c.shuffle<Tone>(['blush', 'ink', 'blush', 'ink']);
  [372, 528, 684, 840].forEach((x, i) => bust(p, x, 452, i % 2 ? 224 : 206, coats[i] ?? 'coral', heads[i] === coats[i] ? 'blush' : (heads[i] ?? 'blush')));
  bubble(p, 396, 116, 168, 96, 'white', 'blue', -1);
  bubble(p, 620, 96, 190, 100, 'sun', 'ink', 1);
  p.rect(266, 446, 680, 40, 'white', 20).line('M340 486v66M872 486v66', 'ink', 14);
  p.shape('M470 446l-16-70h112l16 70z', 'ink').circle(520, 412, 9, 'white');
  p.shape('M716 446v-42h46v42z', 'coral').line('M762 414q20 0 20 10t-20 10', 'coral', 6).rect(610, 438, 76, 9, 'sky');
  plant(p, 1060, 552);
};

function plant(p: Parameters<Scene>[0], x: number, base: number): void {
  p.line(`M${x} ${base - 70}V${base - 190}`, 'ink', 7);
  p.shape(`M${x} ${base - 100}q-80-10-84-84q80 4 84 84zM${x} ${base - 130}q74-10 76-82q-72 4-76 82zM${x} ${base - 160}q-48-20-40-80q48 16 40 80z`, 'blue');
  p.shape(`M${x - 46} ${base - 78}h92l-14 78h-64z`, 'coral');
}

/** A chain of people before a heart as large as the sun. */
export const solidarity: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').ring(600, 300, 300, 5, 'sun', 0.35).ring(600, 300, 250, 5, 'sun', 0.6);
  p.shape('M600 496C470 404 404 330 404 244a102 102 0 0 1 196-40a102 102 0 0 1 196 40c0 86-66 160-196 252z', 'coral');
  p.rect(0, 470, 1200, 160, 'sand');
  const coats = c.shuffle<Tone>(['blue', 'sun', 'leaf', 'blue', 'sun', 'leaf']);
  const heads = c.shuffle<Tone>(['ink', 'blush', 'white', 'blush', 'ink', 'white']);
  [230, 378, 526, 674, 822, 970].forEach((x, i) => {
    const tall = i % 2 ? 246 : 266;
    person(p, x, GROUND + 8, tall, { body: coats[i] ?? 'blue', head: heads[i] ?? 'blush', hands: [[-0.28, 0.22], [0.28, 0.22]] });
  });
  p.shape('M86 508v-62h92v62z', 'white').line('M132 446v62M86 470h92', 'coral', 9);
  p.shape('M1024 508v-46h104v46z', 'white').line('M1048 462q28-40 56 0', 'ink', 7).circle(1062, 452, 20, 'sun').circle(1094, 454, 16, 'leaf');
  groundLine(p, GROUND + 8);
};

/** A stage, a voice and the heads that listen. */
export const conference: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').shape('M0 0h150q-10 220-70 440H0zM1200 0h-150q10 220 70 440h80z', 'coral');
  p.rect(520, 90, 450, 270, 'white', 14).circle(640, 220, 66, 'sun').shape('M640 220V154a66 66 0 0 1 62 88z', 'blue');
  p.line('M760 164h160M760 210h120M760 256h140', 'blue', 15).line('M566 330h358', 'sky', 8);
  p.rect(120, 430, 960, 90, 'sand', 8).rect(120, 430, 960, 16, 'ink', 6);
  const coat = c.pick<Tone>(['coral', 'blue']);
  p.shape('M318 432v-112a62 60 0 0 1 124 0v112z', coat).circle(380, 208, 46, c.pick<Tone>(['ink', 'blush']));
  p.line('M432 316l60-34', coat, 28).circle(498, 278, 15, 'blush');
  p.shape('M296 330h116l-18 102h-80z', 'ink').line('M354 330v-46', 'ink', 7).circle(354, 276, 12, 'sun');
  p.within('rotate(-90 330 190)', () => voice(p, 330, 176, ['sun', 'blue', 'coral'], 62, 30));
  const crowd = c.shuffle<Tone>(['ink', 'blue', 'ink', 'coral', 'ink', 'blue', 'ink']);
  [150, 300, 450, 600, 750, 900, 1050].forEach((x, i) => bust(p, x + c.between(-12, 12), 650, c.between(172, 204), crowd[i] ?? 'ink', crowd[i] ?? 'ink'));
};

/** A workshop: bench, pegged tools, lamp, someone at work. */
export const workshop: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, 490, 1200, 140, 'sand');
  p.shape('M560 208 360 500h480L660 208z', 'sun', 0.38).line('M610 0v146', 'ink', 6).shape('M530 210a80 74 0 0 1 160 0z', 'coral').circle(610, 212, 20, 'sun');
  p.rect(130, 130, 300, 190, 'white', 10);
  p.line('M186 160v96', 'ink', 14).rect(158, 158, 56, 34, 'coral', 5);
  p.line('M284 178v104', 'blue', 16).ring(284, 168, 22, 13, 'blue');
  p.shape('M338 168h70l-14 104h-42z', 'sun').line('M350 188h46M348 208h46M350 228h40', 'ink', 4).rect(352, 268, 42, 30, 'ink', 8);
  p.rect(820, 150, 250, 22, 'ink', 5).rect(846, 94, 44, 56, 'coral', 5).rect(900, 80, 56, 70, 'blue', 5).rect(968, 104, 64, 46, 'leaf', 5);
  const coat = c.pick<Tone>(['blue', 'leaf']);
  p.shape('M800 508V322a66 60 0 0 1 132 0V508z', coat).shape('M826 508V360h80v148z', 'ink').circle(866, 238, 46, 'blush').shape('M812 232a54 52 0 0 1 108 0z', 'sun').rect(800, 226, 132, 13, 'sun', 6);
  p.line('M816 336 724 380', coat, 30).circle(716, 384, 17, 'blush');
  p.rect(170, 404, 780, 32, 'ink', 8).line('M230 436v90M890 436v90', 'ink', 22).line('M230 484h660', 'ink', 10);
  p.rect(440, 376, 300, 28, 'white', 4).line('M470 390h90M590 390h70', 'sand', 5).shape('M640 376h92l-12-36h-56z', 'coral').line('M712 342q18-14 10-30', 'ink', 8);
  gear(p, 300, 356, c.between(36, 42), 'leaf', 'paper');
  p.shape('M370 404v-40h54v40z', 'blue').line('M384 364v-44M398 364v-60M410 364v-36', 'coral', 7);
};

/** Someone cycling to work along a path of trees. */
export const bike: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(820, 900), y: 236, r: 148, tone: 'sun' });
  const wall = c.pick<Tone>(['white', 'blush']);
  const pane = wall === 'white' ? 'blue' : 'white';
  p.rect(120, 250, 130, 240, wall).rect(266, 310, 110, 180, wall).rect(960, 280, 140, 210, wall);
  windows(p, c, { x: 144, y: 280, cols: 2, rows: 3, w: 30, h: 36, gx: 22, gy: 22 }, pane, 'sun');
  windows(p, c, { x: 986, y: 312, cols: 2, rows: 2, w: 30, h: 36, gx: 26, gy: 24 }, pane, 'sun');
  p.rect(0, 480, 1200, 150, 'sand');
  roundTree(p, 70, 56);
  roundTree(p, 1130, 48);
  roundTree(p, 330, 40);
  const y = 438;
  for (const x of [470, 730]) {
    p.ring(x, y, 70, 12, 'ink').line(`M${x - 64} ${y}h128M${x} ${y - 64}v128`, 'ink', 2.5).circle(x, y, 11, 'coral');
  }
  p.line(`M470 ${y}l56-124h128l-60 124z M526 ${y - 124}l68 124 M654 ${y - 124}l76 124 M654 ${y - 124}l-12-46h-34`, 'coral', 13);
  p.line(`M526 ${y - 124}l-10-32m-26 0h54`, 'ink', 14).circle(594, y, 20, 'ink');
  p.line(`M520 ${y - 160}l76 56-22 100`, 'blue', 34).line('M574 434h34', 'ink', 16);
  p.shape('M486 282q-2-64 62-108l44 34q-20 60-50 92z', 'leaf').line('M574 206l44 62 30 0', 'leaf', 26).circle(652, 268, 14, 'blush');
  p.circle(606, 142, 38, 'blush').shape('M560 140a48 46 0 0 1 92-12q-40 4-92 12z', 'coral');
  p.rect(378, 338, 92, 66, 'blue', 12).line('M398 338v66M450 338v66', 'ink', 4);
  p.line('M250 210h84M226 250h60', 'white', 9);
  groundLine(p);
};

/** A cup on its podium under the arcs. */
export const trophy: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, c.pick<Tone>(['paper', 'sand']));
  const bands = c.flip() ? (['sun', 'blush', 'coral'] as const) : (['blue', 'blush', 'sun'] as const);
  bands.forEach((tone, i) => p.ring(600, 500, 380 - i * 70, 34, tone));
  p.rect(0, 500, 1200, 130, 'blush');
  p.rect(330, 432, 180, 86, 'white').rect(690, 456, 180, 62, 'white').rect(500, 380, 200, 138, 'white');
  p.rect(330, 432, 180, 14, 'blue').rect(690, 456, 180, 14, 'leaf').rect(500, 380, 200, 16, 'coral');
  p.ring(530, 212, 44, 16, 'ink').ring(670, 212, 44, 16, 'ink');
  p.shape('M520 140h160v76c0 60-34 92-80 92s-80-32-80-92z', 'ink').rect(506, 126, 188, 22, 'ink', 8);
  p.shape('M600 176l14 29 32 4-23 22 6 31-29-15-29 15 6-31-23-22 32-4z', 'sun');
  p.rect(588, 300, 24, 50, 'ink').shape('M546 380v-14a20 20 0 0 1 20-20h68a20 20 0 0 1 20 20v14z', 'ink');
  person(p, 420, 432, 176, { body: 'blue', head: 'ink', hands: [[-0.2, -0.3], [0.2, -0.3]] });
  person(p, 780, 456, 176, { body: 'leaf', head: 'ink', hands: [[-0.2, -0.3], [0.2, 0.2]] });
  confetti(p, c, [[330, 180], [250, 300], [450, 120], [740, 110], [870, 190], [950, 310], [160, 200], [1040, 220]], ['coral', 'white', 'leaf', 'ink']);
  groundLine(p, 518);
};
