import { Injectable } from '@nestjs/common';
import { Publications, type Variant } from '@portevoix/content/api';
import { nearDuplicates, normaliseText, sharedPassages, type ComparedText, type SharedPassage } from '@portevoix/content/shared';
import { Db, type Viewer } from '@portevoix/platform';
import { SIMILAR_TEXT } from '@portevoix/sharing/shared';

/** Enough to tell what is already said, however many share. */
const COMPARED = 2000;

export interface TextVerdict {
  /** A colleague's post says the same, word for word. */
  identical: boolean;
  /** Nearest colleague's text, 0 to 1; null under the threshold. */
  similarity: number | null;
  /** Sentences that three colleagues or more kept word for word. */
  sharedPassages: SharedPassage[];
  /** A proposed text in the member's language that nobody has posted; null when all are taken. */
  suggestion: Variant | null;
}

/** Compares a member's words with what colleagues posted of the same publication; never says who. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly db: Db,
    private readonly publications: Publications,
  ) {}

  async verdict({ personId, locale }: Viewer, publicationId: string, text: string): Promise<TextVerdict> {
    const others = await this.texts(personId, publicationId);
    const [nearest] = nearDuplicates(text, others, SIMILAR_TEXT);
    const variants = (await this.publications.variantsOf(publicationId)).filter((variant) => isLanguage(variant, locale));
    const words = normaliseText(text);
    const taken = postedWords(others);
    return {
      identical: Boolean(words) && taken.has(words),
      similarity: nearest?.similarity ?? null,
      sharedPassages: sharedPassages(text, others),
      suggestion: variants.find(({ text: other }) => normaliseText(other) !== words && !taken.has(normaliseText(other))) ?? null,
    };
  }

  /** Texts of others on this publication, those taken back apart; each id is a person. */
  async texts(personId: string, publicationId: string): Promise<ComparedText[]> {
    return this.db.query<{ id: string; text: string }>(
      `select person_id as id, text from share
        where organisation_id = $1 and publication_id = $2 and person_id <> $3 and retracted_at is null
        order by opened_at desc limit ${COMPARED}`,
      [this.db.organisationId, publicationId, personId],
    );
  }
}

/** Whether a text is in a language, whatever the region of either. */
export const isLanguage = ({ language }: Variant, locale: string): boolean => language.split('-')[0] === locale.split('-')[0];

/** What was posted, reduced to its words. */
export const postedWords = (texts: readonly ComparedText[]): Set<string> => new Set(texts.map(({ text }) => normaliseText(text)));
