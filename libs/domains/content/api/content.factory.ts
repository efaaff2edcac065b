import { Audience, ContentKind, countWords, normaliseText, PublicationCategory, PublicationStatus } from '@portevoix/content/shared';
import { newId, type Db } from '@portevoix/platform';
import { Programme, programmesFactory } from '@portevoix/programmes/api';
import { PublicationTarget, Variant } from './publications/parts.entity';
import { Publication, PublicationTheme } from './publications/publication.entity';
import { Theme } from './themes/theme.entity';

export interface PublicationSeed extends Partial<Omit<Publication, 'organisationId' | 'searchText' | 'wordCount' | 'version'>> {
  authorId: string;
  /** When it was written, and published unless said otherwise. */
  at: Date;
  /** Main theme first; a new theme when there is none. */
  themeIds?: string[];
  cohortIds?: string[];
  groupIds?: string[];
  /** Texts in French, or with their language and tone. */
  variants?: (string | Pick<Variant, 'text' | 'language' | 'tone'>)[];
}

/** What search looks in: words without case or accents. */
export const searchTextOf = ({ title, summary, body }: Pick<Publication, 'title' | 'summary' | 'body'>): string => normaliseText(`${title} ${summary} ${body.replace(/<[^>]+>/g, ' ')}`);

/** The organisation's programme; a new one when it has none. */
async function programmeOf(db: Db, at: Date): Promise<string> {
  const known = await db.of(Programme).findOneBy({ organisationId: db.organisationId });
  return (known ?? (await programmesFactory.programme(db, at))).id;
}

/** Rows of themes and publications for seeds and tests; inside a unit of the organisation. */
export const contentFactory = {
  async theme(db: Db, values: Partial<Theme> & { at: Date }): Promise<Theme> {
    const { at, ...rest } = values;
    const theme = db.of(Theme).create({ ...db.key(), programmeId: rest.programmeId ?? (await programmeOf(db, at)), name: `Thème ${newId().slice(-6)}`, description: '', colour: null, ownerId: null, archivedAt: null, createdAt: at, ...rest });
    await db.of(Theme).insert(theme);
    return theme;
  },

  /** A published, shareable publication with one text, unless `values` says otherwise. No event. */
  async publication(db: Db, values: PublicationSeed): Promise<Publication> {
    const { at, themeIds, cohortIds = [], groupIds = [], variants = ['J’ai appris quelque chose en lisant cet article.'], ...rest } = values;
    const programmeId = rest.programmeId ?? (await programmeOf(db, at));
    const draft = {
      ...db.key(), programmeId, title: 'Un préau levé en une matinée', summary: 'Quatre charpentiers, une matinée.', body: '<p>À huit heures, il n’y avait que six poteaux et un camion.</p>', why: '', sourceName: 'La rédaction',
      candidateId: null, targetUrl: 'https://exemple.test/preau', imageUrl: null, illustrationMotif: 'school', illustrationSeed: 1, kind: ContentKind.COMPANY_LIFE, category: PublicationCategory.ADVOCACY,
      audience: Audience.SHAREABLE, status: PublicationStatus.PUBLISHED, publishAt: null, publishedAt: at, expiresAt: null, pinnedUntil: null, editorId: null, creditId: null, language: 'fr', updatedAt: at, createdAt: at, version: 1, ...rest,
    };
    const publication = db.of(Publication).create({ ...draft, wordCount: countWords(draft.body.replace(/<[^>]+>/g, ' ')), searchText: searchTextOf(draft) });
    await db.of(Publication).insert(publication);
    const { organisationId, id: publicationId } = publication;
    const themes = themeIds ?? [(await contentFactory.theme(db, { programmeId, at })).id];
    await db.of(PublicationTheme).insert(themes.map((themeId, position) => ({ organisationId, publicationId, themeId, position })));
    const targets = [...cohortIds.map((cohortId) => ({ cohortId, groupId: null })), ...groupIds.map((groupId) => ({ cohortId: null, groupId }))];
    if (targets.length) await db.of(PublicationTarget).insert(targets.map((target) => ({ ...db.key(), publicationId, ...target })));
    const texts = variants.map((variant) => (typeof variant === 'string' ? { text: variant, language: 'fr', tone: 'FIELD' } : variant));
    if (texts.length) await db.of(Variant).insert(texts.map((text, position) => ({ ...db.key(), publicationId, network: null, ...text, position })));
    return publication;
  },
};
