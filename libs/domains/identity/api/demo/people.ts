/** The demo organisation and its people. Plain data: the seeds decide what a key becomes in the database. */

export type DemoRole = 'PILOT' | 'EDITOR' | 'COMMUNITY_MANAGER' | 'SPONSOR' | 'COUNCIL' | 'AMBASSADOR';

export interface DemoGroup {
  key: string;
  name: string;
}

export interface DemoSite extends DemoGroup {
  city: string;
}

export interface DemoPerson {
  key: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Key of demoDepartments. */
  department: string;
  /** Key of demoSites. */
  site: string;
  title: string;
  /** Empty: an employee without a part in the programme. */
  roles: readonly DemoRole[];
  /** Comes to read the news of the house, without having joined a cohort. */
  reader: boolean;
}

export const demoOrganisation = {
  slug: 'demo',
  name: 'Maison Estrevel',
  tagline: 'Maison Estrevel rénove et construit en bois les lieux de tous les jours : écoles, crèches, maisons de santé, ateliers.',
  disclosureHashtag: '#EquipeEstrevel',
  timeZone: 'Europe/Paris',
  locale: 'fr',
  emailDomain: 'demo.test',
  website: 'https://estrevel.test',
  /** null: the product's own accent colour. */
  accent: null,
} as const;

export const demoDepartments: readonly DemoGroup[] = [
  { key: 'etudes', name: 'Études et conception' },
  { key: 'atelier', name: 'Atelier et chantiers' },
  { key: 'clients', name: 'Clients et développement' },
  { key: 'humain', name: 'Ressources humaines et formation' },
  { key: 'direction', name: 'Direction, communication et numérique' },
];

export const demoSites: readonly DemoSite[] = [
  { key: 'rennes', name: 'Rennes, siège', city: 'Rennes' },
  { key: 'redon', name: 'Redon, atelier', city: 'Redon' },
  { key: 'bordeaux', name: 'Bordeaux, agence Sud-Ouest', city: 'Bordeaux' },
];

type Row = readonly [firstName: string, lastName: string, site: string, title: string, part?: readonly DemoRole[] | 'reader', mailbox?: string];

const etudes: readonly Row[] = [
  ['Yuna', 'Kerdoncuff', 'rennes', 'Architecte', ['AMBASSADOR', 'COUNCIL']],
  ['Florence', 'Bareau', 'rennes', 'Responsable du bureau d’études'],
  ['Paul-Arthur', 'Gillardeau', 'bordeaux', 'Ingénieur structure bois', ['AMBASSADOR']],
  ['Thi Mai', 'Nguyen', 'rennes', 'Ingénieure thermique', ['AMBASSADOR']],
  ['Corentin', 'Le Bihan', 'rennes', 'Responsable de la maquette numérique'],
  ['Salomé', 'Arrizabalaga', 'bordeaux', 'Économiste de la construction', ['AMBASSADOR']],
  ['Ousmane', 'Diakité', 'rennes', 'Ingénieur acoustique', ['AMBASSADOR']],
  ['Elias', 'Haddad', 'rennes', 'Concepteur paramétrique', ['AMBASSADOR']],
  ['Camille', 'Roussarie', 'bordeaux', 'Architecte d’intérieur'],
  ['Zoé', 'Lamandé', 'rennes', 'Chargée d’études carbone', ['AMBASSADOR']],
  ['Victor', 'Szymanski', 'redon', 'Dessinateur d’exécution', ['AMBASSADOR']],
  ['Priya', 'Ramassamy', 'rennes', 'Ingénieure fluides'],
  ['Jean-Baptiste', 'Etchegoyen', 'bordeaux', 'Ingénieur structure'],
  ['Apolline', 'Guérinel', 'rennes', 'Architecte en alternance', ['AMBASSADOR']],
];

const atelier: readonly Row[] = [
  ['Maël', 'Quintric', 'redon', 'Charpentier, tuteur des apprentis', ['AMBASSADOR'], 'ambassadeur'],
  ['Soazig', 'Le Floch', 'redon', 'Cheffe d’atelier', ['AMBASSADOR']],
  ['Mamadou', 'Sylla', 'redon', 'Pilote de machine à commande numérique', ['AMBASSADOR']],
  ['Kevin', 'Botrel', 'redon', 'Charpentier', ['AMBASSADOR']],
  ['Ewa', 'Nowicka', 'redon', 'Menuisière', ['AMBASSADOR']],
  ['Didier', 'Chapalain', 'rennes', 'Chef de chantier', ['AMBASSADOR']],
  ['Fatoumata', 'Koné', 'rennes', 'Conductrice de travaux', ['AMBASSADOR']],
  ['Loïc', 'Jaffrédo', 'redon', 'Responsable logistique', ['AMBASSADOR']],
  ['Anaïs', 'Berthelin', 'redon', 'Responsable qualité et sécurité', ['AMBASSADOR']],
  ['Abdelkader', 'Mezouar', 'bordeaux', 'Couvreur', ['AMBASSADOR']],
  ['Ronan', 'Guivarc’h', 'redon', 'Technicien de maintenance', ['AMBASSADOR']],
  ['Marine', 'Duchesnay', 'bordeaux', 'Conductrice de travaux', ['AMBASSADOR']],
  ['Teva', 'Maihota', 'bordeaux', 'Responsable du levage', ['AMBASSADOR']],
  ['Bruno', 'Castagné', 'bordeaux', 'Chef de chantier', 'reader'],
  ['Clémence', 'Abgrall', 'redon', 'Acheteuse bois', ['AMBASSADOR']],
  ['Hamza', 'Tlemsani', 'redon', 'Monteur en ossature bois', ['AMBASSADOR']],
  ['Gwendal', 'Postic', 'redon', 'Apprenti charpentier', ['AMBASSADOR']],
  ['Lison', 'Marrec', 'redon', 'Apprentie menuisière', ['AMBASSADOR']],
];

