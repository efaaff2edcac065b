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
