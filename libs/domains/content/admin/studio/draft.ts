import type { Audience, ContentKind, PublicationCategory, StudioFieldsFragment, UpdatePublicationInput } from '@portevoix/graphql';
import { articleOf, blocksOf } from './blocks';

export interface DraftVariant {
  /** Stays the same while it is edited, saved or not. */
  key: string;
  id: string | null;
  network: string | null;
  language: string;
  tone: string;
  text: string;
}

/** A publication as its editor holds it. */
export interface Draft {
  title: string;
  summary: string;
  /** As it is typed: see blocks.ts. */
  body: string;
  why: string;
  sourceName: string;
  targetUrl: string;
  kind: ContentKind;
  category: PublicationCategory | null;
  audience: Audience;
  expiresAt: string | null;
  illustrationMotif: string;
  illustrationSeed: number;
  themeIds: string[];
  cohortIds: string[];
  groupIds: string[];
  variants: DraftVariant[];
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

export function draftOf(publication: StudioFieldsFragment): Draft {
  const { title, summary, body, why, sourceName, targetUrl, kind, category, audience, expiresAt, illustrationMotif, illustrationSeed, themes, targets, variants } = publication;
  return {
    title, summary, why, sourceName, kind, audience, illustrationMotif, illustrationSeed,
    body: blocksOf(body), targetUrl: targetUrl ?? '', category: category ?? null, expiresAt: expiresAt ?? null,
    themeIds: ids(themes), cohortIds: ids(targets.cohorts), groupIds: ids(targets.groups),
    variants: variants.map(({ id, network, language, tone, text }) => ({ key: id, id, network: network ?? null, language, tone, text })),
  };
}

/** What is sent; an empty text is not a text yet. */
export function inputOf(id: string, version: number, { body, targetUrl, variants, ...rest }: Draft): UpdatePublicationInput {
  const texts = variants.filter(({ text }) => text.trim()).map(({ key: _, ...variant }) => variant);
  return { id, version, ...rest, body: articleOf(body), targetUrl: targetUrl.trim() || null, variants: texts };
}

/** Ids that the API gave to new texts, without touching what was typed meanwhile. */
export function withSavedIds(draft: Draft, sent: Draft, saved: StudioFieldsFragment): Draft {
  const given = new Map(sent.variants.filter(({ text }) => text.trim()).map(({ key }, index) => [key, saved.variants[index]?.id ?? null]));
  return { ...draft, variants: draft.variants.map((variant) => ({ ...variant, id: given.get(variant.key) ?? variant.id })) };
}
