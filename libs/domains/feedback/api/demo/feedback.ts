/** Pulses of the demo and what people answered. Days are offsets from today; answers carry no person: they are anonymous. */

export interface DemoQuestion {
  key: string;
  /** SCALE from 1 to 5, or free TEXT. */
  kind: 'SCALE' | 'TEXT';
  text: string;
  /** What 1 and 5 mean; null for a free text. */
  ends: readonly [low: string, high: string] | null;
}

export interface DemoSurvey {
  key: string;
  title: string;
  intro: string;
  subject: 'PROGRAMME' | 'PUBLICATION';
  /** Publication key; null for a pulse of the programme. */
  publication: string | null;
  opensDay: number;
  closesDay: number;
  questions: readonly DemoQuestion[];
}

export interface DemoAnswer {
  survey: string;
  polarity: 'POSITIVE' | 'NEGATIVE';
  /** Answers to the SCALE questions, in their order. */
  scores: readonly number[];
  verbatim: string;
  day: number;
}

const programmeQuestions: readonly DemoQuestion[] = [
  { key: 'sense', kind: 'SCALE', text: 'Comprenez-vous à quoi sert le programme, pour vous ?', ends: ['pas vraiment', 'tout à fait'] },
  { key: 'freedom', kind: 'SCALE', text: 'Vous sentez-vous libre de ne pas partager ?', ends: ['pas vraiment', 'tout à fait'] },
  { key: 'recommend', kind: 'SCALE', text: 'Proposeriez-vous à un collègue de venir ?', ends: ['sûrement pas', 'volontiers'] },
  { key: 'words', kind: 'TEXT', text: 'Qu’est-ce qui fonctionne pour vous, ou ne fonctionne pas ?', ends: null },
];

const publicationQuestions: readonly DemoQuestion[] = [
  { key: 'useful', kind: 'SCALE', text: 'Cette publication vous a-t-elle été utile ?', ends: ['pas vraiment', 'beaucoup'] },
  { key: 'words', kind: 'TEXT', text: 'Un mot à celles et ceux qui l’ont préparée ?', ends: null },
];

const pulseIntro = 'Trois questions et une ligne libre, sans votre nom. Les résultats s’affichent à partir de cinq réponses.';

export const demoSurveys: readonly DemoSurvey[] = [
  { key: 'pulse-semaine-2', title: 'Baromètre, deuxième semaine', intro: pulseIntro, subject: 'PROGRAMME', publication: null, opensDay: -26, closesDay: -22, questions: programmeQuestions },
  { key: 'pulse-semaine-6', title: 'Baromètre, sixième semaine', intro: pulseIntro, subject: 'PROGRAMME', publication: null, opensDay: -3, closesDay: 2, questions: programmeQuestions },
  { key: 'avis-preau', title: 'Votre avis sur « Un préau levé en une matinée »', intro: 'Une seule note et un mot, pour choisir les prochains sujets.', subject: 'PUBLICATION', publication: 'preau-en-une-matinee', opensDay: -34, closesDay: -20, questions: publicationQuestions },
  { key: 'avis-reunions', title: 'Votre avis sur « Six mois de vendredis sans réunion »', intro: 'Une seule note et un mot, pour choisir les prochains sujets.', subject: 'PUBLICATION', publication: 'vendredi-sans-reunion', opensDay: -5, closesDay: 9, questions: publicationQuestions },
];

type Row = readonly [polarity: 'POSITIVE' | 'NEGATIVE', scores: readonly number[], day: number, verbatim: string];

const second: readonly Row[] = [
  ['POSITIVE', [4, 5, 4], -26, 'J’ai réécrit le texte en entier et Samia m’a dit que c’était mieux. J’étais sur un nuage.'],
  ['NEGATIVE', [2, 3, 2], -26, 'Quatre notifications le lundi matin, avant même d’avoir enlevé mon manteau. C’est non.'],
  ['NEGATIVE', [2, 4, 3], -25, 'La phrase sur la raison d’être sonne comme une affiche de métro. Moi, je veux juste parler de mon métier.'],
  ['POSITIVE', [5, 5, 5], -25, 'Je lis tout, je ne partage rien, et personne ne me l’a reproché. C’est rare.'],
  ['NEGATIVE', [3, 2, 2], -25, 'J’ai senti que mon responsable attendait que je publie. Il n’a rien dit, mais quand même.'],
  ['POSITIVE', [4, 4, 4], -24, 'Enfin des nouvelles de Redon. Cela fait six ans que je travaille avec eux sans rien savoir.'],
  ['NEGATIVE', [3, 4, 2], -24, 'Deux collègues ont posté le même texte que moi le même jour. On avait l’air de robots.'],
  ['POSITIVE', [4, 5, 4], -23, 'Le concours sous pseudonyme, c’est malin. On rigole et personne n’est mal à l’aise.'],
  ['NEGATIVE', [3, 4, 3], -23, 'Je n’ai pas trouvé tout de suite où retoucher le texte sur mon téléphone.'],
];

