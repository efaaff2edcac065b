import { checkFirstPerson, FirstPersonRule, type VoiceLanguage } from '@portevoix/content/shared';
import { Rich } from '@portevoix/content/ambassador';
import type { TextCheck } from '@portevoix/ui/ambassador';
import { useT, useViewer } from '@portevoix/web';
import { useMemo } from 'react';
import { texts } from '../texts';
import type { KeptPassage } from './passages';

const { NO_FIRST_PERSON } = FirstPersonRule;

/** Whose voice it is, then what colleagues kept too. Nothing is said of a blank text. */
export function useChecks(text: string, language: VoiceLanguage, passages: readonly KeptPassage[], identical: boolean): TextCheck[] {
  const t = useT(texts);
  const { name } = useViewer().organisation;
  const voice = useMemo(() => checkFirstPerson(text, language, name), [text, language, name]);
  if (!text.trim()) return [];
  const checks: TextCheck[] = [];
  // The brand's words are easier to change than nobody's.
  const finding = voice.findings.find(({ rule }) => rule !== NO_FIRST_PERSON) ?? voice.findings[0];
  if (!finding) checks.push({ id: 'voice', state: 'ok', text: t('checks.voice') });
  else {
    const [first, second] = finding.suggestions;
    const key = finding.rule === NO_FIRST_PERSON ? 'checks.nobody' : first ? 'checks.brand' : 'checks.brandBare';
    checks.push({ id: 'voice', state: 'warn', text: <Rich>{t(key, { passage: finding.passage.trim(), first: first ?? '', second: second ?? first ?? '' })}</Rich> });
  }
  const most = Math.max(0, ...passages.map(({ colleagues }) => colleagues));
  if (identical) checks.push({ id: 'same', state: 'warn', text: <Rich>{t('checks.identical')}</Rich> });
  else if (most > 0) checks.push({ id: 'same', state: 'warn', text: <Rich>{t('checks.kept', { count: most })}</Rich> });
  return checks;
}
