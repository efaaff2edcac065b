/** Calls for volunteers of the demo and what people answered. Days are offsets from today. */

export type DemoApplicationState = 'SUBMITTED' | 'ACCEPTED' | 'WITHDRAWN';

export interface DemoCall {
  key: string;
  title: string;
  pitch: string;
  opensDay: number;
  /** First day closed. */
  closesDay: number;
  places: number;
  /** Cohort key the accepted people join; null while undecided. */
  cohort: string | null;
}

export interface DemoApplication {
  call: string;
  person: string;
  state: DemoApplicationState;
  skill: 'EXPERT' | 'BEGINNER';
  networks: readonly string[];
  motivation: string;
  appliedDay: number;
  decidedDay: number | null;
}

export const demoCalls: readonly DemoCall[] = [
  {
    key: 'premier-appel',
    title: 'Vingt-quatre voix pour commencer',
    pitch: 'On cherche vingt-quatre personnes pour inventer le programme avec nous. Pas besoin d’être à l’aise sur les réseaux : la moitié des places attend des débutants. Dix minutes par semaine, sur le temps de travail, et la liberté d’arrêter quand vous voulez.',
    opensDay: -58,
    closesDay: -41,
    places: 24,
    cohort: 'premieres-voix',
  },
  {
    key: 'deuxieme-appel',
    title: 'Et vous, que raconteriez-vous ?',
    pitch: 'Les Premières voix ont essuyé les plâtres : le rythme est plus doux, les textes plus variés, les notifications du lundi ont disparu. Douze places s’ouvrent aux trois sites. Dites-nous simplement ce qui vous donne envie, ou ce qui vous retient.',
    opensDay: -9,
    closesDay: 12,
    places: 12,
    cohort: null,
  },
];

type Row = readonly [person: string, state: DemoApplicationState, skill: 'EXPERT' | 'BEGINNER', networks: readonly string[], appliedDay: number, decidedDay: number | null, motivation: string];

const premierAppel: readonly Row[] = [
  ['awa-thiam', 'ACCEPTED', 'BEGINNER', ['LINKEDIN', 'WHATSAPP'], -55, -48, 'J’écris des mémoires techniques de deux cents pages. J’aimerais savoir faire court.'],
  ['elias-haddad', 'ACCEPTED', 'EXPERT', ['LINKEDIN', 'BLUESKY'], -54, -48, 'Montrer que le calcul et la main vont très bien ensemble.'],
  ['apolline-guerinel', 'ACCEPTED', 'EXPERT', ['LINKEDIN', 'THREADS', 'BLUESKY'], -50, -46, 'Je suis en alternance et je raconte mes semaines à mes camarades de promo. Autant le faire bien.'],
  ['sabrina-ouali', 'ACCEPTED', 'BEGINNER', ['LINKEDIN'], -44, -42, 'Je forme les autres toute l’année. Cette fois, je veux être du côté de ceux qui apprennent.'],
  ['margaux-ollivaud', 'WITHDRAWN', 'BEGINNER', ['LINKEDIN'], -47, null, 'La clôture des comptes tombe au même moment. Je préfère lire pour l’instant et revenir plus tard.'],
];

const deuxiemeAppel: readonly Row[] = [
  ['linh-tran', 'ACCEPTED', 'EXPERT', ['LINKEDIN', 'BLUESKY'], -8, -4, 'Je travaille avec une quinzaine d’associations. Leurs histoires sont plus belles que mes comptes rendus.'],
  ['florence-bareau', 'SUBMITTED', 'BEGINNER', ['LINKEDIN'], -7, null, 'Six personnes de mon équipe sont déjà dans le programme. Je les lis, je les trouve courageuses, j’ai envie de les rejoindre.'],
  ['corentin-le-bihan', 'SUBMITTED', 'EXPERT', ['LINKEDIN', 'MASTODON'], -6, null, 'La maquette numérique traîne une réputation d’usine à gaz. J’ai des contre-exemples plein mes dossiers.'],
  ['camille-roussarie', 'ACCEPTED', 'BEGINNER', ['LINKEDIN', 'THREADS'], -6, -3, 'Je choisis des couleurs pour des enfants de trois ans. Je crois que cela peut intéresser des parents.'],
  ['fabien-rousselot', 'SUBMITTED', 'BEGINNER', ['LINKEDIN'], -5, null, 'Je voudrais parler du dos, des genoux et du sommeil des compagnons. Avec tact, et sans jamais citer personne.'],
  ['eugenie-pommereul', 'SUBMITTED', 'EXPERT', ['LINKEDIN', 'FACEBOOK'], -3, null, 'En réunion publique, les gens posent de très bonnes questions. J’aimerais y répondre aussi en dehors du gymnase.'],
  ['priya-ramassamy', 'SUBMITTED', 'BEGINNER', ['LINKEDIN'], -2, null, 'J’ai peur de dire une bêtise devant mes anciens professeurs. C’est justement pour cela que je postule.'],
  ['baptiste-cormerais', 'SUBMITTED', 'BEGINNER', ['LINKEDIN', 'WHATSAPP'], -1, null, 'Maël m’a montré les réactions à son texte sur la charpente du préau. Cela m’a décidé.'],
];

function answersTo(call: string, rows: readonly Row[]): DemoApplication[] {
  return rows.map(([person, state, skill, networks, appliedDay, decidedDay, motivation]) => ({
    call, person, state, skill, networks, motivation, appliedDay, decidedDay,
  }));
}

export const demoApplications: readonly DemoApplication[] = [
  ...answersTo('premier-appel', premierAppel),
  ...answersTo('deuxieme-appel', deuxiemeAppel),
];

export interface DemoInvitation {
  cohort: string;
  person: string;
  by: string;
  rationale: string;
  invitedDay: number;
}

/** Still without an answer. */
export const demoInvitations: readonly DemoInvitation[] = [
  {
    cohort: 'premieres-voix',
    person: 'jean-baptiste-etchegoyen',
    by: 'nolwenn-cadoret',
    rationale: 'Vos calculs tiennent debout la moitié des préaux que nous montrons. Personne ne les explique mieux que vous.',
    invitedDay: -2,
  },
];
