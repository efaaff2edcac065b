import { literal } from './foldedText';
import { FirstPersonRule, type Voice, type VoicePattern } from './voice';

const BEFORE = "(?<![\\p{L}\\p{N}_'])";
const AFTER = "(?![\\p{L}\\p{N}_])";
const GAP = '[ \\n]{1,3}';
const INTENSE = '(?:so |very |truly |really |incredibly |extremely )?';
const FEELING = `${INTENSE}(?<feeling>proud|happy|delighted|thrilled|excited|pleased|honou?red|committed|convinced|glad|grateful|passionate|looking forward)`;

/** Verbs by which a brand speaks of itself -> what one person would say instead. */
const VERBS: Record<string, readonly string[]> = {
  announce: ['I am happy to announce'],
  launch: ['My team is launching'],
  offer: ['My team offers', 'I offer'],
  provide: ['My team provides', 'I provide'],
  deliver: ['My team delivers', 'I deliver'],
  believe: ['I believe'],
  hire: ['My team is hiring'],
  recruit: ['My team is recruiting'],
  support: ['I support', 'My team supports'],
  develop: ['I develop with my team', 'My team develops'],
  build: ['I build with my team', 'My team builds'],
  help: ['I help', 'My team helps'],
  invest: ['My company invests'],
  invite: ['I invite'],
  thank: ['I thank'],
};
const VERB = Object.keys(VERBS).join('|');

const NOUNS = 'company|group|organi[sz]ation|firm|brand|business|corporation|agency|subsidiary|customers?|clients?|products?|solutions?|services?|offering|mission|ambition|commitment|values?|expertise|people|talents?|employees?|partners?|management';
const OWN: Record<string, readonly string[]> = {
  company: ['my company', 'the company I work for'],
  group: ['my group', 'the group I work for'],
  brand: ['the brand I work for'],
  people: ['my colleagues'],
  employee: ['my colleagues'],
  employees: ['my colleagues'],
  talent: ['my colleagues'],
  talents: ['my colleagues'],
};

const patterns: VoicePattern[] = [
  {
    rule: FirstPersonRule.BRAND_AT,
    pattern: new RegExp(`${BEFORE}at${GAP}[^,.!?;:\\n]{1,60},${GAP}we${AFTER}`, 'gu'),
    suggest: (_match, passage) => [passage.replace(/we$/iu, 'I'), passage.replace(/we$/iu, 'my colleagues and I')],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${BEFORE}(?<!\\b(?:and i|and me),? )we(?:'re|${GAP}are)${GAP}${FEELING}${AFTER}`, 'gu'),
    suggest: (match) => [`I am ${match.groups?.['feeling'] ?? 'proud'}`, `I’m ${match.groups?.['feeling'] ?? 'proud'}`],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${BEFORE}(?<!\\b(?:and i|and me),? )we(?:'re|${GAP}are)${GAP}(?:now )?(?<verb>hiring|recruiting|launching|offering|announcing)${AFTER}`, 'gu'),
    suggest: (match) => [`My team is ${match.groups?.['verb'] ?? 'hiring'}`],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${BEFORE}(?<!\\b(?:and i|and me),? )we(?:'re|${GAP}are)${GAP}(?:an?|the)${GAP}(?:\\p{L}{1,20} ){0,2}(?:company|leader|group|brand|firm|team|partner)${AFTER}`, 'gu'),
    suggest: () => ['I work for a company', 'I work for a leader'],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${BEFORE}(?<!\\b(?:and i|and me),? )we${GAP}(?:also |now |always |do )?(?<verb>${VERB})${AFTER}`, 'gu'),
    suggest: (match) => [...(VERBS[match.groups?.['verb'] ?? ''] ?? [])],
  },
  {
    rule: FirstPersonRule.BRAND_WE,
    pattern: new RegExp(`${BEFORE}(?<!\\b(?:and i|and me),? )we(?:'(?:re|ve|ll|d))?${AFTER}`, 'gu'),
    onlyWithoutFirstPerson: true,
    suggest: () => ['I', 'My colleagues and I'],
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}our${GAP}(?:(?:great|amazing|wonderful|new|dear|valued|own)${GAP})?(?<noun>${NOUNS})${AFTER}`, 'gu'),
    suggest: (match) => {
      const noun = match.groups?.['noun'] ?? 'company';
      return [...(OWN[noun] ?? [`my ${noun}`])];
    },
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}our (?<team>teams?)(?=${GAP}(?:is|are|has|have|will|offers?|launch(?:es)?|helps?|delivers?)${AFTER})`, 'gu'),
    suggest: (match) => [`my ${match.groups?.['team'] ?? 'team'}`],
  },
  {
    rule: FirstPersonRule.BRAND_OUR,
    pattern: new RegExp(`${BEFORE}our${GAP}\\p{L}{2,30}${AFTER}`, 'gu'),
    onlyWithoutFirstPerson: true,
    suggest: (match) => [match[0].replace(/^our/u, 'my')],
  },
  {
    rule: FirstPersonRule.BRAND_CALL,
    pattern: new RegExp(`${BEFORE}(?<call>join|contact|follow|meet|call|visit) us${AFTER}`, 'gu'),
    suggest: (match) => (match.groups?.['call'] === 'join' ? ['Join my team', 'Come and work with me'] : [`${match.groups?.['call'] ?? 'contact'} me`]),
  },
];

const PLAIN = /(?<![\p{L}\p{N}_])(?:my|me|mine|myself|i'(?:m|ve|ll|d))(?![\p{L}\p{N}_-])/u;
const CAPITAL_I = /(?<![\p{L}\p{N}_])i(?![\p{L}\p{N}_'/]|\.\p{L})/gu;
const NUMBERED = /(?:phase|part|chapter|tier|type|class|war|level|volume|act|grade) $/u;

/** Brand voice and first person in English. "I" counts only as a capital, and not as a numeral ("Phase I"). */
export const ENGLISH_VOICE: Voice = {
  firstPerson: (spoken, original, source) =>
    PLAIN.test(spoken) ||
    [...spoken.matchAll(CAPITAL_I)].some(
      ({ index }) => original[source.origin[index] ?? 0] === 'I' && !NUMBERED.test(spoken.slice(Math.max(0, index - 10), index)),
    ),
  patterns,
  named: (organisation) => ({
    rule: FirstPersonRule.BRAND_NAME,
    pattern: new RegExp(`${BEFORE}${literal(organisation)}${GAP}is${GAP}${FEELING}${AFTER}`, 'gu'),
    suggest: (match) => [`I am ${match.groups?.['feeling'] ?? 'proud'}`],
  }),
  start: ['I am proud of…', 'In my job, I…', 'What I take away from it:'],
};
