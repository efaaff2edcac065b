import { PulseChoice } from '@portevoix/feedback/shared';

/** Pulses of the demo and what people answered. Days are offsets from today; answers carry no person: the seed gives them to members. */

export interface DemoPulse {
  key: string;
  /** Publication key; null for a pulse of the programme. */
  publication: string | null;
  opensDay: number;
  /** Null: as long as the publication is out. */
  closesDay: number | null;
}

export interface DemoAnswer {
  pulse: string;
  works: readonly PulseChoice[];
  doesNotWork: readonly PulseChoice[];
  comment: string;
  day: number;
}

export const demoPulses: readonly DemoPulse[] = [
  { key: 'pulse-semaine-2', publication: null, opensDay: -26, closesDay: -22 },
  { key: 'pulse-semaine-6', publication: null, opensDay: -3, closesDay: 2 },
  { key: 'avis-preau', publication: 'preau-en-une-matinee', opensDay: -34, closesDay: null },
  { key: 'avis-reunions', publication: 'vendredi-sans-reunion', opensDay: -5, closesDay: null },
];

const { CONTENT, EASE, TIME, RHYTHM, SUPPORT, RECOGNITION, FREEDOM, RESULTS } = PulseChoice;

type Row = readonly [works: readonly PulseChoice[], doesNotWork: readonly PulseChoice[], day: number, comment: string];

const second: readonly Row[] = [
  [[FREEDOM, SUPPORT], [], -26, 'J’ai réécrit le texte en entier et Samia m’a dit que c’était mieux. J’étais sur un nuage.'],
  [[], [RHYTHM], -26, 'Quatre notifications le lundi matin, avant même d’avoir enlevé mon manteau. C’est non.'],
  [[CONTENT], [FREEDOM], -25, 'La phrase sur la raison d’être sonne comme une affiche de métro. Moi, je veux juste parler de mon métier.'],
  [[FREEDOM], [], -25, 'Je lis tout, je ne partage rien, et personne ne me l’a reproché. C’est rare.'],
  [[], [FREEDOM], -25, 'J’ai senti que mon responsable attendait que je publie. Il n’a rien dit, mais quand même.'],
  [[CONTENT], [RHYTHM], -24, 'Enfin des nouvelles de Redon. Cela fait six ans que je travaille avec eux sans rien savoir.'],
  [[CONTENT], [RHYTHM], -24, 'Deux collègues ont posté le même texte que moi le même jour. On avait l’air de robots.'],
  [[RECOGNITION], [], -23, 'Le concours sous pseudonyme, c’est malin. On rigole et personne n’est mal à l’aise.'],
  [[FREEDOM], [EASE, RHYTHM], -23, 'Je n’ai pas trouvé tout de suite où retoucher le texte sur mon téléphone.'],
];

const sixth: readonly Row[] = [
  [[CONTENT, FREEDOM], [], -3, 'La nouvelle raison d’être parle du droit d’aller lentement. Là, je m’y retrouve.'],
  [[RHYTHM, CONTENT], [], -3, 'Plus rien le lundi matin : on a été écoutés. Merci.'],
  [[RESULTS, FREEDOM], [], -3, 'Un ancien camarade m’a écrit après mon partage. Il vient visiter l’atelier avec sa fille.'],
  [[FREEDOM], [TIME], -3, 'Sur le chantier de Bordeaux, la 4G ne passe pas. Je lis le soir, et le soir je préfère dormir.'],
  [[SUPPORT, CONTENT], [TIME], -2, 'Idriss vient à la pause avec des gâteaux. Je ne dis pas que c’est pour ça, mais ça aide.'],
  [[FREEDOM], [CONTENT], -2, 'Beaucoup d’écoles, peu de service après travaux. On existe aussi.'],
  [[CONTENT, RESULTS], [], -2, 'Je croyais n’avoir rien à raconter. J’ai parlé de l’affûtage, et j’ai reçu onze questions.'],
  [[CONTENT], [SUPPORT], -2, 'Que se passe-t-il si un client me répond méchamment ? Je n’ai pas trouvé la réponse.'],
  [[FREEDOM, RESULTS], [], -1, 'Je vois combien de personnes ont cliqué, et personne d’autre ne le voit. J’aime bien cette pudeur.'],
  [[FREEDOM], [TIME], -1, 'Je n’ai pas le temps en ce moment. Ce n’est la faute de personne, mais dix minutes, c’est dix minutes.'],
  [[CONTENT, EASE], [], -1, 'Les trois variantes ont changé ma vie : je prends la courte, j’ajoute ma phrase, et c’est fini.'],
];