const clients: readonly Row[] = [
  ['Rachid', 'Ferhaoui', 'rennes', 'Chargé d’affaires', ['AMBASSADOR', 'COUNCIL']],
  ['Delphine', 'Sarrazac', 'bordeaux', 'Directrice du développement', ['AMBASSADOR']],
  ['Quentin', 'Hourcade', 'bordeaux', 'Chargé d’affaires', ['AMBASSADOR']],
  ['Awa', 'Thiam', 'rennes', 'Responsable des appels d’offres', ['AMBASSADOR']],
  ['Mathilde', 'Verspieren', 'rennes', 'Chargée d’affaires', ['AMBASSADOR']],
  ['Joaquim', 'Pereira da Silva', 'bordeaux', 'Responsable du service après travaux', ['AMBASSADOR']],
  ['Céline', 'Labeyrie', 'bordeaux', 'Assistante commerciale', ['AMBASSADOR']],
  ['Nassim', 'Bouchareb', 'rennes', 'Chargé d’affaires', ['AMBASSADOR']],
  ['Eugénie', 'Pommereul', 'rennes', 'Chargée de concertation'],
  ['Arnaud', 'Lestage', 'bordeaux', 'Chargé d’affaires', 'reader'],
  ['Linh', 'Tran', 'rennes', 'Responsable des partenariats'],
  ['Baptiste', 'Cormerais', 'rennes', 'Chargé d’affaires'],
];

const humain: readonly Row[] = [
  ['Hélène', 'Dastugue', 'rennes', 'Responsable de la marque employeur', ['AMBASSADOR', 'COUNCIL']],
  ['Jérôme', 'Quéméneur', 'rennes', 'Chargé de recrutement', ['AMBASSADOR']],
  ['Sabrina', 'Ouali', 'redon', 'Responsable de la formation', ['AMBASSADOR']],
  ['Noémie', 'Lagarrigue', 'bordeaux', 'Gestionnaire de paie', 'reader'],
  ['Fabien', 'Rousselot', 'redon', 'Infirmier de santé au travail'],
  ['Chloé', 'Andrianarisoa', 'rennes', 'Chargée des relations avec les écoles', ['AMBASSADOR']],
  ['Pascale', 'Thébault', 'redon', 'Assistante des ressources humaines', 'reader'],
];

const direction: readonly Row[] = [
  ['Nolwenn', 'Cadoret', 'rennes', 'Responsable de la communication, pilote du programme', ['PILOT'], 'pilote'],
  ['Samia', 'Benhaddou', 'rennes', 'Éditrice, communication interne', ['EDITOR', 'COMMUNITY_MANAGER'], 'editrice'],
  ['Idriss', 'Camara', 'redon', 'Animateur de communauté', ['COMMUNITY_MANAGER']],
  ['Gaëlle', 'Tréhorel', 'rennes', 'Directrice générale déléguée', ['SPONSOR']],
  ['Léopold', 'Vannier', 'rennes', 'Responsable des systèmes d’information'],
  ['Inès', 'Kaddour', 'rennes', 'Analyste de données', ['AMBASSADOR']],
  ['Tristan', 'Peyrelade', 'bordeaux', 'Technicien informatique', ['AMBASSADOR']],
  ['Margaux', 'Ollivaud', 'rennes', 'Contrôleuse de gestion', 'reader'],
  ['Aurore', 'Minvielle', 'rennes', 'Juriste', 'reader'],
];

/** Lower-case ASCII words joined by a separator: « Thi Mai » with '-' gives thi-mai. */
function slug(text: string, separator: string): string {
  const words = text.normalize('NFD').replace(/[\p{M}’]/gu, '').toLowerCase().match(/[a-z]+/g) ?? [];
  return words.join(separator);
}

function inDepartment(department: string, rows: readonly Row[]): DemoPerson[] {
  return rows.map(([firstName, lastName, site, title, part = [], mailbox]) => ({
    key: slug(`${firstName} ${lastName}`, '-'),
    firstName,
    lastName,
    email: `${mailbox ?? `${slug(firstName, '-')}.${slug(lastName, '')}`}@${demoOrganisation.emailDomain}`,
    department,
    site,
    title,
    roles: part === 'reader' ? [] : part,
    reader: part === 'reader',
  }));
}

/** The sixty people of the demo organisation. */
export const demoPeople: readonly DemoPerson[] = [
  ...inDepartment('etudes', etudes),
  ...inDepartment('atelier', atelier),
  ...inDepartment('clients', clients),
  ...inDepartment('humain', humain),
  ...inDepartment('direction', direction),
];

const password = 'portevoix-demo';

/** Accounts shown on the sign-in page of a demo, most telling first. */
export const demoAccounts = [
  { email: 'pilote@demo.test', label: 'PILOT', password },
  { email: 'editrice@demo.test', label: 'EDITOR', password },
  { email: 'ambassadeur@demo.test', label: 'AMBASSADOR', password },
];
