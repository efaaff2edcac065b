/** Themes of the demo programme. */

export interface DemoTheme {
  key: string;
  name: string;
  description: string;
  /** Person key. */
  owner: string;
}

export const demoThemes: readonly DemoTheme[] = [
  { key: 'metiers', name: 'Métiers et gestes', description: 'Ce que font les mains, et ce qu’elles savent.', owner: 'helene-dastugue' },
  { key: 'materiaux', name: 'Bois et matériaux', description: 'Forêts, paille, chanvre, réemploi : d’où vient ce que nous posons.', owner: 'clemence-abgrall' },
  { key: 'lieux', name: 'Écoles et lieux publics', description: 'Les bâtiments livrés, et ceux qui y vivent.', owner: 'yuna-kerdoncuff' },
  { key: 'energie', name: 'Énergie et climat', description: 'Consommer moins, avoir chaud, rester au frais.', owner: 'thi-mai-nguyen' },
  { key: 'transmettre', name: 'Apprendre et transmettre', description: 'Apprentis, formations, reconversions.', owner: 'sabrina-ouali' },
  { key: 'solidarite', name: 'Solidarités', description: 'Associations, insertion, coups de main.', owner: 'linh-tran' },
  { key: 'maison', name: 'Vie de la maison', description: 'Arrivées, nouveautés et moments partagés.', owner: 'samia-benhaddou' },
  { key: 'numerique', name: 'Conception et numérique', description: 'Maquettes, machines, données, logiciel libre.', owner: 'elias-haddad' },
];
