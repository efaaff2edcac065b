import { Button, Select, Textarea } from '@mantine/core';
import { checkFirstPerson, FirstPersonRule } from '@portevoix/content/shared';
import { Card, Notice, Pill, TextButton, showUndo } from '@portevoix/ui';
import { EditorVariants, HighlightedTextarea, type HighlightRange } from '@portevoix/ui/admin';
import { useFormat, useT, useViewer, type Translate } from '@portevoix/web';
import { IconLock, IconPlus, IconQuote } from '@tabler/icons-react';
import css from '../content.module.css';
import { texts } from '../texts';
import type { DraftVariant } from './draft';
import { countSigns } from './lengths';
import type { Studio } from './useStudio';

type Texts = (typeof texts)['messages'];
const TONES = ['FIELD', 'EXPERT', 'SHORT'] as const;
const LANGUAGES = ['fr', 'en'] as const;
const isTone = (tone: string): tone is (typeof TONES)[number] => (TONES as readonly string[]).includes(tone);

/** Name of a text in its tab: its tone, or its language when that is not the publication's. */
export function variantName(t: Translate<Texts>, { language, tone }: Pick<DraftVariant, 'language' | 'tone'>, own: string): string {
  if (language !== own && (language === 'fr' || language === 'en')) return t(`languages.${language}`);
  return isTone(tone) ? t(`tones.${tone}`) : tone;
}

interface Props {
  studio: Studio;
  active: string;
  onActive: (key: string) => void;
}

/** Ready-to-post texts, one tab each; passages where the brand speaks are underlined, with words in their place. */
export function Variants({ studio: { draft, change, publication }, active, onActive }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const { organisation } = useViewer();
  const current = draft.variants.find(({ key }) => key === active) ?? draft.variants[0];
  const disabled = !publication.viewerCanEdit;
  const add = () => {
    const key = crypto.randomUUID();
    const used = new Set(draft.variants.filter(({ language }) => language === publication.language).map(({ tone }) => tone));
    const tone = TONES.find((candidate) => !used.has(candidate)) ?? 'FIELD';
    change({ variants: [...draft.variants, { key, id: null, network: null, language: publication.language, tone, text: '' }] });
    onActive(key);
  };
  const edit = (values: Partial<DraftVariant>) => change({ variants: draft.variants.map((variant) => (variant.key === current?.key ? { ...variant, ...values } : variant)) });
  const remove = () => {
    const before = draft.variants;
    change({ variants: before.filter(({ key }) => key !== current?.key) });
    showUndo({ message: t('studio.variantRemoved'), onUndo: () => change({ variants: before.map((variant) => (variant.key === current?.key ? { ...variant, id: null } : variant)) }) });
  };
  if (!current) {
    return (
      <Card title={t('studio.variants')} titleSize="small">
        <p className={css.quiet}>{t('studio.noVariant')}</p>
        {disabled ? null : <Button mt="sm" size="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>{t('studio.addVariant')}</Button>}
      </Card>
    );
  }
  const check = current.language === 'en' || current.language === 'fr' ? checkFirstPerson(current.text, current.language, organisation.name) : null;
  const passages = check?.findings.filter(({ rule }) => rule !== FirstPersonRule.NO_FIRST_PERSON) ?? [];
  const nobody = check?.findings.find(({ rule }) => rule === FirstPersonRule.NO_FIRST_PERSON);
  const ranges: HighlightRange[] = passages.map(({ start, end, suggestions }) => ({
    id: `${start}-${end}`,
    start,
    end,
    kind: 'warn',
    title: t('studio.brandTitle'),
    explanation: t('studio.brandWhy'),
    suggestions: [...suggestions.map((label) => ({ label, replacement: label })), { label: t('studio.removePassage'), replacement: '', quiet: true }],
  }));
  return (
    <Card padding="none" aria-label={t('studio.variants')}>
      <EditorVariants
        label={t('studio.variants')}
        variants={draft.variants.map((variant) => ({ id: variant.key, label: variantName(t, variant, publication.language), meta: variant.tone === 'SHORT' ? format.number(countSigns(variant.text)) : undefined }))}
        active={current.key}
        onChange={onActive}
        {...(!disabled && { onAdd: add, addLabel: t('studio.addVariant') })}
        status={<VoicePill passages={passages.length} nobody={Boolean(nobody)} blank={!current.text.trim()} />}
        footer={
          <span className={css.between} style={{ flex: 1 }}>
            {organisation.disclosure ? <span className={css.disclosure}><IconLock size={14} aria-hidden /> {organisation.disclosure}</span> : null}
            {disabled ? null : <TextButton onClick={remove}>{t('studio.removeVariant')}</TextButton>}
          </span>
        }
      >
        <div className={css.variantMeta}>
          <Select size="sm" label={t('studio.tone')} disabled={disabled} allowDeselect={false} data={TONES.map((value) => ({ value, label: t(`tones.${value}`) }))} value={isTone(current.tone) ? current.tone : null} placeholder={current.tone} onChange={(tone) => edit({ tone: tone ?? current.tone })} />
          <Select size="sm" label={t('studio.language')} disabled={disabled} allowDeselect={false} data={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))} value={current.language} onChange={(language) => edit({ language: language ?? current.language })} />
        </div>
        <div className={css.editor}>
          <HighlightedTextarea key={current.key} value={current.text} onChange={(text) => edit({ text })} ranges={ranges} label={variantName(t, current, publication.language)} lang={current.language} disabled={disabled} />
        </div>
        {nobody && current.text.trim() ? (
          <Notice tone="warn" title={t('studio.nobody')}>
            {t('studio.nobodyWhy')}{' '}
            <span className={css.row}>
              {nobody.suggestions.map((start) => (
                <Button key={start} size="compact-sm" variant="default" disabled={disabled} onClick={() => edit({ text: `${start} ${current.text}` })}>
                  {start}
                </Button>
              ))}
            </span>
          </Notice>
        ) : null}
      </EditorVariants>
    </Card>
  );
}

function VoicePill({ passages, nobody, blank }: { passages: number; nobody: boolean; blank: boolean }) {
  const t = useT(texts);
  if (blank) return null;
  if (passages) return <Pill tone="warn" icon={<IconQuote size={14} aria-hidden />}>{t('studio.voice', { count: passages })}</Pill>;
  return nobody ? <Pill tone="warn">{t('studio.nobody')}</Pill> : <Pill tone="good">{t('studio.voiceOk')}</Pill>;
}

/** The line that tells why it is good for the reader. */
export function WhyLine({ studio: { draft, change, publication } }: { studio: Studio }) {
  const t = useT(texts);
  return (
    <Card>
      <Textarea autosize minRows={1} label={t('studio.why')} description={t('studio.whyHint')} disabled={!publication.viewerCanEdit} value={draft.why} maxLength={300} onChange={(event) => change({ why: event.currentTarget.value })} />
    </Card>
  );
}
