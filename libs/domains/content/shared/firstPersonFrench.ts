import { literal } from './foldedText';
import { FirstPersonRule, type Voice, type VoicePattern } from './voice';

const BEFORE = "(?<![\\p{L}\\p{N}_'])";
const AFTER = '(?![\\p{L}\\p{N}_])';
const GAP = '[ \\n]{1,3}';

/** Adjectives of a proud brand, folded and singular -> masculine and feminine. */
const FEELINGS: Record<string, readonly [string, string]> = {
  fier: ['fier', 'fière'],
  heureux: ['heureux', 'heureuse'],
  ravi: ['ravi', 'ravie'],
  honore: ['honoré', 'honorée'],
  enchante: ['enchanté', 'enchantée'],
  convaincu: ['convaincu', 'convaincue'],
  engage: ['engagé', 'engagée'],
  impatient: ['impatient', 'impatiente'],
  reconnaissant: ['reconnaissant', 'reconnaissante'],
  enthousiaste: ['enthousiaste', 'enthousiaste'],
  content: ['content', 'contente'],
  present: ['présent', 'présente'],
  touche: ['touché', 'touchée'],
};
const FEMININE = { heureuse: 'heureux', fiere: 'fier' } as const;
const FEELING = '(?:tres |si |vraiment |particulierement |extremement )?(?<feeling>fiere?|heureux|heureuse|ravie?|honoree?|enchantee?|convaincue?|engagee?|impatiente?|reconnaissante?|enthousiaste|contente?|presente?|touchee?)s?';

/** Verbs by which a brand speaks of itself, folded -> what one person would say instead. */
const VERBS: Record<string, readonly string[]> = {
  annoncons: ['J’ai le plaisir de vous annoncer', 'Mon entreprise annonce'],
  lancons: ['Mon équipe lance', 'J’ai le plaisir de vous présenter'],
  recrutons: ['Mon équipe recrute', 'Je cherche mes futurs collègues'],
  recherchons: ['Mon équipe recherche', 'Je recherche'],
  cherchons: ['Mon équipe cherche', 'Je cherche'],
  proposons: ['Mon équipe propose', 'Je vous propose'],
  offrons: ['Mon équipe offre', 'J’offre'],
  accompagnons: ['Je vous accompagne', 'Mon équipe accompagne'],
  developpons: ['Je développe avec mon équipe', 'Mon équipe développe'],
  concevons: ['Je conçois avec mon équipe', 'Mon équipe conçoit'],
  fabriquons: ['Mon équipe fabrique', 'Je fabrique avec mes collègues'],
  presentons: ['Je vous présente', 'Mon équipe présente'],
  mettons: ['Je mets', 'Mon équipe met'],
  croyons: ['Je crois', 'Mes collègues et moi croyons'],
  innovons: ['J’innove avec mon équipe', 'Mon équipe innove'],
  investissons: ['Mon entreprise investit'],
  agissons: ['J’agis avec mes collègues', 'Mon équipe agit'],
  engageons: ['Je m’engage', 'Mon équipe s’engage'],
  remercions: ['Je remercie'],
  invitons: ['Je vous invite'],
  felicitons: ['Je félicite'],
  partageons: ['Je partage'],
};

const NOUNS: Record<string, readonly string[]> = {
  entreprise: ['mon entreprise', 'l’entreprise où je travaille'],
  societe: ['mon entreprise', 'la société où je travaille'],
  groupe: ['mon groupe', 'le groupe où je travaille'],
  organisation: ['mon organisation', 'l’organisation où je travaille'],
  marque: ['la marque pour laquelle je travaille'],
  maison: ['la maison où je travaille'],
  agence: ['mon agence'],
  filiale: ['ma filiale'],
  direction: ['ma direction'],
  client: ['mes clients', 'les personnes que j’accompagne'],
  cliente: ['mes clientes'],
  offre: ['une offre à laquelle je contribue'],
  solution: ['une solution à laquelle je contribue'],
  produit: ['un produit sur lequel je travaille'],
  service: ['un service auquel je contribue'],
  'savoir-faire': ['mon savoir-faire'],
  expertise: ['mon expertise'],
  mission: ['ma mission'],
  ambition: ['mon ambition'],
  engagement: ['mon engagement'],
  valeur: ['mes valeurs'],
  collaborateur: ['mes collègues'],
  collaboratrice: ['mes collègues'],
  salarie: ['mes collègues'],
  talent: ['mes collègues'],
  partenaire: ['mes partenaires'],
};
const NOUN = Object.keys(NOUNS).map(literal).join('|');
const CLITICS = "(?:(?:ne|vous|y|en|lui|leur|nous|le|la|les) |[nl]'){0,3}";
// -ons words that follow « nous » as nouns: « il nous donne des leçons », « pour nous les garçons ».
const NOT_NOUN = '(?!(?:lecons|garcons|facons|maisons|saisons|raisons|questions|actions|solutions|options|occasions|horizons|patrons|jambons)(?![\\p{L}]))';
const WE_VERB = `(?<verb>sommes|${NOT_NOUN}\\p{L}{1,20}ons)`;
// « Mes collègues et moi, nous… » is a person speaking.
const WE = `${BEFORE}(?=nous)(?<!(?:et|avec) moi,? )(?<!moi et [\\p{L} ]{1,30},? )nous`;

const TEAM_VERBS = '(?:recrut|recherch|cherch|lanc|propos|accompagn|present|annonc|developp|partag|travaill|mobilis|attend)(?:e|ent)?';
const BRAND_NOUN = '(?:entreprise|societe|groupe|leaders?|acteurs?|marque|maison|equipe|partenaires?|specialistes?|numero)';

