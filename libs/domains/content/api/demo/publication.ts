import type { Audience, ContentKind, PublicationCategory } from '@portevoix/content/shared';

/** Shape of the demo publications, and the small notation in which they are written. */

export type DemoKind = `${ContentKind}`;
export type DemoAudience = `${Audience}`;
export type DemoCategory = `${PublicationCategory}`;
export type DemoPublicationState = 'PUBLISHED' | 'SCHEDULED' | 'IN_REVIEW' | 'DRAFT';
export type DemoTextTone = 'field' | 'expert' | 'short';
export type DemoMotif =
  | 'ecole' | 'atelier' | 'bureau' | 'solidarite' | 'foret' | 'solaire' | 'livre' | 'conference'
  | 'recrutement' | 'data' | 'velo' | 'sante' | 'usine' | 'ville' | 'mer' | 'trophee';

export interface DemoVariant {
  tone: DemoTextTone;
  language: 'fr' | 'en';
  text: string;
}

export interface DemoPublication {
  key: string;
  title: string;
  /** Name of where it comes from, shown on the card. */
  source: string;
  kind: DemoKind;
  category: DemoCategory;
  audience: DemoAudience;
  themes: readonly string[];
  /** Simple HTML: p, h2, ul, li, blockquote. */
  body: string;
  /** Why it is good for the reader. */
  benefit: string;
  /** First-person texts; empty unless SHAREABLE. */
  variants: readonly DemoVariant[];
  /** Page a shared link leads to; null unless SHAREABLE. */
  targetUrl: string | null;
  illustration: { motif: DemoMotif; seed: number };
  state: DemoPublicationState;
  /** Offset in days from today; null for a draft or a text in review. */
  publishDay: number | null;
  /** Local time HH:MM. */
  publishTime: string;
  pinned: boolean;
  /** First day out of the feed; null when it stays. */
  expiresDay: number | null;
  /** Person who brought the subject, credited on the article. */
  credit: string | null;
  /** Key of the shareable twin of an internal publication. */
  twin: string | null;
}

interface Written {
  title: string;
  source?: string;
  kind: DemoKind;
  category?: DemoCategory;
  audience?: DemoAudience;
  themes: readonly string[];
  body: readonly string[];
  benefit: string;
  field?: string;
  expert?: string;
  short?: string;
  en?: string;
  link?: string;
  motif: DemoMotif;
  day?: number;
  time?: string;
  state?: DemoPublicationState;
  pinned?: boolean;
  expiresDay?: number;
  credit?: string;
  twin?: string;
}

const notation: readonly (readonly [prefix: string, tag: string])[] = [['## ', 'h2'], ['> ', 'blockquote']];

function block(text: string): string {
  const [prefix, tag] = notation.find(([start]) => text.startsWith(start)) ?? ['', 'p'];
  const inner = text.slice(prefix.length);
  return tag === 'blockquote' ? `<blockquote><p>${inner}</p></blockquote>` : `<${tag}>${inner}</${tag}>`;
}

/** HTML of an article written one block per string: « ## » heading, « > » quotation, « - » list item, otherwise a paragraph. */
export function article(blocks: readonly string[]): string {
  const html: string[] = [];
  let items: string[] = [];
  const closeList = (): void => {
    if (items.length > 0) html.push(`<ul>${items.join('')}</ul>`);
    items = [];
  };
  for (const text of blocks) {
    if (text.startsWith('- ')) {
      items.push(`<li>${text.slice(2)}</li>`);
      continue;
    }
    closeList();
    html.push(block(text));
  }
  closeList();
  return html.join('\n');
}

const tones: readonly DemoTextTone[] = ['field', 'expert', 'short'];

/** Completes a written publication; its key also numbers its illustration and names its page. */
export function publication(key: string, written: Written): DemoPublication {
  const audience = written.audience ?? 'SHAREABLE';
  const shareable = audience === 'SHAREABLE';
  const variants = tones.flatMap((tone): DemoVariant[] => {
    const text = written[tone];
    return text ? [{ tone, language: 'fr', text }] : [];
  });
  if (written.en) variants.push({ tone: 'field', language: 'en', text: written.en });
  return {
    key,
    title: written.title,
    source: written.source ?? 'Maison Estrevel',
    kind: written.kind,
    category: written.category ?? (shareable ? 'ADVOCACY' : 'COMPANY'),
    audience,
    themes: written.themes,
    body: article(written.body),
    benefit: written.benefit,
    variants,
    targetUrl: shareable ? (written.link ?? `https://estrevel.test/journal/${key}`) : null,
    illustration: { motif: written.motif, seed: [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) },
    state: written.state ?? 'PUBLISHED',
    publishDay: written.day ?? null,
    publishTime: written.time ?? '08:30',
    pinned: written.pinned ?? false,
    expiresDay: written.expiresDay ?? null,
    credit: written.credit ?? null,
    twin: written.twin ?? null,
  };
}
