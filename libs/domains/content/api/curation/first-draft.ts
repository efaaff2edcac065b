import { CONTENT_LIMITS, type PublicationContentInput } from '@portevoix/content/shared';
import type { Candidate } from './candidate.entity';

const LEAD = {
  fr: (title: string) => `Je vous conseille cette lecture : « ${title} ».`,
  en: (title: string) => `I recommend this read: “${title}”.`,
};

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Cut at a word, with an ellipsis. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\s+\S*$/u, '')}…`;
}

/** What a page says of itself, as a draft: title, summary, body, and a first text that the editor makes a person's own. */
export function firstDraft({ title, summary }: Pick<Candidate, 'title' | 'summary'>, language: 'fr' | 'en'): { title: string } & PublicationContentInput {
  const [sentence = ''] = /^.+?[.!?…](?=\s|$)/su.exec(summary) ?? [summary];
  const text = [LEAD[language](shorten(title, CONTENT_LIMITS.title)), shorten(sentence.trim(), 300)].filter(Boolean).join('\n\n');
  return {
    title: shorten(title, CONTENT_LIMITS.title),
    summary: shorten(summary, CONTENT_LIMITS.summary),
    body: summary ? `<p>${escape(summary)}</p>` : '',
    variants: [{ language, tone: 'FIELD', text }],
  };
}
