import type { FoldedText } from './foldedText';

export type VoiceLanguage = 'fr' | 'en';

export enum FirstPersonRule {
  /** Nobody speaks: no first person singular outside quotations. */
  NO_FIRST_PERSON = 'NO_FIRST_PERSON',
  /** « Nous sommes fiers », "We are proud". */
  BRAND_WE = 'BRAND_WE',
  /** « notre entreprise », "our company". */
  BRAND_OUR = 'BRAND_OUR',
  /** « Chez Orvane, nous… », "At Orvane, we…". */
  BRAND_AT = 'BRAND_AT',
  /** « Rejoignez-nous », "contact us". */
  BRAND_CALL = 'BRAND_CALL',
  /** « Orvane est fière de… », "Orvane is proud to…": only when the organisation's name is given. */
  BRAND_NAME = 'BRAND_NAME',
}

export interface VoiceFinding {
  /** UTF-16 offsets in the text given, end excluded; 0 and 0 for NO_FIRST_PERSON. */
  start: number;
  end: number;
  passage: string;
  rule: FirstPersonRule;
  /** Replacements for the passage, in the language of the text (starting points for NO_FIRST_PERSON). */
  suggestions: string[];
}

export interface FirstPersonCheck {
  /** A first person singular is present, outside quotations. */
  firstPerson: boolean;
  findings: VoiceFinding[];
}

/** One pattern of brand voice, over folded text (no case, no accents, straight apostrophes). */
export interface VoicePattern {
  rule: FirstPersonRule;
  pattern: RegExp;
  /** Also natural in a person's mouth: a finding only when nobody says "I" in the text. */
  onlyWithoutFirstPerson?: boolean;
  /** Replacements, from the match over folded text and the passage as it was typed. */
  suggest: (match: RegExpExecArray, passage: string) => string[];
}

export interface Voice {
  firstPerson: (spoken: string, original: string, source: FoldedText) => boolean;
  patterns: readonly VoicePattern[];
  named: (organisation: string) => VoicePattern;
  start: readonly string[];
}