const patterns: VoicePattern[] = [
  {
    rule: FirstPersonRule.BRAND_AT,
    pattern: new RegExp(`${BEFORE}chez${GAP}[^,.!?;:\\n]{1,60},${GAP}nous${AFTER}`, 'gu'),
    suggest: (_match, passage) => [passage.replace(/nous$/iu, 'je'), passage.replace(/nous$/iu, 'mes collègues et moi')],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${WE}(?:,[^,.!?;\\n]{1,60},)?${GAP}${CLITICS}sommes${GAP}${FEELING}${AFTER}`, 'gu'),
    suggest: (match) => feelingAsPerson(match.groups?.['feeling'] ?? ''),
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${WE}${GAP}sommes${GAP}(?:une?|le|la|les|des|l')[ ]?${BRAND_NOUN}${AFTER}`, 'gu'),
    suggest: () => ['Je travaille dans une entreprise', 'Je travaille pour un acteur'],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${WE}${GAP}${CLITICS}(?<verb>${Object.keys(VERBS).join('|')})${AFTER}`, 'gu'),
    suggest: (match) => [...(VERBS[match.groups?.['verb'] ?? ''] ?? [])],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${WE}(?:,[^,.!?;\\n]{1,60},)?${GAP}${CLITICS}${WE_VERB}${AFTER}`, 'gu'),
    onlyWithoutFirstPerson: true,
    suggest: (match) => asPerson(match.groups?.['verb'] ?? ''),
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}(?:notre|nos)${GAP}(?:(?:belle|beau|grande?s?|nouvel|nouvelles?|nouveaux?|cheres?|chers|futures?|futurs)${GAP})?(?<noun>${NOUN})(?<plural>s?)${AFTER}`, 'gu'),
    suggest: (match) => [...(NOUNS[match.groups?.['noun'] ?? ''] ?? [])],
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}(?<team>notre equipe|nos equipes)(?=${GAP}(?:vous |se |s'|ne |n')?(?:est|sont|a|ont|sera|seront|${TEAM_VERBS})${AFTER})`, 'gu'),
    suggest: (match) => (match.groups?.['team'] === 'notre equipe' ? ['mon équipe', 'l’équipe où je travaille'] : ['mes collègues', 'les équipes avec lesquelles je travaille']),
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}(?:notre|nos)${GAP}(?<any>\\p{L}{2,30})${AFTER}`, 'gu'),
    onlyWithoutFirstPerson: true,
    suggest: (match) => [match[0].startsWith('nos') ? 'mes collègues et moi…' : 'avec mon équipe, je…'],
  },
  {
    rule: FirstPersonRule.BRAND_CALL,
    pattern: new RegExp(`${BEFORE}(?<call>rejoignez|contactez|suivez|retrouvez|ecrivez|rencontrez|appelez|consultez|faites)[- ]nous${AFTER}`, 'gu'),
    suggest: (match) => CALLS[match.groups?.['call'] ?? ''] ?? ['Écrivez-moi'],
  },
];

const CALLS: Record<string, string[]> = {
  rejoignez: ['Rejoignez mon équipe', 'Venez travailler avec moi'],
  contactez: ['Contactez-moi', 'Écrivez-moi'],
  suivez: ['Suivez-moi'],
  retrouvez: ['Retrouvez-moi'],
  ecrivez: ['Écrivez-moi'],
  rencontrez: ['Venez me rencontrer'],
  appelez: ['Appelez-moi'],
  consultez: ['Consultez-moi'],
  faites: ['Faites-moi'],
};

function feelingAsPerson(word: string): string[] {
  const singular = FEMININE[word as keyof typeof FEMININE] ?? (word in FEELINGS ? word : word.replace(/e$/u, ''));
  const [masculine, feminine] = FEELINGS[singular] ?? FEELINGS[word] ?? ['fier', 'fière'];
  return [...new Set([`Je suis ${masculine}`, `Je suis ${feminine}`])];
}

function asPerson(verb: string): string[] {
  if (verb === 'sommes') return ['Je suis', 'Mes collègues et moi sommes'];
  if (verb === 'avons') return ['J’ai', 'Mes collègues et moi avons'];
  if (verb === 'allons') return ['Je vais', 'Mes collègues et moi allons'];
  if (verb === 'faisons') return ['Je fais', 'Mes collègues et moi faisons'];
  return ['Avec mon équipe, je…', 'Mes collègues et moi…'];
}

const FIRST_PERSON = new RegExp(`(?<![\\p{L}\\p{N}_])(?:(?:je|moi|mon|ma|mes|me|mien|mienne|miens|miennes)(?![\\p{L}\\p{N}_]|-(?!je|ce|la|meme))|[jm]'(?=\\p{L}))`, 'u');

/** Brand voice and first person in French. */
export const FRENCH_VOICE: Voice = {
  firstPerson: (folded) => FIRST_PERSON.test(folded),
  patterns,
  named: (organisation) => ({
    rule: FirstPersonRule.BRAND_NAME,
    pattern: new RegExp(`${BEFORE}${literal(organisation)}${GAP}(?:est|se dit)${GAP}${FEELING}${AFTER}`, 'gu'),
    suggest: (match) => feelingAsPerson(match.groups?.['feeling'] ?? ''),
  }),
  start: ['Je suis fier de…', 'Je suis fière de…', 'Dans mon métier, je…', 'Ce que j’en retiens…'],
};
