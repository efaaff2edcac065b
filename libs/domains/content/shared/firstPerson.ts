import { foldText, originalRange, ownVoice, type FoldedText } from './foldedText';
import { ENGLISH_VOICE } from './firstPersonEnglish';
import { FRENCH_VOICE } from './firstPersonFrench';
import { FirstPersonRule, type FirstPersonCheck, type Voice, type VoiceFinding, type VoiceLanguage, type VoicePattern } from './voice';

const VOICES: Record<VoiceLanguage, Voice> = { fr: FRENCH_VOICE, en: ENGLISH_VOICE };

/**
 * Tells whether a ready-to-post text speaks as a person ("I") and not as the brand ("we, our company").
 * Quotations, addresses, hashtags and mentions are not read. Findings come in the order of the text and never
 * overlap. A blank text has no finding: there is nothing to say about it.
 */
export function checkFirstPerson(text: string, language: VoiceLanguage, organisation?: string): FirstPersonCheck {
  const voice = VOICES[language];
  const source = foldText(text);
  const spoken = ownVoice(source.folded);
  if (!/\p{L}/u.test(spoken)) return { firstPerson: false, findings: [] };

  const firstPerson = voice.firstPerson(spoken, text, source);
  const patterns = organisation?.trim() ? [...voice.patterns, voice.named(foldText(organisation.trim()).folded)] : voice.patterns;
  const found = patterns
    .filter((candidate) => !(firstPerson && candidate.onlyWithoutFirstPerson))
    .flatMap((candidate) => findAll(candidate, spoken, source, text));
  const findings = withoutOverlap(found);
  if (!firstPerson) {
    findings.unshift({ start: 0, end: 0, passage: '', rule: FirstPersonRule.NO_FIRST_PERSON, suggestions: [...voice.start] });
  }
  return { firstPerson, findings };
}

function findAll(candidate: VoicePattern, spoken: string, source: FoldedText, text: string): VoiceFinding[] {
  return [...spoken.matchAll(candidate.pattern)].map((match) => {
    const { start, end } = originalRange(source, match.index, match.index + match[0].length);
    const passage = text.slice(start, end);
    return { start, end, passage, rule: candidate.rule, suggestions: candidate.suggest(match, passage).map((value) => sameCase(value, passage)) };
  });
}

function withoutOverlap(found: VoiceFinding[]): VoiceFinding[] {
  const kept: VoiceFinding[] = [];
  // The longest reading of a place explains it best: « Chez Orvane, nous sommes » rather than « nous sommes ».
  for (const finding of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) kept.push(finding);
  }
  return kept;
}

function sameCase(suggestion: string, passage: string): string {
  const [first = ''] = passage;
  const capital = first !== first.toLowerCase();
  const head = suggestion.slice(0, 1);
  if (capital) return head.toUpperCase() + suggestion.slice(1);
  return /^I(?:\b|’)/u.test(suggestion) ? suggestion : head.toLowerCase() + suggestion.slice(1);
}
