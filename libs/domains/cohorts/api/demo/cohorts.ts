/** The two cohorts of the demo, each recruited by one strategy. Days are offsets from today. */

export type DemoSkill = 'EXPERT' | 'BEGINNER';
export type DemoOrigin = 'VOLUNTEER' | 'GROUP' | 'MERIT' | 'PRIOR_ACTIVITY' | 'MISSION' | 'REFERRAL';
export type DemoNetwork = 'LINKEDIN' | 'X' | 'FACEBOOK' | 'WHATSAPP' | 'MASTODON' | 'BLUESKY' | 'THREADS' | 'EMAIL';
export type DemoTone = 'field' | 'expert' | 'short';

export interface DemoCohort {
  key: string;
  name: string;
  description: string;
  strategy: 'VOLUNTEERS' | 'DEPARTMENT';
  /** Rule on the directory for a cohort recruited by department. */
  rule: { department: string } | null;
  founding: boolean;
  launchDay: number;
  /** Person key of the community manager who answers this cohort. */
  referent: string;
  welcome: string;
}

export interface DemoMember {
  cohort: string;
  person: string;
  origin: DemoOrigin;
  skill: DemoSkill;
  networks: readonly DemoNetwork[];
  /** The tone whose variant is proposed first. */
  tone: DemoTone;
  motivation: string;
  /** Why this person was asked; only for a mission. */
  rationale: string | null;
  joinedDay: number;
  /** First day no longer a member; null while a member. */
  leftDay: number | null;
}

export const demoCohorts: readonly DemoCohort[] = [
  {
    key: 'premieres-voix',
    name: 'Premières voix',
    description: 'Vingt-quatre volontaires des trois sites, moitié habitués des réseaux, moitié débutants. Avec la pilote, ils inventent le rythme et les règles.',
    strategy: 'VOLUNTEERS',
    rule: null,
    founding: true,
    launchDay: -37,
    referent: 'samia-benhaddou',
    welcome: 'Bienvenue parmi les Premières voix. Rien ne presse : lisez, choisissez une publication qui vous ressemble, changez-en trois mots, et dites-moi ce qui vous a gêné. Je réponds à tout, même aux questions que l’on n’ose pas poser.',
  },
  {
    key: 'atelier-et-chantiers',
    name: 'Atelier et chantiers',
    description: 'Ceux qui taillent, lèvent, posent et livrent. Ils se voient tous les jours, souvent sans ordinateur : ici, tout se fait au téléphone, à la pause.',
    strategy: 'DEPARTMENT',
    rule: { department: 'atelier' },
    founding: false,
    launchDay: -16,
    referent: 'idriss-camara',
    welcome: 'Salut à tous. Je suis à l’atelier le mardi et le jeudi, près de la machine à café. On installe l’application ensemble, on choisit une photo, et vous repartez avec votre premier texte. Si vous préférez seulement lire, c’est très bien aussi.',
  },
];

type Row = readonly [person: string, skill: DemoSkill, networks: readonly DemoNetwork[], tone: DemoTone, joinedDay: number, motivation: string, origin?: DemoOrigin, leftDay?: number];

