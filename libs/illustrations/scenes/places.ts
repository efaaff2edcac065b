import { bubble, cloud, conifer, ground, groundLine, GROUND, roundTree, sky, windows, type Scene } from '../pieces';
import type { Tone } from '../paper';

/** A school under works: pediment, clock, arched windows and a scaffold. */
export const school: Scene = (p, c) => {
  const sunX = c.between(880, 940);
  sky(p, 'paper', { x: sunX, y: 313, r: 198, tone: 'sun' });
  ground(p, 'blush');
  const panes = c.shuffle<Tone>(['blue', 'blue', 'sun', 'blue', 'blush', 'blue']);
  p.rect(154, 260, 671, 248, 'white').shape('M127 260 489 132 852 260z', 'coral');
  p.circle(489, 216, 25, 'white').line('M489 201v15l12 7', 'ink', 5);
  [185, 275, 365, 543, 633, 723].forEach((x, i) => p.shape(`M${x} 417v-70a35 35 0 0 1 70 0v70z`, panes[i] ?? 'blue'));
  p.rect(154, 444, 671, 64, 'sand').shape('M454 508v-140a35 35 0 0 1 70 0v140z', 'ink');
  p.line('M838 508V216M938 508V216M1038 508V216M824 312H1056M824 406H1056M824 230H1056', 'ink', 7);
  p.line('M838 406l100-94M938 508l100-102M938 312l100-82', 'ink', 4);
  p.rect(850, 270, 62, 38, 'leaf').rect(952, 364, 46, 40, 'coral');
  roundTree(p, 70, c.between(48, 62));
  roundTree(p, 1128, c.between(36, 46));
  groundLine(p);
};

/** A street: three fronts, a tram, the sun between the roofs. */
export const city: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(520, 700), y: 200, r: 120, tone: 'sun' });
  cloud(p, c.between(120, 200), 150, 50);
  ground(p, 'sand', 480);
  const walls = c.shuffle<Tone>(['blue', 'white', 'blue', 'white', 'sky']);
  const fronts = [[96, 250, 150], [262, 170, 170], [448, 300, 150], [690, 150, 180], [886, 240, 190]] as const;
  fronts.forEach(([x, top, w], i) => {
    const wall = walls[i] ?? 'white';
    p.rect(x, top, w, GROUND - top, wall);
    const rows = Math.floor((420 - top) / 58);
    windows(p, c, { x: x + 22, y: top + 34, cols: 3, rows, w: (w - 84) / 3, h: 34, gx: 20, gy: 24 }, wall === 'white' ? 'blue' : 'white', 'sun');
  });
  p.shape('M690 150l90-62 90 62z', 'ink').shape('M262 170h170v-26H262z', 'ink').line('M964 240v-52m0 0l30 14-30 14', 'ink', 6);
  p.rect(330, 396, 470, 100, 'coral', 26).rect(330, 456, 470, 14, 'white');
  [356, 446, 536, 626].forEach((x) => p.rect(x, 412, 74, 32, 'ink', 6));
  p.shape('M716 412h50a20 20 0 0 1 20 20v12h-70z', 'ink');
  p.circle(410, 498, 15, 'ink').circle(720, 498, 15, 'ink').line('M560 396l-26-34h60', 'ink', 5).line('M0 362H1200', 'ink', 3);
  roundTree(p, 1140, 44);
  roundTree(p, 48, 38);
  groundLine(p);
};

/** A works with its saw-tooth roof, a lorry at the dock, boxes waiting. */
export const logistics: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(820, 900), y: 220, r: 130, tone: 'sun' });
  ground(p, 'sand');
  p.rect(226, 150, 46, 200, 'coral').rect(226, 180, 46, 22, 'white');
  p.ring(268, 112, 22, 10, 'white').ring(318, 88, 14, 8, 'white');
  p.rect(150, 330, 600, 178, 'white');
  [150, 300, 450, 600].forEach((x) => p.shape(`M${x} 332v-92l150 92z`, 'blue').shape(`M${x + 14} 322v-52l84 52z`, 'sky'));
  p.rect(196, 376, 120, 132, 'ink').line('M196 404h120M196 432h120M196 460h120', 'blue', 4);
  windows(p, c, { x: 356, y: 376, cols: 4, rows: 1, w: 62, h: 44, gx: 28, gy: 0 }, 'sky', 'sun');
  p.rect(150, 452, 600, 18, 'sky');
  p.rect(520, 356, 300, 128, 'coral', 8).line('M560 420h150m-40-34 40 34-40 34', 'white', 13);
  p.shape('M826 396h72l54 56v32H826z', 'blue').shape('M846 412h44l34 38h-78z', 'white');
  [580, 648, 890].forEach((x) => p.circle(x, 486, 28, 'ink').circle(x, 486, 11, 'white'));
  const boxes = c.shuffle<Tone>(['sun', 'leaf', 'sand']);
  p.rect(1010, 440, 68, 68, boxes[0] ?? 'sun').rect(1086, 440, 68, 68, boxes[1] ?? 'leaf').rect(1046, 372, 68, 68, 'coral');
  p.line('M1044 440v24M1120 440v24M1080 372v24', 'ink', 6);
  roundTree(p, 80, 50);
  groundLine(p);
};