const sixth: readonly Row[] = [
  ['POSITIVE', [5, 5, 5], -3, 'La nouvelle raison d’être parle du droit d’aller lentement. Là, je m’y retrouve.'],
  ['POSITIVE', [5, 5, 4], -3, 'Plus rien le lundi matin : on a été écoutés. Merci.'],
  ['POSITIVE', [4, 5, 5], -3, 'Un ancien camarade m’a écrit après mon partage. Il vient visiter l’atelier avec sa fille.'],
  ['NEGATIVE', [3, 5, 3], -3, 'Sur le chantier de Bordeaux, la 4G ne passe pas. Je lis le soir, et le soir je préfère dormir.'],
  ['POSITIVE', [4, 4, 4], -2, 'Idriss vient à la pause avec des gâteaux. Je ne dis pas que c’est pour ça, mais ça aide.'],
  ['NEGATIVE', [3, 4, 3], -2, 'Beaucoup d’écoles, peu de service après travaux. On existe aussi.'],
  ['POSITIVE', [5, 5, 5], -2, 'Je croyais n’avoir rien à raconter. J’ai parlé de l’affûtage, et j’ai reçu onze questions.'],
  ['NEGATIVE', [4, 3, 3], -2, 'Que se passe-t-il si un client me répond méchamment ? Je n’ai pas trouvé la réponse.'],
  ['POSITIVE', [4, 5, 4], -1, 'Je vois combien de personnes ont cliqué, et personne d’autre ne le voit. J’aime bien cette pudeur.'],
  ['NEGATIVE', [2, 5, 2], -1, 'Je n’ai pas le temps en ce moment. Ce n’est la faute de personne, mais dix minutes, c’est dix minutes.'],
  ['POSITIVE', [5, 5, 5], -1, 'Les trois variantes ont changé ma vie : je prends la courte, j’ajoute ma phrase, et c’est fini.'],
];

const roof: readonly Row[] = [
  ['POSITIVE', [5], -33, 'J’ai montré la photo à mes enfants. Ils ont enfin compris ce que je fais.'],
  ['POSITIVE', [5], -33, 'Le détail de la trappe au pied du poteau m’a épaté.'],
  ['POSITIVE', [4], -31, 'Court, concret, avec de vrais gens. Encore.'],
  ['NEGATIVE', [2], -30, 'Il manquait le nom des trois autres charpentiers. Ils étaient là aussi.'],
  ['POSITIVE', [4], -28, 'Je l’ai partagé sans y toucher, il était parfait comme ça.'],
];

const meetings: readonly Row[] = [
  ['POSITIVE', [4], -4, 'Cela fait du bien de lire un bilan qui dit aussi ce qui ne marche pas.'],
  ['NEGATIVE', [2], -4, 'Sur chantier, le vendredi sans réunion n’existe pas. On aurait pu nous poser la question.'],
  ['POSITIVE', [5], -3, 'Le « café long », c’est exactement ça. J’ai ri tout haut.'],
  ['NEGATIVE', [3], -3, 'J’hésite à le partager : mes clients vont croire que l’on ne travaille pas le vendredi.'],
  ['POSITIVE', [4], -2, 'Ma sœur veut essayer dans son équipe. Elle m’a demandé les chiffres.'],
];

function answersTo(survey: string, rows: readonly Row[]): DemoAnswer[] {
  return rows.map(([polarity, scores, day, verbatim]) => ({ survey, polarity, scores, verbatim, day }));
}

/** Thirty answers, good and less good. */
export const demoAnswers: readonly DemoAnswer[] = [
  ...answersTo('pulse-semaine-2', second),
  ...answersTo('pulse-semaine-6', sixth),
  ...answersTo('avis-preau', roof),
  ...answersTo('avis-reunions', meetings),
];
