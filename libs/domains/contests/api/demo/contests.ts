/** A finished newcomer contest and a running one, from the same template so that they compare. Days are offsets from today. */

export interface DemoContestRule {
  key: string;
  label: string;
  /** Points for one action. */
  points: number;
  /** Most actions counted per member and week. */
  weeklyCap: number;
}

export interface DemoContest {
  key: string;
  template: string;
  cohort: string;
  name: string;
  pitch: string;
  startDay: number;
  /** Last day counted. */
  endDay: number;
  state: 'FINISHED' | 'RUNNING';
  rules: readonly DemoContestRule[];
  tieRule: string;
  prize: string;
  collectiveGoal: { metric: 'shares_declared' | 'valid_clicks' | 'real_readers'; target: number; label: string; reward: string };
}

const newcomerRules: readonly DemoContestRule[] = [
  { key: 'first-share', label: 'Premier partage, sur le réseau de votre choix', points: 20, weeklyCap: 1 },
  { key: 'own-words', label: 'Partage réécrit avec vos mots', points: 15, weeklyCap: 3 },
  { key: 'share', label: 'Partage d’un texte proposé', points: 8, weeklyCap: 3 },
  { key: 'reading', label: 'Lecture vraie d’un article', points: 2, weeklyCap: 5 },
  { key: 'suggestion', label: 'Idée de contenu envoyée depuis le terrain', points: 10, weeklyCap: 2 },
];

const template = 'premiers-pas';
const tieRule = 'À égalité de points, la personne qui a réécrit le plus de textes passe devant ; sinon, le prix est partagé.';

export const demoContests: readonly DemoContest[] = [
  {
    key: 'premiers-pas-premieres-voix',
    template,
    cohort: 'premieres-voix',
    name: 'Premiers pas, premières voix',
    pitch: 'Trois semaines pour prendre le pli, sans se prendre au sérieux. Le classement se fait sous pseudonyme et l’on en sort d’un geste.',
    startDay: -37,
    endDay: -16,
    state: 'FINISHED',
    rules: newcomerRules,
    tieRule,
    prize: 'Une journée sur le chantier de son choix, avec la personne de son choix, et un panneau de chêne gravé à l’atelier.',
    collectiveGoal: {
      metric: 'valid_clicks', target: 300, label: 'Trois cents visites de nos chantiers, tous ensemble',
      reward: 'La recyclerie de Redon reçoit un établi d’apprentissage fabriqué par les Premières voix.',
    },
  },
  {
    key: 'premiers-pas-atelier',
    template,
    cohort: 'atelier-et-chantiers',
    name: 'Premiers pas à l’atelier',
    pitch: 'Même règle que pour les Premières voix, à votre rythme. Une bonne photo de chantier vaut largement un long texte.',
    startDay: -14,
    endDay: 6,
    state: 'RUNNING',
    rules: newcomerRules,
    tieRule,
    prize: 'Le nom de l’équipe gravé dans la prochaine charpente levée, à l’endroit où personne ne le verra sauf les suivants.',
    collectiveGoal: {
      metric: 'shares_declared', target: 60, label: 'Soixante partages avant les portes ouvertes',
      reward: 'Un déjeuner à l’atelier, cuisiné par le comité de direction.',
    },
  },
];
