import { Temporal } from 'temporal-polyfill';

/** The demo programme. Dates are day offsets from today, so that it is in its sixth week whenever it is loaded. */

export type DemoMetric = 'people_connected' | 'real_readers' | 'shares_declared' | 'valid_clicks' | 'active_members';
export type DemoPhaseKind = 'PREPARATION' | 'TEST' | 'RECRUITMENT' | 'RELAUNCH' | 'ROLL_OUT';
export type DemoAxis = 'CORPORATE' | 'CUSTOMER' | 'SALES';

export interface DemoCharterArticle {
  key: string;
  title: string;
  text: string;
}

export interface DemoStatement {
  version: number;
  text: string;
  /** Why this version replaced the one before; null for the first. */
  changeNote: string | null;
  publishedDay: number;
}

export interface DemoObjective {
  key: string;
  label: string;
  metric: DemoMetric;
  unit: string;
  baseline: number;
  target: number;
  deadlineDay: number;
  /** Person key. */
  owner: string;
  /** The aim of the organisation that this objective serves. */
  serves: string;
}

export interface DemoPhase {
  key: string;
  kind: DemoPhaseKind;
  name: string;
  /** What ambassadors are told about this phase. */
  purpose: string;
  /** ISO dates, both inclusive; endsOn is null for the open-ended last phase. */
  startsOn: string;
  endsOn: string | null;
}

export interface DemoHighPoint {
  key: string;
  name: string;
  day: number;
  note: string;
}

/** Days since the test was launched: the sixth week runs from day 35 to day 41. */
export const demoLaunchDay = -37;

export const demoProgramme = {
  key: 'a-voix-haute',
  name: 'À voix haute',
  axis: 'CORPORATE' as DemoAxis,
  axisNote: 'Le programme part de la communication : faire connaître des métiers du bois que trop peu de jeunes choisissent.',
  pilot: 'nolwenn-cadoret',
  sponsor: 'gaelle-trehorel',
  council: ['yuna-kerdoncuff', 'rachid-ferhaoui', 'helene-dastugue'],
  launchDay: demoLaunchDay,
  testWeeks: 12,
  sponsorMessage:
    'J’ai passé vingt ans sur les chantiers avant d’entrer au comité de direction, et personne ne m’avait jamais demandé de raconter mon métier. Je vous le demande. Dix minutes par semaine, sur votre temps de travail, avec vos mots. Et si vous préférez lire sans rien publier, vous êtes tout aussi utile ici.',
} as const;

export const demoStatements: readonly DemoStatement[] = [
  {
    version: 1,
    text: 'Donner à celles et ceux qui font les lieux de tous les jours une voix qui leur ressemble, pour que leurs métiers soient connus, compris et choisis.',
    changeNote: null,
    publishedDay: -58,
  },
  {
    version: 2,
    text: 'Ici, chacun raconte son métier comme il le vit, avec ses mots et à son rythme. Un geste bien fait mérite d’être vu : en le racontant à voix haute, on progresse, on se relie, et l’on donne à quelqu’un, quelque part, l’envie d’apprendre.',
    changeNote: 'Les premiers ambassadeurs ont trouvé la première version « trop affiche ». Ils ont demandé que l’on parle du plaisir d’apprendre et du droit d’aller lentement.',
    publishedDay: -24,
  },
];

export const demoCharter: readonly DemoCharterArticle[] = [
  { key: 'volontariat', title: 'Volontariat', text: 'Personne n’est désigné. On entre en le disant, on sort d’un geste, et ni l’un ni l’autre ne figure dans un entretien annuel.' },
  { key: 'liberte', title: 'Liberté', text: 'Chaque publication proposée peut être ignorée, retouchée ou réécrite de bout en bout. Lire sans partager est une façon entière de participer.' },
  { key: 'authenticite', title: 'Authenticité', text: 'On écrit « je ». On raconte ce que l’on a vu ou appris, avec ses doutes s’il y en a. Une maladresse sincère vaut mieux qu’une phrase parfaite.' },
  { key: 'transparence', title: 'Transparence', text: 'Chaque partage porte #EquipeEstrevel : nos lecteurs savent d’où l’on parle. On ne note pas, on ne commente pas sous un faux nom.' },
  { key: 'respect', title: 'Respect', text: 'Pas de photo d’un collègue, d’un élève ou d’un client sans son accord. Pas de prix, de conflit ni de dossier confidentiel.' },
  { key: 'droit-a-l-erreur', title: 'Droit à l’erreur', text: 'Un chiffre faux, un mot de trop : on corrige, on en parle à son référent, et c’est tout. L’entreprise assume les contenus qu’elle propose.' },
];

