import type { TextSpan } from '@portevoix/ui/ambassador';

export interface KeptPassage {
  passage: string;
  colleagues: number;
}

/** Where passages stand in the text as it is now; a passage that was changed is gone from the list. */
export function placePassages(text: string, passages: readonly KeptPassage[]): (TextSpan & KeptPassage)[] {
  return passages.flatMap((kept) => {
    const from = kept.passage ? text.indexOf(kept.passage) : -1;
    return from < 0 ? [] : [{ ...kept, from, to: from + kept.passage.length }];
  });
}