const premieresVoix: readonly Row[] = [
  ['mael-quintric', 'BEGINNER', ['LINKEDIN', 'WHATSAPP'], 'field', -37, 'Mes apprentis sont sur leur téléphone toute la journée. Autant qu’ils y voient de beaux assemblages.'],
  ['yuna-kerdoncuff', 'EXPERT', ['LINKEDIN', 'MASTODON'], 'expert', -37, 'Je publie déjà mes croquis. J’aimerais apprendre à raconter aussi ce qui rate.', 'PRIOR_ACTIVITY'],
  ['rachid-ferhaoui', 'EXPERT', ['LINKEDIN', 'X'], 'short', -37, 'Les maires que je rencontre ont lu mon profil avant moi. Je veux qu’ils y trouvent autre chose que des slogans.'],
  ['helene-dastugue', 'EXPERT', ['LINKEDIN', 'BLUESKY'], 'field', -37, 'On recrute mieux quand ce sont les équipes qui parlent. Je viens donner l’exemple, pas la leçon.'],
  ['ines-kaddour', 'BEGINNER', ['LINKEDIN'], 'short', -37, 'Je n’ai jamais rien publié. Je voudrais vaincre la page blanche.'],
  ['tristan-peyrelade', 'EXPERT', ['MASTODON', 'BLUESKY', 'LINKEDIN'], 'short', -37, 'J’aime le logiciel libre et les outils bien faits. Curieux de voir ce que celui-ci a dans le ventre.'],
  ['thi-mai-nguyen', 'BEGINNER', ['LINKEDIN'], 'expert', -37, 'La thermique intéresse peu de monde tant qu’on n’a pas froid. Je cherche les mots simples.'],
  ['paul-arthur-gillardeau', 'EXPERT', ['LINKEDIN', 'X'], 'expert', -37, 'J’interviens en école d’ingénieurs, je veux prolonger ces échanges en ligne.', 'MISSION'],
  ['salome-arrizabalaga', 'BEGINNER', ['LINKEDIN', 'FACEBOOK'], 'field', -36, 'J’ai envie que mes proches comprennent enfin ce que fait une économiste de la construction.'],
  ['ousmane-diakite', 'EXPERT', ['LINKEDIN'], 'expert', -37, 'Le bruit des cantines est mon combat. Plus on en parle, plus on le traite.'],
  ['zoe-lamande', 'EXPERT', ['LINKEDIN', 'MASTODON', 'BLUESKY'], 'expert', -37, 'Je passe mes journées à compter du carbone. Je voudrais le raconter sans culpabiliser personne.', 'PRIOR_ACTIVITY'],
  ['elias-haddad', 'EXPERT', ['LINKEDIN', 'BLUESKY'], 'short', -36, 'Montrer que le calcul et la main vont très bien ensemble.'],
  ['delphine-sarrazac', 'EXPERT', ['LINKEDIN'], 'short', -37, 'Je demande à mon équipe de sortir du bois. Il faut bien que je m’y mette.'],
  ['quentin-hourcade', 'BEGINNER', ['LINKEDIN'], 'field', -35, 'J’arrive dans la région, je connais trois personnes. C’est un bon prétexte pour en rencontrer d’autres.'],
  ['awa-thiam', 'BEGINNER', ['LINKEDIN', 'WHATSAPP'], 'short', -37, 'J’écris des mémoires techniques de deux cents pages. J’aimerais savoir faire court.'],
  ['mathilde-verspieren', 'BEGINNER', ['LINKEDIN'], 'field', -36, 'Awa m’en a parlé à la cantine et je n’ai pas su dire non. Finalement, j’ai plutôt envie de dire oui.', 'REFERRAL'],
  ['joaquim-pereira-da-silva', 'BEGINNER', ['FACEBOOK', 'WHATSAPP', 'LINKEDIN'], 'field', -37, 'Je reviens dans les écoles cinq ans après. Ce que j’y vois mérite d’être raconté.'],
  ['celine-labeyrie', 'BEGINNER', ['LINKEDIN', 'FACEBOOK'], 'short', -35, 'Je lis beaucoup, j’écris peu. J’essaierai une fois par mois.'],
  ['jerome-quemeneur', 'EXPERT', ['LINKEDIN'], 'short', -37, 'Mes annonces d’emploi tombent à plat, pas les histoires de mes collègues.'],
  ['sabrina-ouali', 'BEGINNER', ['LINKEDIN'], 'field', -36, 'Je forme les autres toute l’année. Cette fois, je veux être du côté de ceux qui apprennent.'],
  ['chloe-andrianarisoa', 'EXPERT', ['LINKEDIN', 'THREADS'], 'field', -37, 'Les élèves de troisième ne lisent pas nos brochures. Ils lisent des gens.'],
  ['apolline-guerinel', 'EXPERT', ['LINKEDIN', 'THREADS', 'BLUESKY'], 'short', -36, 'Je suis en alternance et je raconte mes semaines à mes camarades de promo. Autant le faire bien.'],
  ['nassim-bouchareb', 'BEGINNER', ['LINKEDIN'], 'short', -37, 'Je viens voir, sans rien promettre.', 'VOLUNTEER', -12],
  ['victor-szymanski', 'BEGINNER', ['LINKEDIN', 'MASTODON'], 'expert', -36, 'Un plan d’exécution peut être beau, j’aimerais le montrer.', 'VOLUNTEER', -20],
];