/** A roof of panels, two wind turbines and the sun that feeds them. */
export const solar: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(850, 930), y: 230, r: 150, tone: 'sun' });
  p.shape('M0 430C180 360 330 400 520 430S900 360 1200 420V630H0z', 'leaf');
  p.shape('M0 490C260 440 520 480 760 470S1060 450 1200 470V630H0z', 'sand');
  const turn = Math.round(c.between(0, 100));
  for (const [x, y, r] of [[980, 226, 108], [1092, 300, 74]] as const) {
    p.shape(`M${x - 7} ${GROUND}L${x - 3} ${y}h6L${x + 7} ${GROUND}z`, 'white');
    for (const a of [0, 120, 240]) p.within(`rotate(${turn + a} ${x} ${y})`, () => p.shape(`M${x} ${y}q16-${r * 0.4} 3-${r}q-19 ${r * 0.5}-3 ${r}z`, 'white'));
    p.circle(x, y, 11, 'ink');
  }
  p.rect(260, 330, 440, 178, 'white').shape('M214 340 346 172H790L706 340z', 'ink');
  p.within('matrix(1 0 -0.72 1 346 188)', () => {
    for (let row = 0; row < 2; row += 1) for (let col = 0; col < 5; col += 1) p.rect(24 + col * 82, row * 66, 72, 58, c.next() < 0.22 ? 'sky' : 'blue', 3);
  });
  p.rect(300, 386, 70, 62, 'blue').rect(390, 386, 70, 62, 'sun').shape('M560 508v-98a36 36 0 0 1 72 0v98z', 'coral').circle(616, 456, 6, 'white');
  p.line('M335 386v62M425 386v62M300 417h70M390 417h70', 'white', 5);
  roundTree(p, 150, 52);
  roundTree(p, 790, 34);
  groundLine(p);
};

/** A lighthouse on its cape, sails, and layered waves. */
export const sea: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(560, 640), y: 250, r: 130, tone: 'sun' });
  cloud(p, 170, 150, 54);
  p.shape('M0 400C90 372 170 356 262 380S400 420 430 410V630H0z', 'leaf').rect(0, 410, 1200, 220, 'sky');
  p.shape('M730 420C780 356 850 330 960 326S1140 344 1200 320V440H722z', 'leaf').shape('M760 440c60-30 120-34 180-20s130 10 260-14V630H760z', 'sand');
  p.shape('M886 344l20-194h76l20 194z', 'white').shape('M899 216h90l6 50H893z', 'coral').shape('M889 312h110l4 32H886z', 'coral');
  p.rect(894, 132, 100, 20, 'ink', 4).rect(914, 86, 60, 46, 'sun').shape('M904 88q40-52 80 0z', 'coral');
  p.line('M868 108H700M866 84 724 44M866 132l-142 40', 'sun', 9);
  const boat = Math.round(c.between(340, 470));
  p.shape(`M${boat} 196v206h-122q84-86 122-206z`, 'white').shape(`M${boat + 16} 236q76 70 96 166h-96z`, 'coral').line(`M${boat + 7} 180v230`, 'ink', 7);
  p.shape(`M${boat - 136} 418h274q-24 56-70 56H${boat - 78}q-46 0-58-56z`, 'ink');
  p.shape('M0 470q50-34 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0V630H0z', 'blue');
  p.line('M60 520q24-18 48 0t48 0M420 530q24-18 48 0t48 0M760 522q24-18 48 0t48 0', 'sky', 7);
  p.line('M250 230q18-20 34 0q16-20 34 0M700 220q14-16 26 0q12-16 26 0', 'ink', 6);
};

