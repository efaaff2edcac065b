import { principlePictures, type Principle } from '@portevoix/ui/ambassador';
import { IconEye, IconHeartHandshake, IconQuote, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icon = (Icon: typeof IconEye) => <Icon stroke={1.6} aria-hidden style={{ padding: '0.8rem' }} />;

/** A picture for the principles that charters usually hold, by the first letters of their title; a quotation mark for the others. */
const PICTURES: [RegExp, ReactNode][] = [
  [/^volont/, principlePictures.voluntary],
  [/^(libert|freedom)/, principlePictures.freedom],
  [/^authent/, principlePictures.authentic],
  [/^transparen/, icon(IconEye)],
  [/^respect/, icon(IconHeartHandshake)],
  [/^(droit a l.erreur|right to)/, icon(IconRefresh)],
];

const fold = (title: string) => title.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

export const picturesOf = (articles: readonly { title: string; text: string }[]): Principle[] =>
  articles.map(({ title, text }, index) => ({ id: `${index}`, title, text, picture: PICTURES.find(([pattern]) => pattern.test(fold(title)))?.[1] ?? icon(IconQuote) }));
