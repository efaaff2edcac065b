import { GoalMetric, type PointRules } from '@portevoix/contests/shared';

/** Two newcomer contests from one template, so that they compare, and one of the first cohort. Days are offsets from today. */

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
  rules: PointRules;
  prize: string;
  collectiveGoal: { metric: GoalMetric; target: number; reward: string };
  /** Members who chose to be ranked, in the order in which they joined the cohort; null: under their own name. */
  aliases: readonly (string | null)[];
}

const newcomerRules: PointRules = {
  perDeclaredShare: 10,
  perValidClick: 1,
  perRead: 2,
  caps: { perDay: 40, sharesPerDay: 3, readsPerDay: 5, clicksPerShare: 25 },
};

const template = 'premiers-pas';

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
    prize: 'Une journée sur le chantier de son choix, avec la personne de son choix, et un panneau de chêne gravé à l’atelier.',
    collectiveGoal: { metric: GoalMetric.VALID_CLICKS, target: 400, reward: 'La recyclerie de Redon reçoit un établi d’apprentissage fabriqué par les Premières voix.' },
    aliases: ['Mistral', 'Plume', null, 'Grand Large', 'Colibri', 'Tilleul', 'Copeau', null, 'Embrun', 'Rossignol', 'Pamplemousse'],
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
    prize: 'Le nom de l’équipe gravé dans la prochaine charpente levée, à l’endroit où personne ne le verra sauf les suivants.',
    collectiveGoal: { metric: GoalMetric.DECLARED_SHARES, target: 50, reward: 'Un déjeuner à l’atelier, cuisiné par le comité de direction.' },
    aliases: ['Trusquin', 'Bisaiguë', null, 'Herminette', 'Gouge', 'Varlope', 'Bédane', 'Mortaise', null],
  },
  {
    key: 'deuxieme-souffle',
    template: 'deuxieme-souffle',
    cohort: 'premieres-voix',
    name: 'Deuxième souffle',
    pitch: 'Le pli est pris, il s’agit de le garder. Ici, lire compte presque autant que partager, et trois partages par jour suffisent.',
    startDay: -9,
    endDay: 5,
    state: 'RUNNING',
    rules: { perDeclaredShare: 10, perValidClick: 1, perRead: 3, caps: { perDay: 40, sharesPerDay: 3, readsPerDay: 5, clicksPerShare: 25 } },
    prize: 'Une place à bord de la prochaine livraison de charpente, casse-croûte compris.',
    collectiveGoal: { metric: GoalMetric.DECLARED_SHARES, target: 8, reward: 'Tout le groupe visite le chantier de la médiathèque, un vendredi après-midi.' },
    aliases: ['Mistral', 'Plume', null, 'Grand Large', 'Colibri', 'Tilleul', 'Copeau', null, 'Embrun'],
  },
];