const roof: readonly Row[] = [
  [[CONTENT], [], -33, 'J’ai montré la photo à mes enfants. Ils ont enfin compris ce que je fais.'],
  [[CONTENT], [], -33, 'Le détail de la trappe au pied du poteau m’a épaté.'],
  [[CONTENT, TIME], [], -31, 'Court, concret, avec de vrais gens. Encore.'],
  [[], [CONTENT], -30, 'Il manquait le nom des trois autres charpentiers. Ils étaient là aussi.'],
  [[CONTENT, EASE], [], -28, 'Je l’ai partagé sans y toucher, il était parfait comme ça.'],
];

const meetings: readonly Row[] = [
  [[CONTENT], [], -4, 'Cela fait du bien de lire un bilan qui dit aussi ce qui ne marche pas.'],
  [[], [CONTENT], -4, 'Sur chantier, le vendredi sans réunion n’existe pas. On aurait pu nous poser la question.'],
  [[CONTENT], [], -3, 'Le « café long », c’est exactement ça. J’ai ri tout haut.'],
  [[], [FREEDOM], -3, 'J’hésite à le partager : mes clients vont croire que l’on ne travaille pas le vendredi.'],
  [[CONTENT], [], -2, 'Ma sœur veut essayer dans son équipe. Elle m’a demandé les chiffres.'],
];

/** Ticks without a word: most people leave none. */
const secondTicks: readonly Ticks[] = [
  [4, [CONTENT, FREEDOM], [RHYTHM], -26],
  [3, [CONTENT], [RHYTHM, TIME], -25],
  [2, [CONTENT, SUPPORT], [RHYTHM], -24],
  [2, [FREEDOM, SUPPORT], [TIME], -23],
];

const sixthTicks: readonly Ticks[] = [
  [6, [CONTENT, FREEDOM], [TIME], -3],
  [4, [CONTENT, SUPPORT], [TIME], -2],
  [3, [FREEDOM, RESULTS], [EASE], -2],
  [3, [SUPPORT, RHYTHM], [EASE], -1],
  [3, [RHYTHM, CONTENT], [], -1],
];

const roofTicks: readonly Ticks[] = [
  [6, [CONTENT, TIME], [], -32],
  [4, [EASE], [TIME], -30],
];

const meetingTicks: readonly Ticks[] = [[5, [CONTENT, FREEDOM], [], -3]];

type Ticks = readonly [people: number, works: readonly PulseChoice[], doesNotWork: readonly PulseChoice[], day: number];

function answersTo(pulse: string, rows: readonly Row[], ticks: readonly Ticks[]): DemoAnswer[] {
  const said = rows.map(([works, doesNotWork, day, comment]) => ({ pulse, works, doesNotWork, day, comment }));
  const ticked = ticks.flatMap(([people, works, doesNotWork, day]) => Array.from({ length: people }, () => ({ pulse, works, doesNotWork, day, comment: '' })));
  return [...said, ...ticked].sort((a, b) => a.day - b.day);
}

/** Good and less good; thirty have a word. */
export const demoAnswers: readonly DemoAnswer[] = [
  ...answersTo('pulse-semaine-2', second, secondTicks),
  ...answersTo('pulse-semaine-6', sixth, sixthTicks),
  ...answersTo('avis-preau', roof, roofTicks),
  ...answersTo('avis-reunions', meetings, meetingTicks),
];
