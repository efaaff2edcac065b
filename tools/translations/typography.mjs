const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

const RULES = [
  [/'/u, 'a straight apostrophe: write ’'],
  [/"/u, 'a straight quote: write « … »'],
  [/\.\.\./u, 'three dots: write …'],
  [/ [;!?]/u, 'an ordinary space before ; ! or ?: write U+202F'],
  [/ [:%€]/u, 'an ordinary space before : % or €: write U+00A0'],
  [/[\p{L}\p{N})»][;!?]/u, 'no space before ; ! or ?: write U+202F'],
  [/[\p{L})»]:(?=\s|$)/u, 'no space before “:”: write U+00A0'],
  [/[\p{N}][%€]/u, 'no space before % or €: write U+00A0'],
  [new RegExp(`${NO_BREAK}[;!?]`, 'u'), 'U+00A0 before ; ! or ?: write U+202F'],
  [new RegExp(`${NARROW}[:%€]`, 'u'), 'U+202F before : % or €: write U+00A0'],
  [/\d \d{3}(?!\d)/u, 'an ordinary space in a number: write U+202F'],
  [/(?<!\p{L})(?:tu|toi|tes|tien|tienne)(?!\p{L})|(?<!\p{L})t’/iu, 'a familiar form: write “vous”'],
  [/(?:^|[.!?…]\s)A\s\p{L}|(?<![\p{L}#])E(?=(?:tat|tape|crire|crit|cole|quipe|diter|vénement|tes|galement|coute)s?(?!\p{L}))/u, 'a capital without its accent: write À or É'],
  [/\p{L}·\p{L}|\p{L}\((?:e|ne|rice|trice)s?\)/u, 'a point or a bracket inside a word: write both forms, or a neutral one'],
  [/[Cc]liquez ici|[Oo]ups/u, 'a text that says nothing by itself: name what it does'],
  [new RegExp(`«(?![${NARROW}${NO_BREAK}])`, 'u'), '« not followed by U+00A0'],
  [new RegExp(`(?<![${NARROW}${NO_BREAK}])»`, 'u'), '» not preceded by U+00A0'],
];

/**
 * What French typography (Imprimerie nationale) forbids in a text of the interface.
 *
 * @param {string} text i18next interpolations and <Trans> tags are not looked into
 * @returns {string[]} empty when the text is right
 */
export function frenchFaults(text) {
  const plain = text
    .replace(/\{\{[^}]*\}\}/gu, '0')
    .replace(/\$t\([^)]*\)/gu, 'x')
    .replace(/<\/?\w+[^>]*>/gu, '')
    .replace(/\b(?:https?:|mailto:|\/)\S*/gu, 'x')
    .replace(/&\w+;/gu, 'x');
  return RULES.filter(([pattern]) => pattern.test(plain)).map(([, fault]) => fault);
}