/** A wood: layered hills, firs, and a sapling just planted. */
export const forest: Scene = (p, c) => {
  sky(p, 'paper', { x: c.between(680, 820), y: 230, r: 140, tone: 'sun' });
  p.shape('M0 400C140 300 300 300 430 372S700 330 860 360s230-20 340-60V630H0z', 'sky');
  p.shape('M0 440C200 380 380 410 560 440s420-70 640-10V630H0z', 'blue');
  [120, 205, 290, 900, 985, 1085].forEach((x) => conifer(p, x + c.between(-14, 14), c.between(190, 290), 492));
  p.shape('M0 492C300 456 700 470 1200 480V630H0z', 'sand').shape('M520 630C560 560 470 530 560 478h46c-50 54 60 84 60 152z', 'white');
  roundTree(p, 400, 66, 500);
  roundTree(p, 790, 54, 500, 'coral');
  p.shape('M640 500q60-34 120 0v16H640z', 'ink').line('M700 486v-92', 'leaf', 9);
  p.shape('M700 430q-62-8-66-62q60 0 66 62zM700 410q56-10 58-60q-54 2-58 60z', 'leaf');
  p.rect(590, 452, 12, 54, 'coral', 4).shape('M572 440h48v-12a24 24 0 0 0-48 0z', 'ink');
  p.line('M470 190q18-20 34 0q16-20 34 0M560 240q13-15 26 0q13-15 26 0', 'ink', 6);
};

/** A road between two places: changing trade or town. */
export const journey: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'sky');
  p.circle(c.between(280, 360), 190, 92, 'sun');
  cloud(p, 440, 130, 56);
  p.shape('M0 630C120 560 300 520 420 380S640 120 1200 140V630z', 'leaf').shape('M760 630c120-120 260-150 440-160v160z', 'blue');
  p.line('M-20 560C240 540 330 470 470 410S720 350 800 270 1000 180 1220 110', 'white', 66);
  p.line('M-20 560C240 540 330 470 470 410S720 350 800 270 1000 180 1220 110', 'ink', 7, '28 32');
  for (const [x, y, tone] of [[420, 432, 'coral'], [820, 262, 'sun']] as const) {
    p.shape(`M${x} ${y}c-22-46-62-68-62-118a62 62 0 0 1 124 0c0 50-40 72-62 118z`, tone).circle(x, y - 118, 24, tone === 'sun' ? 'ink' : 'white');
  }
  roundTree(p, 640, 42, 540, 'blue');
  roundTree(p, 960, 54, 420, 'blue');
  conifer(p, 1080, 150, 420, 'blue');
  p.rect(180, 420, 92, 84, 'white').shape('M164 424l62-52 62 52z', 'coral').rect(214, 456, 26, 48, 'ink');
};

/** A door held open: someone arrives, someone welcomes. */
export const hiring: Scene = (p, c) => {
  p.rect(0, 0, 1200, 630, 'paper').rect(0, GROUND, 1200, 122, 'blush');
  p.rect(450, 110, 250, 398, 'ink').circle(600, 300, 96, 'sun').ring(600, 300, 120, 5, 'sun', 0.55);
  p.shape('M450 110l-104 46v396l104-44z', 'white').circle(372, 346, 10, 'coral');
  p.rect(430, 92, 290, 22, 'coral', 6).shape('M450 508h250l60 122H390z', 'white', 0.75);
  const coats = c.shuffle<Tone>(['coral', 'blue', 'leaf']);
  const [arrives, welcomes] = [coats[0] ?? 'coral', coats[1] ?? 'blue'];
  standing(p, 840, arrives, 'ink', true);
  standing(p, 560, welcomes, 'blush', false);
  bubble(p, 150, 150, 170, 104, 'leaf', 'white', 1);
  p.rect(930, 150, 170, 210, 'white', 14).circle(1015, 214, 32, 'blue').line('M966 278h98M966 312h60', 'ink', 11);
  p.circle(1098, 356, 34, 'leaf').line('M1082 357l12 12 22-24', 'white', 9);
  groundLine(p);
};

function standing(p: Parameters<Scene>[0], x: number, coat: Tone, head: Tone, bag: boolean): void {
  const base = GROUND + 14;
  p.line(`M${x - 18} ${base - 120}L${x - (bag ? 44 : 20)} ${base}M${x + 18} ${base - 120}L${x + (bag ? 40 : 20)} ${base}`, 'ink', 26);
  p.line(bag ? `M${x + 24} ${base - 210}l34 104` : `M${x + 26} ${base - 206}l76-44 20-66`, coat, 24);
  p.shape(`M${x - 42} ${base - 108}V${base - 200}a42 40 0 0 1 84 0V${base - 108}z`, coat).circle(x, base - 272, 33, head);
  if (bag) p.rect(x + 30, base - 108, 84, 62, 'sun', 8).line(`M${x + 56} ${base - 108}v-16h32v16`, 'ink', 7);
}