export const demoObjectives: readonly DemoObjective[] = [
  {
    key: 'lecteurs', label: 'Faire lire, vraiment, les nouvelles de la maison', metric: 'real_readers', unit: 'personnes par semaine',
    baseline: 9, target: 42, deadlineDay: 46, owner: 'samia-benhaddou', serves: 'Que chaque équipe sache ce que font les deux autres sites.',
  },
  {
    key: 'clics', label: 'Amener des visiteurs vers nos métiers et nos chantiers', metric: 'valid_clicks', unit: 'clics valides',
    baseline: 0, target: 1500, deadlineDay: 46, owner: 'nolwenn-cadoret', serves: 'Recevoir trente candidatures spontanées à l’atelier avant l’été.',
  },
  {
    key: 'actifs', label: 'Installer une habitude chaque semaine', metric: 'active_members', unit: 'membres actifs par semaine',
    baseline: 0, target: 40, deadlineDay: 46, owner: 'idriss-camara', serves: 'Décider, à la fin du test, si l’on ouvre le programme aux trois sites.',
  },
];

export const demoHighPoints: readonly DemoHighPoint[] = [
  { key: 'portes-ouvertes', name: 'Portes ouvertes de l’atelier de Redon', day: 19, note: 'Deux cents collégiens attendus sur deux jours.' },
  { key: 'livraison-pontchaillet', name: 'Remise des clés de l’école Pontchaillet', day: 33, note: 'La classe de CM2 coupera le ruban, pas le maire.' },
];

const JANUARY = { month: 1, day: 8, name: 'Relance de janvier' };
const SEPTEMBER = { month: 9, day: 3, name: 'Relance de septembre' };

/** The first September or January start of term on or after a day: relaunches lean on them. */
function nextStartOfTerm(from: Temporal.PlainDate): { day: Temporal.PlainDate; name: string } {
  const starts = [from.year, from.year + 1].flatMap((year) =>
    [JANUARY, SEPTEMBER].map(({ month, day, name }) => ({ day: Temporal.PlainDate.from({ year, month, day }), name })),
  );
  const next = starts.find((start) => Temporal.PlainDate.compare(start.day, from) >= 0);
  if (!next) throw new RangeError(`no start of term after ${from.toString()}`);
  return next;
}

/**
 * The phases in order, contiguous, the test being in its sixth week.
 * @param today ISO date in the organisation's time zone
 */
export function demoPhases(today: string): DemoPhase[] {
  const origin = Temporal.PlainDate.from(today);
  const launch = origin.add({ days: demoLaunchDay });
  const recruitment = launch.add({ weeks: demoProgramme.testWeeks });
  const relaunch = nextStartOfTerm(recruitment.add({ weeks: 4 }));
  const rollOut = relaunch.day.add({ weeks: 5 });
  const steps = [
    { key: 'preparation', kind: 'PREPARATION', name: 'Préparation', from: launch.subtract({ weeks: 6 }), purpose: 'Écrire la raison d’être, choisir les thèmes, former les référents.' },
    { key: 'test', kind: 'TEST', name: 'Phase de test', from: launch, purpose: 'Essayer à deux cohortes, mesurer chaque semaine, corriger ensemble ce qui coince.' },
    { key: 'recrutement', kind: 'RECRUITMENT', name: 'Recrutement', from: recruitment, purpose: 'Ouvrir aux volontaires des trois sites, à l’occasion des formations et du séminaire.' },
    { key: 'relance', kind: 'RELAUNCH', name: relaunch.name, from: relaunch.day, purpose: 'Repartir d’un bon pied : un rendez-vous, une nouveauté, et les acquis du test.' },
    { key: 'partout', kind: 'ROLL_OUT', name: 'Toutes les équipes', from: rollOut, purpose: 'Toute personne qui le souhaite rejoint le programme, à la date qui lui convient.' },
  ] as const;
  return steps.map(({ from, ...phase }, index) => ({
    ...phase,
    startsOn: from.toString(),
    endsOn: steps[index + 1]?.from.subtract({ days: 1 }).toString() ?? null,
  }));
}