const atelierEtChantiers: readonly Row[] = [
  ['soazig-le-floch', 'EXPERT', ['LINKEDIN', 'FACEBOOK'], 'field', -16, 'Quand j’ai commencé, il n’y avait pas de femme à l’atelier. Si une gamine tombe sur mes publications, ce sera gagné.'],
  ['mamadou-sylla', 'BEGINNER', ['LINKEDIN', 'WHATSAPP'], 'field', -16, 'Les gens croient que la machine fait tout. Je veux leur montrer la main derrière.'],
  ['kevin-botrel', 'BEGINNER', ['FACEBOOK', 'WHATSAPP'], 'field', -16, 'Si les copains y vont, j’y vais.'],
  ['ewa-nowicka', 'EXPERT', ['LINKEDIN', 'THREADS'], 'field', -16, 'Je filme déjà mes placages le dimanche. Pourquoi pas le lundi.'],
  ['didier-chapalain', 'BEGINNER', ['LINKEDIN'], 'short', -15, 'Trente ans de chantiers, deux ans avant la retraite. J’ai des choses à laisser.'],
  ['fatoumata-kone', 'EXPERT', ['LINKEDIN', 'X'], 'short', -16, 'Je cherche des équipiers. Le bouche-à-oreille, aujourd’hui, ça se passe là.'],
  ['loic-jaffredo', 'BEGINNER', ['LINKEDIN'], 'short', -16, 'D’accord pour essayer, on verra si le temps suit.', 'GROUP', -5],
  ['anais-berthelin', 'EXPERT', ['LINKEDIN'], 'expert', -16, 'La sécurité n’intéresse que le jour de l’accident. J’aimerais en parler les autres jours.'],
  ['abdelkader-mezouar', 'BEGINNER', ['FACEBOOK', 'WHATSAPP'], 'field', -14, 'De là-haut, la vue est belle. Je voulais la partager.'],
  ['ronan-guivarch', 'BEGINNER', ['MASTODON', 'LINKEDIN'], 'short', -16, 'Je répare, je bricole, je documente. Ça peut servir à d’autres.'],
  ['marine-duchesnay', 'BEGINNER', ['LINKEDIN'], 'field', -14, 'Bordeaux est loin de Redon. C’est une façon de faire partie de la bande.'],
  ['teva-maihota', 'BEGINNER', ['FACEBOOK', 'WHATSAPP'], 'field', -13, 'Lever un mur de douze mètres, ça fait toujours de belles images.'],
  ['clemence-abgrall', 'EXPERT', ['LINKEDIN', 'BLUESKY'], 'expert', -16, 'Je connais les forêts d’où viennent nos bois. Les clients, eux, ne les ont jamais vues.'],
  ['hamza-tlemsani', 'BEGINNER', ['WHATSAPP', 'LINKEDIN'], 'short', -15, 'Pour montrer à mon petit frère que c’est un vrai métier.'],
  ['gwendal-postic', 'BEGINNER', ['THREADS', 'WHATSAPP'], 'short', -16, 'Maël m’a dit que mes photos étaient bonnes. Je n’ai rien à perdre.', 'REFERRAL'],
  ['lison-marrec', 'BEGINNER', ['THREADS', 'LINKEDIN'], 'field', -15, 'Au lycée, on m’avait déconseillé la menuiserie. J’ai de quoi répondre.'],
];

const missions: Readonly<Record<string, string>> = {
  'paul-arthur-gillardeau': 'Enseigne la structure bois en école d’ingénieurs et prend déjà la parole au nom du métier dans les colloques.',
};

function membersOf(cohort: string, origin: DemoOrigin, rows: readonly Row[]): DemoMember[] {
  return rows.map(([person, skill, networks, tone, joinedDay, motivation, own = origin, leftDay = null]) => ({
    cohort, person, origin: own, skill, networks, tone, motivation, rationale: missions[person] ?? null, joinedDay, leftDay,
  }));
}

/** Every membership, past ones included: what a point-in-time rate needs. */
export const demoMembers: readonly DemoMember[] = [
  ...membersOf('premieres-voix', 'VOLUNTEER', premieresVoix),
  ...membersOf('atelier-et-chantiers', 'GROUP', atelierEtChantiers),
];
